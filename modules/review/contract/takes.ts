import { z } from 'zod'
import { CivilDate, Instant } from '#kernel/civil-date'
import { endpoint } from '#platform/contract/endpoint'
import { problems } from '../domain/problems.ts'
import { AreaRef, NewAnswer, PartId, RequestId, ReviewRow, State } from './shared.ts'

export const TakeId = z.uuid()

/** A list somebody carries, as the office sees it. */
export const TakeView = z.object({
  id: TakeId,
  village: z.string().nullable(),
  people: z.int(),
  device: z.string(),
  takenName: z.string(),
  takenAt: Instant,
  expiresAt: Instant,
  lastHeardAt: Instant.nullable(),
  answers: z.int(),
  state: z.enum(['out', 'expired', 'handed_in', 'recalled']),
})
export type TakeView = z.infer<typeof TakeView>

/** Somebody on a carried list: what a reviewer asks at the door, and what was found before. */
export const CarriedRow = ReviewRow.omit({ answers: true, conflicts: true }).extend({
  /** What was said last before the list was taken. */
  before: z.object({ state: State, byName: z.string().nullable(), at: Instant.nullable() }),
})
export type CarriedRow = z.infer<typeof CarriedRow>

export const CarriedList = z.object({
  id: TakeId,
  partId: PartId,
  area: AreaRef,
  title: z.string(),
  to: CivilDate,
  village: z.string().nullable(),
  secret: z.string(),
  takenAt: Instant,
  expiresAt: Instant,
  rows: z.array(CarriedRow),
})
export type CarriedList = z.infer<typeof CarriedList>

/** What can be taken along: the open reviews of one’s own communes by village. */
export const listTakeable = endpoint({
  method: 'GET',
  path: '/review-takes/places',
  summary: 'The villages whose list can be taken along, with how many people wait there',
  permission: 'review.answer',
  input: z.object({}),
  output: z.array(
    z.object({
      partId: PartId,
      area: AreaRef,
      title: z.string(),
      villages: z.array(z.object({ name: z.string().nullable(), people: z.int(), waiting: z.int() })),
    }),
  ),
})

export const takeList = endpoint({
  method: 'POST',
  path: '/review-parts/{partId}/takes',
  summary: 'Take the list of a commune or a village along on a tablet',
  permission: 'review.answer',
  audit: 'review.list_taken',
  input: z.object({
    partId: PartId,
    village: z.string().max(100).nullable().default(null),
    device: z.string().trim().min(1).max(100),
    requestId: RequestId,
  }),
  output: CarriedList,
  problems: problems.of(
    'part_not_found',
    'part_closed',
    'not_drawn_yet',
    'nobody_to_take',
    'take_of_another',
  ),
})

export const listTakes = endpoint({
  method: 'GET',
  path: '/review-parts/{partId}/takes',
  summary: 'Who carries the list of a review, since when, and what came from it',
  permission: 'review.read',
  input: z.object({ partId: PartId }),
  output: z.array(TakeView),
  problems: problems.of('part_not_found'),
})

export const unlockTake = endpoint({
  method: 'POST',
  path: '/review-takes/{id}/key',
  summary: 'Open a list on its device for whoever took it and forgot the code',
  permission: 'review.answer',
  audit: 'review.take_unlocked',
  input: z.object({ id: TakeId }),
  output: z.object({ secret: z.string() }),
  problems: problems.of('take_not_found', 'take_of_another'),
})

/** How an answer from a device was taken. */
export const Verdict = z.object({
  id: z.uuid(),
  verdict: z.enum(['taken', 'repeated', 'conflict']),
})
export type Verdict = z.infer<typeof Verdict>

export const sendAnswers = endpoint({
  method: 'POST',
  path: '/review-takes/{id}/answers',
  summary: 'Take in what was recorded on a device, in whatever order and however often it is sent',
  permission: 'review.answer',
  audit: 'review.answers_taken_in',
  input: z.object({
    id: TakeId,
    /** By the clock of the device, so that a wrong one can be put right. */
    sentAt: Instant,
    answers: z.array(NewAnswer).max(200),
  }),
  output: z.object({ verdicts: z.array(Verdict), isRecalled: z.boolean() }),
  problems: problems.of('take_not_found', 'take_of_another', 'person_not_on_list', 'answer_changed'),
})

export const handInTake = endpoint({
  method: 'POST',
  path: '/review-takes/{id}/hand-in',
  summary: 'Say that nothing is left on the device',
  permission: 'review.answer',
  audit: 'review.take_handed_in',
  input: z.object({ id: TakeId }),
  output: z.void(),
  problems: problems.of('take_not_found', 'take_of_another'),
})

export const recallTake = endpoint({
  method: 'POST',
  path: '/review-takes/{id}/recall',
  summary: 'Call a list back, as when a tablet is lost: it is wiped at its next contact',
  permission: 'review.answer',
  audit: 'review.take_recalled',
  input: z.object({ id: TakeId }),
  output: z.void(),
  problems: problems.of('take_not_found'),
})
