import type { PublicProcedure } from '#modules/applications/contract'
import type { Procedures } from '../domain/carry.ts'
import { html, type Html } from './html.ts'
import type { Messages } from './messages.vi.ts'

/**
 * What to bring, each paper with when it is needed: not what the State has, nor what would tell an illness. Papers of what
 * hangs on an answer that is not known stand apart, so that nobody fetches them for nothing.
 */
export function bringPart(
  t: Messages,
  { sure, possible }: Procedures,
  procedures: readonly PublicProcedure[] = [],
): Html {
  const isOne = sure.length === 1 && possible.length === 0
  const listsOf = (ids: readonly string[], heading: (name: string) => string | undefined) =>
    ids.flatMap((id) => {
      const procedure = procedures.find((one) => one.id === id)
      return procedure ? [papersOf(t, procedure, heading(procedure.name[t.language]))] : []
    })
  return html`${listsOf(sure, (name) => (isOne ? undefined : t.result.papersFor(name)))}
  ${listsOf(possible, t.result.papersIf)}`
}

function papersOf(t: Messages, procedure: PublicProcedure, heading: string | undefined): Html {
  const papers = procedure.papers.filter(({ isHeld, isPrivate }) => !isHeld && !isPrivate)
  if (papers.length === 0) return html``
  return html`${heading !== undefined && html`<p><b>${heading}</b></p>`}
    <ul class="bullets">
      ${papers.map(
        ({ name, when }) =>
          html`<li>
            ${name[t.language]}${when && html`<br /><span class="quiet">${when[t.language]}</span>`}
          </li>`,
      )}
    </ul>`
}
