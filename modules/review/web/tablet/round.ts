import { z } from 'zod'
import { now } from '#kernel/civil-date'
import { carriedLists, type OpenList } from '#platform/web/offline/carried-lists'
import {
  CarriedList,
  NewAnswer,
  type CarriedRow,
  type Finding,
  type OutcomeOf,
  type StateOf,
} from '../../contract.ts'

/** What was found at one door, and what the server said to it. */
export const RoundRecord = z.object({
  answer: NewAnswer,
  verdict: z.enum(['taken', 'repeated', 'conflict']).nullable(),
})
export type RoundRecord = z.infer<typeof RoundRecord>

const RoundInside = CarriedList.omit({ secret: true })

/** A list of a review that is open on this page. */
export type Round = OpenList<z.infer<typeof RoundInside>, RoundRecord>

/** The lists of reviews this tablet holds. */
export const rounds = carriedLists({
  shelf: 'ra-soat',
  purpose: 'review list',
  inside: RoundInside,
  record: RoundRecord,
  labelOf: ({ area, village, title }) => `${[area.name, village].filter(Boolean).join(', ')} · ${title}`,
  idOf: ({ answer }) => answer.id,
  happenedAt: ({ answer }) => answer.saidAt,
  isSent: ({ verdict }) => verdict !== null,
})

type Said = { readonly outcome: OutcomeOf; readonly changes: Finding[]; readonly note: string | null }

/** Writes down what was found, to the disk before anybody is told that it is. */
export async function record(round: Round, row: CarriedRow, said: Said): Promise<RoundRecord> {
  const made: RoundRecord = {
    answer: { id: crypto.randomUUID(), personId: row.personId, knew: row.knew, saidAt: now(), ...said },
    verdict: null,
  }
  await rounds.write(round, [made])
  return made
}

/** What is known of somebody on this tablet: what was recorded here comes after what the list said. */
export function standingOf(
  row: CarriedRow,
  records: readonly RoundRecord[],
): { state: StateOf; last: RoundRecord | undefined } {
  const own = records.filter(({ answer }) => answer.personId === row.personId)
  const last = own.findLast(({ answer }) => answer.outcome !== 'not_met') ?? own.at(-1)
  if (!last) return { state: row.before.state, last: undefined }
  const isKnown = last.answer.outcome === 'not_met' && !['waiting', 'not_met'].includes(row.before.state)
  return {
    state: isKnown ? row.before.state : last.verdict === 'conflict' ? 'conflict' : last.answer.outcome,
    last,
  }
}

/** Whether somebody is still to be visited. */
export const isLeft = (state: StateOf) => state === 'waiting' || state === 'not_met'

/** Days so far ahead of the list show a clock that is wrong; the office puts the hours right, but the list would end too early. */
export function clockIsOff({ list }: Pick<Round, 'list'>): boolean {
  return now().slice(0, 19) < list.takenAt.slice(0, 19)
}
