import { z } from 'zod'
import { BirthPrecision, CivilDate, Instant, Month } from '#kernel/civil-date'
import { Dong } from '#kernel/dong'
import { id } from '#kernel/id'
import { benefits, components } from '#modules/entitlement/contract'
import { Paper } from '#modules/documents/contract'
import { endpoint } from '#platform/contract/endpoint'
import { Applicant, Asked, Payment, Subject } from './domain/application.ts'
import { documentKinds } from './domain/document.ts'
import { PaperState } from './domain/paper.ts'
import { channels, clockUnits, decisionKinds, procedureIds, slips } from './domain/procedure.ts'
import { problems } from './domain/problems.ts'

export * from './citizen-contract.ts'
export { Applicant, Asked, Payment, Subject } from './domain/application.ts'
export { PaperState } from './domain/paper.ts'
export { channels, decisionKinds, procedureIds } from './domain/procedure.ts'

export const ApplicationId = id<'ApplicationId'>()
export type ApplicationId = z.infer<typeof ApplicationId>
export const ProposalId = id<'ProposalId'>()
export type ProposalId = z.infer<typeof ProposalId>
export const DocumentId = id<'DocumentId'>()
export type DocumentId = z.infer<typeof DocumentId>

const Area = z.object({ id: z.int(), name: z.string() })
/** Words in both languages. */
const Label = z.object({ vi: z.string(), en: z.string() })
const Text = z.string().trim().normalize('NFC').min(1)
const RequestId = z.uuid()

/** What a clock shows («đồng hồ thời hạn»): what is left in the unit of the law, and the last day. */
export const ClockView = z.object({
  state: z.enum(['ok', 'near', 'due', 'over', 'paused', 'waiting']),
  unit: z.enum(clockUnits),
  dueOn: CivilDate,
  dueAt: Instant.nullable(),
  left: z.int(),
  past: z.int(),
  whole: z.int(),
  pausedSince: CivilDate.nullable(),
})
export type ClockView = z.infer<typeof ClockView>

const StepView = z.object({ id: z.string(), name: Label, by: z.string().nullable() })

/** What deserves a look («cờ»). */
export const Flag = z.enum([
  'papers_missing',
  'duplicate',
  'unmatched',
  'confidential',
  'facts_changed',
  'returned',
])
export type Flag = z.infer<typeof Flag>

/** A file as the queue shows it. */
export const ApplicationRowView = z.object({
  id: ApplicationId,
  code: z.string(),
  procedure: z.enum(procedureIds),
  procedureName: Label,
  personId: z.uuid().nullable(),
  fullName: z.string(),
  born: CivilDate,
  bornPrecision: BirthPrecision,
  area: Area,
  channel: z.enum(channels),
  step: StepView,
  receivedOn: CivilDate,
  /** The nearer of the clock of the step and that of the whole; null where none runs. */
  clock: ClockView.nullable(),
  assignee: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  flags: z.array(Flag),
  outcome: z.string().nullable(),
  version: z.int(),
})
export type ApplicationRowView = z.infer<typeof ApplicationRowView>

export const QueueView = z.enum(['open', 'mine', 'unassigned', 'over', 'due', 'paused', 'to_sign', 'closed'])
export type QueueView = z.infer<typeof QueueView>

export const QueuePage = z.object({
  rows: z.array(ApplicationRowView),
  /** Where the next page begins; null on the last. */
  next: z.string().nullable(),
  /** How many files each view holds, as far as anybody counts: from a thousand on it is a thousand. */
  counts: z.array(z.object({ view: QueueView, files: z.int() })),
})
export type QueuePage = z.infer<typeof QueuePage>

export const listApplications = endpoint({
  method: 'GET',
  path: '/applications',
  summary: 'The queue of files, the most urgent first; a page after another, with a search inside',
  permission: 'applications.read',
  audit: 'applications.queue_read',
  input: z.object({
    view: QueueView.default('open'),
    /** Words of the name, the code, or the end of a number or phone. */
    q: z.string().trim().max(100).optional(),
    procedure: z.enum(procedureIds).optional(),
    step: z.string().max(60).optional(),
    channel: z.enum(channels).optional(),
    areaId: z.int().optional(),
    assigneeId: z.uuid().optional(),
    after: z.string().max(200).optional(),
  }),
  output: QueuePage,
})

const PaperView = z.object({
  kind: z.string(),
  name: Label,
  how: z.enum(['shown', 'kept']),
  state: PaperState,
  /** Who has it already, so that nobody is asked for it. */
  heldBy: z.string().nullable(),
  isConfidential: z.boolean(),
  fileId: z.uuid().nullable(),
  note: z.string().nullable(),
  recordedAt: Instant.nullable(),
  recordedBy: z.string().nullable(),
})
export type PaperView = z.infer<typeof PaperView>

const ActionView = z.object({
  id: z.string(),
  label: Label,
  /** `handle` is an officer’s, `sign` the competent person’s: through a proposal and a signature. */
  needs: z.enum(['handle', 'sign']),
  needsReason: z.boolean(),
  /** Stops the clock: with it goes the list of everything that is missing. */
  asksForPapers: z.boolean(),
  /** Kinds of decision that are drafted with it. */
  proposes: z.array(z.enum(decisionKinds)),
  decides: z.array(z.enum(decisionKinds)),
  gives: z.enum(slips).nullable(),
})
export type ActionView = z.infer<typeof ActionView>

const EventView = z.object({
  kind: z.string(),
  at: Instant,
  byName: z.string(),
  fromStep: Label.nullable(),
  toStep: Label.nullable(),
  version: z.int(),
  detail: z.record(z.string(), z.unknown()),
})

const LineView = z.object({
  component: z.enum(components),
  /** Null where it would give away what the reader may not know. */
  rule: z.string().nullable(),
  coefficientTenths: z.int(),
  units: z.int(),
  standard: Dong,
  amount: Dong,
})

/** A decision as it is drafted: what it says, computed by the law. */
export const TermsView = z.object({
  effective: Month,
  lastMonth: Month.nullable(),
  lines: z.array(LineView),
  monthly: Dong,
  before: Dong,
  gaveWay: z.object({ benefit: z.enum(benefits), amount: Dong, to: z.enum(benefits) }).nullable(),
  citations: z.array(z.string()),
  reasons: z.array(z.string()),
  once: Dong.nullable(),
})
export type TermsView = z.infer<typeof TermsView>

export const ProposalView = z.object({
  id: ProposalId,
  application: z.object({ id: ApplicationId, code: z.string(), version: z.int() }).nullable(),
  personId: z.uuid(),
  fullName: z.string(),
  born: CivilDate,
  bornPrecision: BirthPrecision,
  area: Area,
  kind: z.enum(decisionKinds),
  benefit: z.enum(benefits).nullable(),
  terms: TermsView,
  /** Why it is not what the law computes; such a one is opened and signed by itself. */
  deviation: z.string().nullable(),
  state: z.enum(['drafted', 'signed', 'returned', 'withdrawn']),
  draftedAt: Instant,
  draftedName: z.string(),
  settledAt: Instant.nullable(),
  settledName: z.string().nullable(),
  returnReason: z.string().nullable(),
  clock: ClockView.nullable(),
})
export type ProposalView = z.infer<typeof ProposalView>

export const DocumentView = z.object({
  id: DocumentId,
  kind: z.enum(documentKinds),
  number: z.string().nullable(),
  issuedOn: CivilDate,
  issuedName: z.string(),
  /** `pending` while the files are being made: the number is given, the paper follows by itself. */
  state: z.enum(['pending', 'made']),
  hasWord: z.boolean(),
  verification: z.string(),
})
export type DocumentView = z.infer<typeof DocumentView>

/** A file with everything that is needed to decide it. */
export const ApplicationView = ApplicationRowView.extend({
  edition: z.object({
    regime: z.string(),
    from: CivilDate,
    where: Label,
    citation: z.string(),
    /** No new file would go by it: the law has changed since this one was received (TRN-02). */
    isInTransition: z.boolean(),
  }),
  subject: Subject,
  applicant: Applicant.nullable(),
  asked: z.record(z.string(), z.unknown()),
  payment: Payment.nullable(),
  receivedAt: Instant,
  completeOn: CivilDate.nullable(),
  clocks: z.object({ total: ClockView.nullable(), step: ClockView.nullable() }),
  /** The counting of the total day by day, holidays named. */
  counting: z.array(
    z.object({
      day: CivilDate,
      number: z.int().nullable(),
      counts: z.boolean(),
      reason: z.string(),
      name: z.string().nullable(),
      isPaused: z.boolean(),
    }),
  ),
  papers: z.array(PaperView),
  missing: z.array(z.object({ kind: z.string(), why: z.string() })),
  steps: z.array(z.object({ id: z.string(), name: Label, state: z.enum(['done', 'current', 'to_come']) })),
  actions: z.array(ActionView),
  proposal: ProposalView.nullable(),
  documents: z.array(DocumentView),
  events: z.array(EventView),
  /** Other open files about the same person, or somebody of the same name and birth date. */
  alike: z.array(
    z.object({ id: ApplicationId, code: z.string(), procedureName: Label, receivedOn: CivilDate }),
  ),
})
export type ApplicationView = z.infer<typeof ApplicationView>

export const getApplication = endpoint({
  method: 'GET',
  path: '/applications/{id}',
  summary: 'A file: papers, clocks, what may be done with it, and all that was done',
  permission: 'applications.read',
  audit: 'applications.application_read',
  input: z.object({ id: ApplicationId }),
  output: ApplicationView,
  problems: problems.of('application_not_found'),
})

const PaperGiven = z.object({
  kind: z.string().max(60),
  state: PaperState,
  fileId: z.uuid().nullable().default(null),
  note: z.string().trim().max(500).nullable().default(null),
})

export const SubmitApplication = z.object({
  procedure: z.enum(procedureIds),
  channel: z.enum(channels),
  /** The unit of residence, where the file goes. */
  areaId: z.int(),
  /** Whom of the register it is about; a person who is not there yet is matched later. */
  personId: z.uuid().nullable().default(null),
  subject: Subject,
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
      'area_not_in_reach',
      'answer_unknown',
      'paper_unknown',
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
  papers: z.array(
    PaperView.pick({ kind: true, name: true, how: true, state: true, heldBy: true, isConfidential: true }),
  ),
  /** The day of the answer, were the file complete today; null where the law names no time. */
  dueOn: CivilDate.nullable(),
  /** By benefit of the procedure; empty where nobody was named yet. */
  results: z.array(
    z.object({
      benefit: z.enum(benefits),
      isRight: z.boolean(),
      isAwarded: z.boolean(),
      terms: TermsView,
    }),
  ),
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

/** What a change rests on: the version that was read. */
const changed = problems.of('application_not_found', 'changed_meanwhile', 'file_closed', 'request_reused')

export const recordPapers = endpoint({
  method: 'POST',
  path: '/applications/{id}/papers',
  summary: 'Record which papers came, are good, or have to be brought again',
  permission: 'applications.handle',
  audit: 'applications.papers_recorded',
  input: z.object({
    id: ApplicationId,
    version: z.int(),
    papers: z.array(PaperGiven).min(1).max(40),
    requestId: RequestId,
  }),
  output: z.object({ version: z.int() }),
  problems: { ...changed, ...problems.of('paper_unknown') },
})

export const matchPerson = endpoint({
  method: 'POST',
  path: '/applications/{id}/person',
  summary: 'Say whom of the register a file is about',
  permission: 'applications.handle',
  audit: 'applications.person_matched',
  input: z.object({
    id: ApplicationId,
    version: z.int(),
    personId: z.uuid(),
    /** Name or birth date differ from what was written down, and it is the same person all the same. */
    isSameAllTheSame: z.boolean().default(false),
    requestId: RequestId,
  }),
  output: z.object({ version: z.int() }),
  problems: {
    ...changed,
    ...problems.of('person_differs'),
    'people.person_not_found': { status: 404 as const },
  },
})

export const takeAction = endpoint({
  method: 'POST',
  path: '/applications/{id}/actions',
  summary: 'Take a file a step on: complete, ask for papers, check, return, withdraw',
  permission: 'applications.handle',
  audit: 'applications.action_taken',
  input: z.object({
    id: ApplicationId,
    version: z.int(),
    action: z.string().max(60),
    reason: Text.max(2000).optional(),
    /** Everything that is missing, said at once, where the action asks for papers. */
    missing: z
      .array(z.object({ kind: z.string().max(60), why: Text.max(500) }))
      .max(40)
      .optional(),
    requestId: RequestId,
  }),
  output: z.object({ version: z.int(), step: z.string(), documentId: DocumentId.nullable() }),
  problems: {
    ...changed,
    ...problems.of(
      'action_not_possible',
      'reason_needed',
      'papers_missing',
      'person_not_matched',
      'nothing_missing',
      'proposal_needed',
      'paper_unknown',
    ),
  },
})

export const assignApplications = endpoint({
  method: 'POST',
  path: '/applications/assignments',
  summary: 'Give files to an officer, or take them oneself',
  permission: 'applications.handle',
  audit: 'applications.applications_assigned',
  input: z.object({
    ids: z.array(ApplicationId).min(1).max(200),
    assignee: z.object({ id: z.uuid(), name: Text.max(100) }).nullable(),
    requestId: RequestId,
  }),
  output: z.object({ assigned: z.int() }),
  problems: problems.of('application_not_found', 'assignee_unknown', 'request_reused'),
})

const DecisionAsked = {
  kind: z.enum(decisionKinds),
  benefit: z.enum(benefits).nullable().default(null),
}

export const previewDecision = endpoint({
  method: 'GET',
  path: '/applications/{id}/decision',
  summary: 'What a decision about a file would say, if it were signed on a day',
  permission: 'applications.read',
  audit: 'applications.decision_previewed',
  input: z.object({ id: ApplicationId, ...DecisionAsked, signedOn: CivilDate.optional() }),
  output: z.object({
    signedOn: CivilDate,
    terms: TermsView,
    /** Whether the law gives it; else the reasons are why not. */
    isRight: z.boolean(),
    /** What each month without a decision costs the person. */
    delayCost: Dong,
  }),
  problems: problems.of(
    'application_not_found',
    'person_not_matched',
    'benefit_not_of_procedure',
    'decision_not_possible',
  ),
})

export const proposeDecision = endpoint({
  method: 'POST',
  path: '/applications/{id}/proposals',
  summary: 'Draft the decision as the law computes it, and put it before the competent person',
  permission: 'applications.handle',
  audit: 'applications.decision_proposed',
  input: z.object({
    id: ApplicationId,
    version: z.int(),
    action: z.string().max(60),
    ...DecisionAsked,
    /** Why it is refused, or ends: completed by a person. */
    reasons: z.array(Text.max(1000)).max(10).default([]),
    lastMonth: Month.optional(),
    payeeId: z.uuid().optional(),
    /** Why it is decided otherwise than the law computes. */
    deviation: Text.max(1000).optional(),
    requestId: RequestId,
  }),
  output: z.object({ version: z.int(), proposalId: ProposalId }),
  problems: {
    ...changed,
    ...problems.of(
      'action_not_possible',
      'person_not_matched',
      'papers_missing',
      'benefit_not_of_procedure',
      'decision_not_possible',
      'no_right',
      'right_there',
      'award_needed',
      'reason_needed',
      'deviation_needs_reason',
    ),
  },
})

export const listProposals = endpoint({
  method: 'GET',
  path: '/decision-proposals',
  summary: 'What waits for a signature: the safe ones, and those to be opened one by one',
  permission: 'applications.read',
  audit: 'applications.proposals_read',
  input: z.object({ areaId: z.int().optional(), after: z.string().max(200).optional() }),
  output: z.object({
    rows: z.array(ProposalView.extend({ isSafe: z.boolean(), changes: z.array(z.string()) })),
    next: z.string().nullable(),
    waiting: z.int(),
  }),
})

export const showDraftPaper = endpoint({
  method: 'GET',
  path: '/decision-proposals/{id}/paper',
  summary: 'A drafted decision as it would go out, word by word',
  permission: 'applications.read',
  audit: 'applications.draft_read',
  input: z.object({ id: ProposalId }),
  output: z.object({ paper: Paper }),
  problems: problems.of('proposal_not_found', 'proposal_settled', 'application_not_found'),
})

export const returnProposal = endpoint({
  method: 'POST',
  path: '/decision-proposals/{id}/return',
  summary: 'Send a drafted decision back with the reason',
  permission: 'applications.sign',
  audit: 'applications.proposal_returned',
  input: z.object({ id: ProposalId, reason: Text.max(2000), requestId: RequestId }),
  output: z.object({ step: z.string() }),
  problems: problems.of(
    'proposal_not_found',
    'proposal_settled',
    'action_not_possible',
    'not_competent',
    'request_reused',
  ),
})

/** One decision that was not signed, and why: the code and details of the problem. */
const NotSigned = z.object({
  id: ProposalId,
  code: z.string(),
  details: z.record(z.string(), z.unknown()),
})

export const signDecisions = endpoint({
  method: 'POST',
  path: '/decision-signatures',
  summary: 'Sign decisions: each gets its number, takes effect, and its paper is made',
  permission: 'applications.sign',
  audit: 'applications.decisions_signed',
  input: z.object({
    ids: z.array(ProposalId).min(1).max(1000),
    /** One decision opened and read by itself may deviate from the law’s result; several at once may not. */
    isRead: z.boolean().default(false),
    requestId: RequestId,
  }),
  output: z.object({
    signed: z.array(z.object({ id: ProposalId, documentId: DocumentId, number: z.string() })),
    left: z.array(NotSigned),
  }),
  problems: problems.of('request_reused'),
})

export const IssuedView = DocumentView.extend({
  area: Area,
  personId: z.uuid().nullable(),
  fullName: z.string(),
  application: z.object({ id: ApplicationId, code: z.string() }).nullable(),
})
export type IssuedView = z.infer<typeof IssuedView>

export const listIssued = endpoint({
  method: 'GET',
  path: '/documents',
  summary: 'What was signed and numbered, the latest first; a page after another, with a search inside',
  permission: 'applications.read',
  audit: 'applications.documents_read',
  input: z.object({
    /** The number, the code in the corner, the code of the file, or words of the name. */
    q: z.string().trim().max(100).optional(),
    kind: z.enum(['decision', 'refusal', 'certificate']).optional(),
    areaId: z.int().optional(),
    after: z.string().max(200).optional(),
  }),
  output: z.object({ rows: z.array(IssuedView), next: z.string().nullable() }),
})

export const downloadDocument = endpoint({
  method: 'GET',
  path: '/documents/{id}/file',
  summary: 'The paper as PDF, or as Word to be edited',
  permission: 'applications.read',
  audit: 'applications.document_downloaded',
  input: z.object({ id: DocumentId, format: z.enum(['pdf', 'docx']).default('pdf') }),
  output: z.file(),
  problems: problems.of('document_not_found', 'document_not_made'),
})

export const downloadPaper = endpoint({
  method: 'GET',
  path: '/applications/{id}/papers/{kind}/file',
  summary: 'The photograph or PDF somebody sent of a paper, once it has been looked at',
  permission: 'applications.read',
  audit: 'applications.paper_read',
  input: z.object({ id: ApplicationId, kind: z.string().max(60) }),
  output: z.file(),
  problems: {
    ...problems.of('application_not_found', 'upload_not_found'),
    'documents.upload_quarantined': { status: 409 as const },
    'documents.upload_infected': { status: 422 as const },
  },
})

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
  summary: 'What people said, and appeals, the latest first',
  permission: 'applications.answer_feedback',
  audit: 'applications.feedback_read',
  input: z.object({
    state: z.enum(['received', 'accepted', 'answered']).optional(),
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
