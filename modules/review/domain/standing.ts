import type { Contested, Field, Finding } from './field.ts'
import { keyOf, presence } from './field.ts'

export const outcomes = ['unchanged', 'changed', 'not_met', 'not_found'] as const
export type Outcome = (typeof outcomes)[number]

export const states = ['waiting', ...outcomes, 'conflict'] as const
export type State = (typeof states)[number]

/** An answer as it counts: what was said, in which order it came, and what its author had seen. */
export type Counted = {
  readonly id: string
  readonly seq: number
  readonly outcome: Outcome
  readonly changes: readonly Finding[]
  /** The last answer its author had seen when they gave it. */
  readonly knew: number
  /** The list it was given from; the answers of one list know each other. */
  readonly takeId: string | null
}

export type Standing = {
  readonly state: State
  /** How often somebody came and met nobody. */
  readonly tries: number
  /** What is found to be otherwise, where nothing contradicts it. */
  readonly changes: readonly Finding[]
  /** Where two said different things without knowing of each other: a person decides. */
  readonly conflicts: readonly { readonly field: Contested; readonly answerIds: readonly string[] }[]
  /** The answers that count: not those somebody replaced who knew of them. */
  readonly counting: readonly string[]
}

/** What the answers about one person come to, in the order they came; those taken back are left out beforehand. */
export function standingOf(answers: readonly Counted[]): Standing {
  const inOrder = answers.toSorted((one, other) => one.seq - other.seq)
  const tries = inOrder.filter(({ outcome }) => outcome === 'not_met').length
  const found = inOrder.filter(({ outcome }) => outcome !== 'not_met')
  let counting: readonly Counted[] = []
  for (const answer of found) counting = [...counting.filter((before) => !knowsOf(answer, before)), answer]
  const conflicts = conflictsIn(counting)
  const contested = new Set<Contested>(conflicts.map(({ field }) => field))
  const changes = distinct(counting.flatMap((answer) => answer.changes)).filter(
    ({ field }) => !contested.has(field),
  )
  return {
    state: stateOf(counting, { hasConflict: conflicts.length > 0, tries }),
    tries,
    changes,
    conflicts,
    counting: counting.map(({ id }) => id),
  }
}

/** Whether whoever gave the answer had seen the one before: then theirs replaces it. */
function knowsOf(answer: Counted, before: Counted): boolean {
  return before.seq <= answer.knew || (answer.takeId !== null && answer.takeId === before.takeId)
}

function stateOf(
  counting: readonly Counted[],
  { hasConflict, tries }: { hasConflict: boolean; tries: number },
): State {
  if (hasConflict) return 'conflict'
  if (counting.length === 0) return tries > 0 ? 'not_met' : 'waiting'
  if (counting.some(({ outcome }) => outcome === 'changed')) return 'changed'
  return counting.some(({ outcome }) => outcome === 'not_found') ? 'not_found' : 'unchanged'
}

function conflictsIn(counting: readonly Counted[]): Standing['conflicts'] {
  const absent = counting.filter(({ outcome }) => outcome === 'not_found')
  const present = counting.filter(({ outcome }) => outcome !== 'not_found')
  const unchanged = counting.filter(({ outcome }) => outcome === 'unchanged')
  const fields = [...new Set(counting.flatMap(({ changes }) => changes.map(({ field }) => field)))]
  const contested = fields.flatMap((field) => {
    const saying = counting.filter(({ changes }) => changes.some((one) => one.field === field))
    const values = new Set(saying.map((answer) => keyOf(findingOf(answer, field)!))) // It says something about it.
    // Who found nothing changed says of every field that it is as it was.
    return values.size > 1 || unchanged.length > 0
      ? [{ field, answerIds: idsOf([...saying, ...unchanged]) }]
      : []
  })
  return absent.length > 0 && present.length > 0
    ? [{ field: presence, answerIds: idsOf([...absent, ...present]) }, ...contested]
    : contested
}

const findingOf = ({ changes }: Counted, field: Field) => changes.find((one) => one.field === field)
const idsOf = (answers: readonly Counted[]) =>
  answers.toSorted((one, other) => one.seq - other.seq).map(({ id }) => id)

function distinct(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((one) => [keyOf(one), one])).values()]
}
