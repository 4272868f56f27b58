import { z } from 'zod'
import { CivilDate, Instant } from '#kernel/civil-date'
import { benefits } from '#modules/entitlement/contract'
import { endpoint } from '#platform/contract/endpoint'
import { ApplicationId, DocumentId, Label, PaperGiven, RequestId } from './contract-parts.ts'
import { TermsView } from './decision-contract.ts'
import { Applicant, Asked, Payment, SubjectTold } from './domain/application.ts'
import { channels, procedureIds, subjectMatters } from './domain/procedure.ts'
import { problems } from './domain/problems.ts'
import { ApplicationView, EventFormView, PaperView } from './file-contract.ts'

export const SubmitApplication = z.object({
  procedure: z.enum(procedureIds),
  channel: z.enum(channels),
  /** The unit of residence, where the file goes. */
  areaId: z.int(),
  /** Whom of the register it is about; a person who is not there yet is matched later. */
  personId: z.uuid().nullable().default(null),
  subject: SubjectTold,
  applicant: Applicant.nullable().default(null),
  asked: Asked.prefault({}),
  payment: Payment.nullable().default(null),
  papers: z.array(PaperGiven).max(40).default([]),
  /** When it was handed in, where it is entered later; now where it is left out. */
  receivedAt: Instant.optional(),
  /** Nothing is missing: the file is accepted at once, its clock starts, and the receipt says the day of the answer. */
  isComplete: z.boolean().default(false),
  requestId: RequestId,
})
export type SubmitApplication = z.infer<typeof SubmitApplication>

export const submitApplication = endpoint({
  method: 'POST',
  path: '/applications',
  summary: 'Receive a file at the counter, by post or at home, and give out its receipt',
  permission: 'applications.handle',
  audit: 'applications.application_received',
  input: SubmitApplication,
  output: z.object({
    id: ApplicationId,
    code: z.string(),
    version: z.int(),
    dueOn: CivilDate.nullable(),
    /** The receipt («giấy tiếp nhận hồ sơ và hẹn trả kết quả»), of a file that was complete. */
    receiptId: DocumentId.nullable(),
  }),
  problems: {
    ...problems.of(
      'procedure_not_found',
      'channel_not_open',
      'not_received_then',
      'received_in_future',
      'birth_impossible',
      'area_not_in_reach',
      'answer_unknown',
      'paper_unknown',
      'upload_not_found',
      'papers_missing',
      'person_differs',
      'request_reused',
    ),
    'people.person_not_found': { status: 404 as const },
  },
})

/** A fact the law still depends on, to be asked at the counter, with the words and the answers it may have. */
const IntakeQuestion = z.object({
  fact: z.string(),
  kind: z.enum(['choice', 'flag', 'amount']),
  text: Label,
  options: z.array(z.object({ value: z.string(), label: Label })),
})
export type IntakeQuestion = z.infer<typeof IntakeQuestion>

/** What the counter needs to know of a file that is about to be received. */
export const IntakePreview = z.object({
  edition: z.object({ citation: z.string(), where: Label }),
  forms: z.array(z.object({ number: z.string(), name: Label })),
  channels: z.array(z.enum(channels)),
  /** Facts of the law that could still change the answer, and what the procedure itself asks. */
  questions: z.array(IntakeQuestion),
  procedureQuestions: z.array(
    z.object({ id: z.string(), text: Label, answers: z.array(z.object({ id: z.string(), label: Label })) }),
  ),
  /** What is asked of what happened; nobody waits at the counter for what is not known yet. Null where nothing is given for it. */
  eventForm: EventFormView.nullable(),
  papers: z.array(
    PaperView.pick({
      kind: true,
      name: true,
      how: true,
      state: true,
      isLacking: true,
      heldBy: true,
      isConfidential: true,
    }),
  ),
  /** The day of the answer, were the file complete today; null where the law names no time. */
  dueOn: CivilDate.nullable(),
  /** A right that may be granted, what is drawn already (which alone is among the results), or no money by the month. */
  about: z.enum(subjectMatters),
  /** Whoever is not in one’s own register is in that of the unit they left, which matches the file: nobody is registered twice. */
  isKnownElsewhere: z.boolean(),
  /** Whether it may be about somebody who has died: of a death, or so that what was drawn ends. */
  mayHaveDied: z.boolean(),
  /** Whether whoever has brought every paper goes home with a receipt: where an officer still has to choose, there is none yet. */
  givesReceipt: z.boolean(),
  /** Whether money may follow, so that it is asked how it is to be paid. */
  mayPay: z.boolean(),
  /** By benefit of the procedure; empty where nobody was named yet. */
  results: z.array(
    z.object({
      benefit: z.enum(benefits),
      isRight: z.boolean(),
      isAwarded: z.boolean(),
      terms: TermsView,
    }),
  ),
  /** What is given once for what happened; null while too little of it is known. */
  once: z.object({ isRight: z.boolean(), terms: TermsView }).nullable(),
  alike: ApplicationView.shape.alike,
})
export type IntakePreview = z.infer<typeof IntakePreview>

export const previewIntake = endpoint({
  method: 'POST',
  path: '/application-previews',
  summary:
    'What still has to be asked and brought for a file, and what the law gives by what is known so far',
  permission: 'applications.handle',
  audit: 'applications.intake_previewed',
  input: z.object({
    procedure: z.enum(procedureIds),
    personId: z.uuid().nullable().default(null),
    subject: z
      .object({ fullName: z.string().max(100), born: CivilDate })
      .nullable()
      .default(null),
    asked: Asked.prefault({}),
    papers: z.array(PaperGiven).max(40).default([]),
    receivedOn: CivilDate.optional(),
  }),
  output: IntakePreview,
  problems: {
    ...problems.of('procedure_not_found', 'not_received_then', 'answer_unknown'),
    'people.person_not_found': { status: 404 as const },
  },
})
