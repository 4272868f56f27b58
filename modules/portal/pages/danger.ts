import type { Answers } from '../domain/question.ts'
import { dangerNumbers } from './home.ts'
import { html, type Html } from './html.ts'
import { icon } from './icon.ts'
import { hrefIn } from './layout.ts'
import type { Messages } from './messages.vi.ts'

/** Where «Thoát nhanh» leads: a page anybody may be reading. */
const elsewhere = 'https://vi.wikipedia.org/wiki/Th%E1%BB%9Di_ti%E1%BA%BFt'

/** Somebody is being harmed, who may have to be gone from the page at once. */
export function isHarmed(answers: Answers): boolean {
  return answers.get('happening')?.includes('harm') === true
}

/** The way out, on every page after such an answer. */
export function wayOut(t: Messages): Html {
  return html`<p class="leave">
    <a class="btn btn-danger" href="${elsewhere}" rel="noreferrer" data-leave>${icon('leave')}${t.leave}</a>
    <span class="hint">${t.leaveHint}</span>
  </p>`
}

/** The numbers to call, before any question goes on. */
export function dangerPage(t: Messages, onward: Html): Html {
  return html`${wayOut(t)}
    <div class="hello">
      <h1>${t.danger.heading}</h1>
      <p>${t.danger.call}</p>
    </div>
    ${dangerNumbers(t)}
    <p>${t.danger.nothingKept}</p>
    ${onward}`
}

/** Goes on with the questions where the phone works them out. */
export function goOn(t: Messages): Html {
  return html`<p><button class="btn" type="button" data-go-on>${t.danger.next}</button></p>
    <p><a href="${hrefIn(t, '/')}">${t.nav.home}</a></p>`
}
