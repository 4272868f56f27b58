import type { PublicProcedure } from '#modules/applications/contract'
import { html, type Html } from './html.ts'
import { icon } from './icon.ts'
import { hrefIn } from './layout.ts'
import type { Messages } from './messages.vi.ts'

export const isOnline = ({ begunBy, channels }: PublicProcedure) =>
  begunBy === 'applicant' && channels.includes('online')

/** Procedures in force today: what to bring, how long it takes, who decides. */
export function proceduresSection(t: Messages, procedures: readonly PublicProcedure[] | undefined): Html {
  if (!procedures) return html`<p>${t.apply.failed}</p>`
  if (procedures.length === 0) return html``
  return html`<section aria-labelledby="thu-tuc">
    <h2 id="thu-tuc">${t.amounts.procedures}</h2>
    ${procedures.map(
      (procedure) =>
        html`<details class="other">
          <summary><span>${procedure.name[t.language]}</span>${icon('below')}</summary>
          ${procedureText(t, procedure)}
          ${
            isOnline(procedure) &&
            html`<p>
              <a class="btn" href="${hrefIn(t, `/nop-ho-so/${procedure.id}`)}">${t.amounts.applyThis}</a>
            </p>`
          }
        </details>`,
    )}
  </section>`
}

/** What a procedure asks and promises; by itself on a page, or below its name in a list. */
export function procedureText(t: Messages, procedure: PublicProcedure, { isAlone = false } = {}): Html {
  const { about, time, competent, where, forms, papers, begunBy, citation } = procedure
  const words = t.language
  return html`<div class="procedure">
    <p>${about[words]}</p>
    ${begunBy === 'officer' && html`<p>${t.amounts.byOfficer}</p>`}
    <dl>
      ${time && line(t.amounts.time, timeText(t, time))} ${line(t.amounts.decides, competent[words])}
      ${line(t.amounts.where, where[words])}
      ${
        forms.length > 0 &&
        line(t.amounts.forms, forms.map(({ number, name }) => `${number}: ${name[words]}`).join('; '))
      }
    </dl>
    ${isAlone ? html`<h2>${t.amounts.papers}</h2>` : html`<h3>${t.amounts.papers}</h3>`}
    ${
      papers.length === 0
        ? html`<p>${t.amounts.noPapers}</p>`
        : html`<ul class="bullets">
            ${papers.map(
              ({ name, isHeld, when }) =>
                html`<li>
                  ${name[words]}${when && html`<br /><span class="quiet">${when[words]}</span>`}${
                    isHeld && html`<br /><span class="quiet">${t.amounts.held}</span>`
                  }
                </li>`,
            )}
          </ul>`
    }
    <p class="hint">${citation}</p>
  </div>`
}

const line = (name: string, text: string) =>
  html`<div>
    <dt>${name}</dt>
    <dd>${text}</dd>
  </div>`

export function timeText(t: Messages, { length, unit }: NonNullable<PublicProcedure['time']>): string {
  const words = t.amounts.days as Readonly<Record<string, (count: number) => string>> // By the units of the law.
  return words[unit]?.(length) ?? String(length)
}
