import { z } from 'zod'
import { CivilDate, Instant } from '#kernel/civil-date'
import { endpoint } from '#platform/contract/endpoint'
import { ApplicationId, Area, DocumentId, RequestId, Text } from './contract-parts.ts'
import { problems } from './domain/problems.ts'

const FeedbackId = z.uuid()

/** What somebody said to the office, as the office sees it: the name only of who gave one. */
export const FeedbackView = z.object({
  id: FeedbackId,
  kind: z.enum(['feedback', 'complaint', 'appeal']),
  state: z.enum(['received', 'accepted', 'answered']),
  outcome: z.enum(['upheld', 'partly_upheld', 'rejected']).nullable(),
  area: Area,
  receivedOn: CivilDate,
  /** By when an appeal has to be taken in, and then answered; null where the law sets no time. */
  dueOn: CivilDate.nullable(),
  isOver: z.boolean(),
  contact: z
    .object({
      fullName: z.string(),
      phone: z.string().nullable(),
      email: z.string().nullable(),
      address: z.string().nullable(),
    })
    .nullable(),
  application: z.object({ id: ApplicationId, code: z.string() }).nullable(),
  document: z.object({ id: DocumentId, number: z.string().nullable(), issuedOn: CivilDate }).nullable(),
  messages: z.array(
    z.object({ isAnswer: z.boolean(), byName: z.string().nullable(), text: z.string(), at: Instant }),
  ),
  version: z.int(),
})
export type FeedbackView = z.infer<typeof FeedbackView>

export const listFeedback = endpoint({
  method: 'GET',
  path: '/feedback',
  summary: 'What people said, and appeals: what waits for an answer by its time, else the latest first',
  permission: 'applications.answer_feedback',
  audit: 'applications.feedback_read',
  input: z.object({
    /** `open` is everything that is not answered. */
    state: z.enum(['open', 'received', 'accepted', 'answered']).optional(),
    kind: z.enum(['feedback', 'complaint', 'appeal']).optional(),
    areaId: z.int().optional(),
    page: z.int().min(1).default(1),
  }),
  output: z.object({ rows: z.array(FeedbackView), page: z.int(), pages: z.int(), total: z.int() }),
})

export const answerFeedback = endpoint({
  method: 'POST',
  path: '/feedback/{id}/answers',
  summary: 'Take an appeal in, answer what somebody said, and say what comes of an appeal',
  permission: 'applications.answer_feedback',
  audit: 'applications.feedback_answered',
  input: z.object({
    id: FeedbackId,
    version: z.int(),
    /** `accept` takes an appeal in («thụ lý»): its time begins; `answer` is written to the person; `settle` ends it. */
    step: z.enum(['accept', 'answer', 'settle']),
    text: Text.max(5000).nullable().default(null),
    /** What comes of an appeal; upheld, its file is taken up again. */
    outcome: z.enum(['upheld', 'partly_upheld', 'rejected']).nullable().default(null),
    requestId: RequestId,
  }),
  output: FeedbackView,
  problems: problems.of(
    'feedback_not_found',
    'changed_meanwhile',
    'feedback_settled',
    'answer_needed',
    'outcome_needed',
    'request_reused',
  ),
})
