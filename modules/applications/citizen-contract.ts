import { z } from 'zod'
import { CivilDate, Instant } from '#kernel/civil-date'
import { endpoint } from '#platform/contract/endpoint'
import { Challenge, Proof } from '#platform/contract/proof-of-work'
import { Applicant, Asked, Payment, Subject } from './domain/application.ts'
import { procedureIds } from './domain/procedure.ts'
import { problems } from './domain/problems.ts'

/** What people without an account may do («cổng người dân»): each limited, and what writes costs the machine a moment. */

const Label = z.object({ vi: z.string(), en: z.string() })
const Code = z.string().trim().min(4).max(40)
const RequestId = z.uuid()
/** A birth date as far as it is known: 1951, 1951-03 or 1951-03-12. */
const Birth = z.string().regex(/^\d{4}(-\d{2}){0,2}$/)

const limited = { too_many_requests: { status: 429 as const } }
const costs = {
  ...limited,
  proof_wrong: { status: 422 as const },
  proof_expired: { status: 422 as const },
  proof_spent: { status: 409 as const },
}
const perHour = (times: number, by?: string) => ({ times, seconds: 3600, ...(by && { by }) })

export const getChallenge = endpoint({
  method: 'GET',
  path: '/portal/challenge',
  summary: 'A riddle to be answered with whatever writes something down',
  permission: 'public',
  limits: [{ times: 60, seconds: 60 }],
  input: z.object({}),
  output: Challenge,
  problems: limited,
})

const PublicPaper = z.object({
  id: z.string(),
  name: Label,
  how: z.enum(['shown', 'kept']),
  /** Nobody has to bring it, because the State has it. */
  isHeld: z.boolean(),
  /** «Khi dưới 16 tuổi»; null where everybody needs it. */
  when: Label.nullable(),
})

/** A procedure as anybody may read it («thủ tục hành chính»). */
export const PublicProcedure = z.object({
  id: z.enum(procedureIds),
  name: Label,
  about: Label,
  begunBy: z.enum(['applicant', 'officer', 'either']),
  channels: z.array(z.string()),
  where: Label,
  /** The time for an answer, in the unit of the law; null where it names none. */
  time: z.object({ length: z.int(), unit: z.string() }).nullable(),
  competent: Label,
  forms: z.array(z.object({ number: z.string(), name: Label, when: Label.nullable() })),
  papers: z.array(PublicPaper),
  questions: z.array(
    z.object({ id: z.string(), text: Label, answers: z.array(z.object({ id: z.string(), label: Label })) }),
  ),
  steps: z.array(z.object({ id: z.string(), name: Label })),
  citation: z.string(),
})
export type PublicProcedure = z.infer<typeof PublicProcedure>

export const listProcedures = endpoint({
  method: 'GET',
  path: '/portal/procedures',
  summary: 'What one may ask for, as the law has it today',
  permission: 'public',
  limits: [{ times: 120, seconds: 60 }],
  input: z.object({ on: CivilDate.optional() }),
  output: z.array(PublicProcedure),
  problems: limited,
})

/** Photographs of one application: a few pages of each paper. */
const mostPages = 40

/** What a page of the portal has gathered so far; its shape is the page’s. */
const DraftContent = z
  .record(z.string(), z.unknown())
  .refine((content) => JSON.stringify(content).length <= 50_000)

export const saveDraft = endpoint({
  method: 'POST',
  path: '/portal/drafts',
  summary: 'Keep what somebody has begun, for thirty days; who has the code may go on',
  permission: 'public',
  limits: [perHour(60)],
  input: z.object({
    /** Of a draft kept before, which this one takes the place of. */
    code: Code.nullable().default(null),
    content: DraftContent,
    /** Photographs it names, which are kept as long as it is. */
    uploads: z.array(z.uuid()).max(mostPages).default([]),
    proof: Proof,
    requestId: RequestId,
  }),
  output: z.object({ code: z.string(), keptUntil: CivilDate }),
  problems: { ...costs, ...problems.of('draft_not_found', 'request_reused') },
})

export const openDraft = endpoint({
  method: 'POST',
  path: '/portal/drafts/opened',
  summary: 'Go on with a draft by its code',
  permission: 'public',
  limits: [perHour(30)],
  input: z.object({ code: Code }),
  output: z.object({
    code: z.string(),
    content: z.record(z.string(), z.unknown()),
    savedAt: Instant,
    keptUntil: CivilDate,
  }),
  problems: { ...limited, ...problems.of('draft_not_found') },
})

export const uploadPaper = endpoint({
  method: 'POST',
  path: '/portal/uploads',
  summary: 'Send a photograph or PDF of a paper: it is cleaned, and kept apart until a file takes it',
  permission: 'public',
  limits: [perHour(60)],
  /** Sent again by the same name of the request, because the answer got lost, it is the same photograph. */
  input: z.object({ file: z.file(), proof: Proof, requestId: RequestId }),
  output: z.object({
    uploadId: z.uuid(),
    name: z.string(),
    mediaType: z.string(),
    size: z.int(),
    pages: z.int(),
  }),
  problems: {
    ...costs,
    ...problems.of('request_reused'),
    'documents.upload_empty': { status: 422 as const },
    'documents.upload_too_large': { status: 413 as const },
    'documents.upload_of_other_kind': { status: 415 as const },
    'documents.picture_unreadable': { status: 422 as const },
    'documents.picture_too_many_pixels': { status: 413 as const },
    'documents.pdf_unreadable': { status: 422 as const },
    'documents.pdf_locked': { status: 422 as const },
    'documents.pdf_active': { status: 422 as const },
    'documents.pdf_too_many_pages': { status: 422 as const },
    'documents.upload_infected': { status: 422 as const },
    'documents.intake_busy': { status: 429 as const },
  },
})

/** A page of a paper; several of the same kind become one document. */
const PaperSent = z.object({
  kind: z.string().max(60),
  /** What was uploaded before, by the code it was given. */
  uploadId: z.uuid().nullable().default(null),
  note: z.string().trim().max(300).nullable().default(null),
})

export const submitOnline = endpoint({
  method: 'POST',
  path: '/portal/applications',
  summary: 'Hand a file in without an account, for oneself or for somebody else',
  permission: 'public',
  limits: [perHour(20)],
  input: z.object({
    procedure: z.enum(procedureIds),
    areaId: z.int(),
    subject: Subject,
    applicant: Applicant.nullable().default(null),
    asked: Asked.prefault({}),
    payment: Payment.nullable().default(null),
    papers: z.array(PaperSent).max(mostPages).default([]),
    /** The draft it was made of, which is then forgotten. */
    draft: Code.nullable().default(null),
    proof: Proof,
    requestId: RequestId,
  }),
  output: z.object({ code: z.string(), receivedOn: CivilDate }),
  problems: {
    ...costs,
    ...problems.of(
      'procedure_not_found',
      'channel_not_open',
      'not_received_then',
      'area_not_in_reach',
      'answer_unknown',
      'paper_unknown',
      'upload_not_found',
      'request_reused',
    ),
  },
})

const FeedbackState = z.enum(['received', 'accepted', 'answered'])

/** A file as its applicant sees it: where it is, who has it, by when, and what is to be done. */
export const TrackedFile = z.object({
  code: z.string(),
  procedure: Label,
  fullName: z.string(),
  unit: z.string(),
  receivedOn: CivilDate,
  completeOn: CivilDate.nullable(),
  dueOn: CivilDate.nullable(),
  isOver: z.boolean(),
  /** What is happening now, in a plain sentence. */
  tells: Label,
  steps: z.array(
    z.object({ name: Label, state: z.enum(['done', 'current', 'to_come']), on: CivilDate.nullable() }),
  ),
  missing: z.array(z.object({ kind: z.string(), name: Label.nullable(), why: z.string() })),
  /** Whether papers may be sent now. */
  mayAnswer: z.boolean(),
  mayWithdraw: z.boolean(),
  outcome: z.string().nullable(),
  documents: z.array(
    z.object({
      id: z.uuid(),
      kind: z.string(),
      number: z.string().nullable(),
      issuedOn: CivilDate,
      state: z.enum(['pending', 'made']),
      /** Why it was decided so, as it stands on the paper. */
      reasons: z.array(z.string()),
      /** Until when one may appeal against it; null of what is no decision. */
      appealBy: CivilDate.nullable(),
      mayAppeal: z.boolean(),
      /** The last appeal against it; it is read by the code its writer was given. */
      appeal: z
        .object({
          state: FeedbackState,
          outcome: z.string().nullable(),
          filedOn: CivilDate,
          dueOn: CivilDate.nullable(),
        })
        .nullable(),
    }),
  ),
})
export type TrackedFile = z.infer<typeof TrackedFile>

/** Whoever guesses is slowed down by where they come from and by what they guess at. */
const guessed = [{ times: 30, seconds: 600 }, perHour(60, 'code')]
const byCode = { code: Code, born: Birth }

export const trackApplication = endpoint({
  method: 'POST',
  path: '/portal/tracking',
  summary: 'Where a file is, by its code and the birth date of whom it is about',
  permission: 'public',
  audit: 'applications.application_tracked',
  limits: guessed,
  input: z.object(byCode),
  output: TrackedFile,
  problems: { ...limited, ...problems.of('tracking_not_found') },
})

export const answerPaperRequest = endpoint({
  method: 'POST',
  path: '/portal/tracking/papers',
  summary: 'Send the papers a file still needs',
  permission: 'public',
  audit: 'applications.papers_sent',
  limits: guessed,
  input: z.object({
    ...byCode,
    papers: z.array(PaperSent).min(1).max(mostPages),
    note: z.string().trim().max(1000).nullable().default(null),
    proof: Proof,
    requestId: RequestId,
  }),
  output: TrackedFile,
  problems: {
    ...costs,
    ...problems.of(
      'tracking_not_found',
      'nothing_asked',
      'paper_unknown',
      'upload_not_found',
      'request_reused',
    ),
  },
})

export const withdrawApplication = endpoint({
  method: 'POST',
  path: '/portal/tracking/withdrawal',
  summary: 'Take a file back',
  permission: 'public',
  audit: 'applications.application_withdrawn',
  limits: guessed,
  input: z.object({ ...byCode, proof: Proof, requestId: RequestId }),
  output: TrackedFile,
  problems: { ...costs, ...problems.of('tracking_not_found', 'action_not_possible', 'request_reused') },
})

export const downloadOwnDocument = endpoint({
  method: 'POST',
  path: '/portal/tracking/document',
  summary: 'The decision, or another paper of a file, as PDF',
  permission: 'public',
  audit: 'applications.document_handed_out',
  limits: guessed,
  input: z.object({ ...byCode, documentId: z.uuid() }),
  output: z.file(),
  problems: { ...limited, ...problems.of('tracking_not_found', 'document_not_made') },
})

/** What a paper must say, for whoever holds one: enough to see that it is real, and no more than stands on it. */
export const VerifiedDocument = z.object({
  kind: z.string(),
  number: z.string().nullable(),
  issuedOn: CivilDate,
  unit: z.string(),
  signer: z.string(),
  title: z.string(),
  /** «N. T. Hòa»: to be compared with the paper. */
  about: z.string().nullable(),
  sha256: z.string().nullable(),
})
export type VerifiedDocument = z.infer<typeof VerifiedDocument>

export const verifyDocument = endpoint({
  method: 'GET',
  path: '/portal/documents/{code}',
  summary: 'Whether a paper is real, by the code in its corner',
  permission: 'public',
  limits: [{ times: 60, seconds: 600 }],
  input: z.object({ code: Code }),
  output: VerifiedDocument,
  problems: { ...limited, ...problems.of('verification_not_found') },
})

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
    ...problems.of('tracking_not_found', 'appeal_too_late', 'appeal_open', 'request_reused'),
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

/** Somebody whose file is put up at the office, as the law of the file wants it; never of who has HIV. */
export const PostedFile = z.object({
  fullName: z.string(),
  bornYear: z.string(),
  village: z.string().nullable(),
  procedure: Label,
  through: CivilDate.nullable(),
})
export type PostedFile = z.infer<typeof PostedFile>

export const listPosted = endpoint({
  method: 'GET',
  path: '/portal/postings',
  summary: 'What is put up in a commune these days («niêm yết»)',
  permission: 'public',
  limits: [{ times: 60, seconds: 600 }],
  input: z.object({ areaId: z.int() }),
  output: z.array(PostedFile),
  problems: limited,
})
