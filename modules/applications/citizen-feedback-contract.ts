import { z } from 'zod'
import { CivilDate, Instant } from '#kernel/civil-date'
import { endpoint } from '#platform/contract/endpoint'
import { Proof } from '#platform/contract/proof-of-work'
import { Code, RequestId, limited, costs, perHour, guessed, byCode, FeedbackState } from './citizen-parts.ts'
import { problems } from './domain/problems.ts'

/** What people say to an office, and what they hear back. */

const Contact = z.object({
  fullName: z.string().trim().min(1).max(100),
  phone: z.string().trim().max(20).nullable().default(null),
  email: z.email().max(100).nullable().default(null),
  address: z.string().trim().max(200).nullable().default(null),
})
const Words = z.string().trim().normalize('NFC').min(10).max(5000)

export const fileAppeal = endpoint({
  method: 'POST',
  path: '/portal/appeals',
  summary: 'Appeal against a decision («khiếu nại»), within the time the law gives',
  permission: 'public',
  audit: 'applications.appeal_filed',
  limits: guessed,
  input: z.object({
    ...byCode,
    documentId: z.uuid(),
    contact: Contact,
    text: Words,
    proof: Proof,
    requestId: RequestId,
  }),
  output: z.object({ code: z.string(), dueOn: CivilDate.nullable() }),
  problems: {
    ...costs,
    ...problems.of(
      'tracking_not_found',
      'appeal_too_late',
      'appeal_open',
      'appeal_answered',
      'request_reused',
    ),
  },
})

export const sendFeedback = endpoint({
  method: 'POST',
  path: '/portal/feedback',
  summary: 'Say something to the office, with a name or without',
  permission: 'public',
  limits: [perHour(10)],
  input: z.object({
    kind: z.enum(['feedback', 'complaint']),
    areaId: z.int(),
    text: Words,
    contact: Contact.nullable().default(null),
    proof: Proof,
    requestId: RequestId,
  }),
  output: z.object({ code: z.string() }),
  problems: { ...costs, ...problems.of('area_not_in_reach', 'request_reused') },
})

/** What was said, and answered, as the writer reads it. */
export const FeedbackThread = z.object({
  kind: z.enum(['feedback', 'complaint', 'appeal']),
  state: FeedbackState,
  outcome: z.string().nullable(),
  unit: z.string(),
  receivedOn: CivilDate,
  dueOn: CivilDate.nullable(),
  messages: z.array(
    z.object({ isAnswer: z.boolean(), byName: z.string().nullable(), text: z.string(), at: Instant }),
  ),
})
export type FeedbackThread = z.infer<typeof FeedbackThread>

export const openFeedback = endpoint({
  method: 'POST',
  path: '/portal/feedback/opened',
  summary: 'What came of something one said, by the code one was given',
  permission: 'public',
  limits: [perHour(30)],
  input: z.object({ code: Code }),
  output: FeedbackThread,
  problems: { ...limited, ...problems.of('feedback_not_found') },
})

export const replyToFeedback = endpoint({
  method: 'POST',
  path: '/portal/feedback/replies',
  summary: 'Add something to what one said',
  permission: 'public',
  limits: [perHour(20)],
  input: z.object({ code: Code, text: Words, proof: Proof, requestId: RequestId }),
  output: FeedbackThread,
  problems: { ...costs, ...problems.of('feedback_not_found', 'request_reused') },
})
