import type { Amounts } from '../domain/amounts.ts'
import { monthIn, sum } from './format.ts'
import { html, type Html } from './html.ts'
import { hrefIn } from './layout.ts'
import type { Messages } from './messages.vi.ts'

const order = [
  'monthly_allowance',
  'social_pension',
  'care_support',
  'parenting_support',
  'facility_care',
] as const

/** Amounts in force today, group by group, each with its article. */
export function amountsPage(t: Messages, amounts: Amounts, procedures: Html): Html {
  const { month, law, standard, groups, once } = amounts
  return html`<div class="hello">
      <h1>${t.amounts.title}</h1>
      <p>${t.amounts.intro(monthIn(t, month), law[t.language])} <b>${sum(t, standard)}</b>.</p>
      <p><a class="btn btn-primary" href="${hrefIn(t, '/kiem-tra')}">${t.nav.check}</a></p>
    </div>
    ${order.map((benefit) => {
      const own = groups.filter(({ group }) => group.benefit === benefit)
      return (
        own.length > 0 &&
        html`<section aria-labelledby="${benefit}">
          <h2 id="${benefit}">${t.benefit[benefit]}</h2>
          ${own.map(
            ({ group, lines }) =>
              html`<div class="amounts">
                <h3>${group.label[t.language]}</h3>
                <ul>
                  ${lines.map(
                    ({ label, amount, isPerChild }) =>
                      html`<li>
                        <span>${label[t.language]}${isPerChild && ` (${t.amounts.perChild})`}</span>
                        <b>${sum(t, amount)}</b>
                      </li>`,
                  )}
                </ul>
                <p class="hint">${group.cite.place}, ${t.amounts.decree} ${group.cite.document}</p>
              </div>`,
          )}
        </section>`
      )
    })}
    <section aria-labelledby="mot-lan">
      <h2 id="mot-lan">${t.amounts.once}</h2>
      <p>${t.amounts.onceText}</p>
      <div class="amounts">
        <ul>
          ${once.map(
            ({ rule, amount, isFloor }) =>
              html`<li>
                <span>${rule.label[t.language]}</span>
                <b>${isFloor && `${t.result.atLeast} `}${sum(t, amount)}</b>
              </li>`,
          )}
        </ul>
      </div>
    </section>
    ${procedures}
    <p class="legal">${t.amounts.province} ${t.result.reference}</p>`
}
