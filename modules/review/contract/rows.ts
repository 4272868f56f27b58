import { z } from 'zod'
import { CivilDate, Instant } from '#kernel/civil-date'
import { PersonId } from '#modules/people/contract'
import { endpoint } from '#platform/contract/endpoint'
import { problems } from '../domain/problems.ts'
import { PartView } from './campaigns.ts'
import { NewAnswer, PartId, ReasonKind, ReviewRow, State } from './shared.ts'

export const pageSize = 25

const RowFilter = z.object({
  state: State.optional(),
  /** Of this kind; `any` is everybody with a reason at all. */
  reason: z.union([ReasonKind, z.literal('any')]).optional(),
  village: z.string().max(100).optional(),
  q: z.string().trim().max(100).optional(),
})
export type RowFilter = z.infer<typeof RowFilter>

export const RowPage = z.object({
  part: PartView.extend({ title: z.string(), year: z.int(), from: CivilDate, to: CivilDate }),
  rows: z.array(ReviewRow),
  page: z.int(),
  total: z.int(),
  villages: z.array(z.object({ name: z.string().nullable(), people: z.int(), waiting: z.int() })),
  reasons: z.array(z.object({ kind: ReasonKind, people: z.int() })),
  /** When this was read: what somebody confirms is the register as it was known then. */
  readAt: Instant,
})
export type RowPage = z.infer<typeof RowPage>

export const listRows = endpoint({
  method: 'GET',
  path: '/review-parts/{id}/people',
  summary:
    'The people of a review with what is known of them, what is about to change or stale, and what was found',
  permission: 'review.read',
  audit: 'review.list_read',
  input: RowFilter.extend({ id: PartId, page: z.coerce.number().int().min(1).default(1) }),
  output: RowPage,
  problems: problems.of('part_not_found'),
})

export const downloadRows = endpoint({
  method: 'GET',
  path: '/review-parts/{id}/sheet',
  summary: 'The list of a review as Excel, all of it or those in one state',
  permission: 'review.read',
  audit: 'review.list_exported',
  input: RowFilter.extend({ id: PartId }),
  output: z.file(),
  problems: problems.of('part_not_found'),
})

export const Given = z.object({
  state: State,
  /** What it opened: a change request to see through, or a task. */
  requests: z.array(z.object({ field: z.string(), id: z.uuid() })),
  tasks: z.int(),
})
export type Given = z.infer<typeof Given>

export const answerRow = endpoint({
  method: 'POST',
  path: '/review-parts/{partId}/answers',
  summary:
    'Say what was found about one person: nothing changed, what changed, nobody met, or not to be found',
  permission: 'review.answer',
  audit: 'review.answered',
  input: NewAnswer.omit({ saidAt: true }).extend({ partId: PartId, seenAt: Instant }),
  output: Given,
  problems: problems.of(
    'part_not_found',
    'part_closed',
    'person_not_on_list',
    'answered_meanwhile',
    'answer_changed',
  ),
})

export const withdrawAnswer = endpoint({
  method: 'POST',
  path: '/review-answers/{id}/withdrawal',
  summary: 'Take back an answer; it stays written and counts no more',
  permission: 'review.answer',
  audit: 'review.answer_withdrawn',
  input: z.object({ id: z.uuid() }),
  output: z.object({ state: State }),
  problems: problems.of('answer_not_found', 'part_closed', 'request_opened'),
})

/** One look at a person in a review, for their page. */
export const PersonReview = z.object({
  partId: PartId,
  title: z.string(),
  year: z.int(),
  state: State,
  answeredAt: Instant.nullable(),
  answeredName: z.string().nullable(),
})

export const listReviewsOf = endpoint({
  method: 'GET',
  path: '/people/{personId}/reviews',
  summary: 'When somebody was reviewed, by whom, and when everything was last found as recorded',
  permission: 'review.read',
  audit: 'review.person_read',
  input: z.object({ personId: PersonId }),
  output: z.object({
    confirmedOn: CivilDate.nullable(),
    metOn: CivilDate.nullable(),
    reviews: z.array(PersonReview),
  }),
})
