import type { PublicProcedure } from '#modules/applications/contract'
import { html, type Html } from './html.ts'
import { icon } from './icon.ts'
import { hrefIn } from './layout.ts'
import type { Messages } from './messages.vi.ts'
import { isOnline, procedureText } from './procedures.ts'
import { textField } from './fields.ts'

/** What one may apply for from home; nothing where the list cannot be had now. */
export function applyHome(t: Messages, found: readonly PublicProcedure[] | undefined): Html {
  const procedures = found ?? []
  const online = procedures.filter(isOnline)
  const others = procedures.filter((one) => one.begunBy !== 'officer' && !isOnline(one))
  const list = (of: readonly PublicProcedure[]) =>
    html`<ul class="links">
      ${of.map(
        ({ id, name }) => html`<li><a href="${hrefIn(t, `/nop-ho-so/${id}`)}">${name[t.language]}</a></li>`,
      )}
    </ul>`
  return html`<div class="hello">
      <h1>${t.nav.apply}</h1>
      <p>${t.apply.intro}</p>
      <p><a href="${hrefIn(t, '/kiem-tra')}">${t.apply.unsure}</a></p>
    </div>
    <section aria-labelledby="chon">
      <h2 id="chon">${t.apply.choose}</h2>
      ${online.length > 0 ? list(online) : html`<p>${found ? t.apply.none : t.apply.failed}</p>`}
    </section>
    ${
      others.length > 0 &&
      html`<section aria-labelledby="tai-xa">
        <h2 id="tai-xa">${t.apply.counter}</h2>
        ${list(others)}
      </section>`
    }
    <section aria-labelledby="tiep">
      <h2 id="tiep">${t.apply.resume}</h2>
      <form class="ask" method="post" data-resume data-away="${t.track.offline}" novalidate>
        ${textField('draft', t.apply.resumeCode)}
        <button class="btn onward" type="submit" disabled data-ready>${t.apply.resumeOpen}</button>
        <p data-said role="status"></p>
        <noscript><p>${t.apply.noScript}</p></noscript>
      </form>
    </section>`
}

/** The page of a procedure as anybody may read it; with JavaScript its parts take its place. */
export function applyPage(t: Messages, procedure: PublicProcedure): Html {
  return html`<div class="row">
      <a class="back" href="${hrefIn(t, '/nop-ho-so')}">${icon('left')}${t.back}</a>
    </div>
    <div class="hello">
      <h1>${procedure.name[t.language]}</h1>
    </div>
    ${procedureText(t, procedure, { isAlone: true })}
    ${
      isOnline(procedure)
        ? html`<div data-apply="${JSON.stringify(procedure)}"></div>
            <noscript><p class="urge">${t.apply.noScript}</p></noscript>`
        : html`<p class="urge">${t.help.office}</p>`
    }`
}
