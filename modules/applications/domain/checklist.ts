import type { CivilDate } from '#kernel/civil-date'
import { isTrueOfFile, type AskedFacts } from './file-condition.ts'
import { isIn, type PaperState } from './paper.ts'
import type { Edition, Paper } from './procedure.ts'

export type Item = {
  readonly paper: Paper
  readonly state: PaperState
  /** Nobody is asked for it, because the State holds it. */
  readonly isHeld: boolean
  /** The file waits for it. */
  readonly isLacking: boolean
}

type Known = {
  readonly asked: AskedFacts
  /** What the register itself knows of the person; nothing of who is not in it. */
  readonly registered: AskedFacts | undefined
  readonly receivedOn: CivilDate
  readonly states: ReadonlyMap<string, PaperState>
}

/** The papers a file needs («thành phần hồ sơ»), by what is known of it: each with how it stands. */
export function checklistOf({ papers }: Pick<Edition, 'papers'>, known: Known): Item[] {
  return papers
    .filter((paper) => isAskedFor(paper, known) || known.states.has(paper.id))
    .map((paper) => {
      const isHeld = isHeldByState(paper, known)
      const state = known.states.get(paper.id) ?? (isHeld ? 'held_by_state' : 'missing')
      return { paper, isHeld, state, isLacking: !isIn(state) && !(paper.isOptional && state === 'missing') }
    })
}

/** What has still to be brought. */
export function missingOf(items: readonly Item[]): Paper[] {
  return items.filter(({ isLacking }) => isLacking).map(({ paper }) => paper)
}

function isAskedFor({ when }: Paper, { asked, registered }: Known): boolean {
  if (!when) return true
  return isTrueOfFile(when, asked) ?? (registered !== undefined && isTrueOfFile(when, registered) === true)
}

/** Where a paper is in our own register, it is there only once its fact has been recorded. */
function isHeldByState({ held, when }: Paper, { registered, receivedOn }: Known): boolean {
  if (!held || held.since > receivedOn) return false
  if (held.by !== 'register') return true
  return registered !== undefined && (!when || isTrueOfFile(when, registered) === true)
}
