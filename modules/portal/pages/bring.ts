import type { PublicProcedure } from '#modules/applications/contract'
import type { FileCondition } from '#modules/applications/engine'
import type { Procedures } from '../domain/carry.ts'
import type { Known } from '../domain/known.ts'
import { needOf } from '../domain/paper-need.ts'
import { html, type Html } from './html.ts'
import type { Messages } from './messages.vi.ts'

/**
 * What to bring: not what the State has, nor what would tell an illness, nor what the answers rule out; with when it is
 * needed where they leave that open. Papers of a right that is not certain stand apart, so that nobody fetches them for
 * nothing.
 */
export function bringPart(
  t: Messages,
  { sure, possible }: Procedures,
  { known, procedures = [] }: { known: Known; procedures?: readonly PublicProcedure[] | undefined },
): Html {
  const isOne = sure.length === 1 && possible.length === 0
  const listsOf = (ids: readonly string[], heading: (name: string) => string | undefined) =>
    ids.flatMap((id) => {
      const procedure = procedures.find((one) => one.id === id)
      return procedure
        ? [papersOf(t, procedure, { known, heading: heading(procedure.name[t.language]) })]
        : []
    })
  return html`${listsOf(sure, (name) => (isOne ? undefined : t.result.papersFor(name)))}
  ${listsOf(possible, t.result.papersIf)}`
}

function papersOf(
  t: Messages,
  procedure: PublicProcedure,
  { known, heading }: { known: Known; heading: string | undefined },
): Html {
  const papers = procedure.papers
    .filter(({ isHeld, isPrivate }) => !isHeld && !isPrivate)
    // The operation sends it as the procedure has it.
    .map((paper) => ({ ...paper, need: needOf(paper.condition as FileCondition | null, known) }))
    .filter(({ need }) => need !== 'not_needed')
  if (papers.length === 0) return html``
  return html`${heading !== undefined && html`<p><b>${heading}</b></p>`}
    <ul class="bullets">
      ${papers.map(
        ({ name, when, need }) =>
          html`<li>
            ${name[t.language]}${
              when && need === 'open' && html`<br /><span class="quiet">${when[t.language]}</span>`
            }
          </li>`,
      )}
    </ul>`
}
