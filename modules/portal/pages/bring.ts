import type { PublicProcedure } from '#modules/applications/contract'
import { html, type Html } from './html.ts'
import type { Messages } from './messages.vi.ts'

/** What to bring to a procedure, each paper with when it is needed: not what the State has, nor what would tell an illness. */
export function bringPart(t: Messages, procedure: PublicProcedure | undefined): Html {
  const papers = procedure?.papers.filter(({ isHeld, isPrivate }) => !isHeld && !isPrivate) ?? []
  if (papers.length === 0) return html``
  return html`<ul class="bullets">
    ${papers.map(
      ({ name, when }) =>
        html`<li>
          ${name[t.language]}${when && html`<br /><span class="quiet">${when[t.language]}</span>`}
        </li>`,
    )}
  </ul>`
}
