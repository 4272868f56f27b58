import { z } from 'zod'
import { CivilDate, Instant } from '#kernel/civil-date'
import { Dong } from '#kernel/dong'
import { endpoint } from '#platform/contract/endpoint'
import { ApplicationId, changed, ClockView, DocumentId, Label, RequestId, Text } from './contract-parts.ts'
import { ProposalView } from './decision-contract.ts'
import { Applicant, Payment, Subject } from './domain/application.ts'
import { PaperState } from './domain/paper.ts'
import { decisionKinds, slips } from './domain/procedure.ts'
import { problems } from './domain/problems.ts'
import { FileDocumentView } from './issued-contract.ts'
import { ApplicationRowView } from './queue-contract.ts'

/** What is filled in from a file and printed for a hand to sign. */
const printedForms = ['declaration', 'council_minutes'] as const

export const PaperView = z.object({
  kind: z.string(),
  name: Label,
  how: z.enum(['shown', 'kept']),
  state: PaperState,
  /** The file waits for it: not of what is brought only by whoever has one. */
  isLacking: z.boolean(),
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
  /** `handle` is an officer’s; `sign` is of whoever signs, and of nobody else. */
  needs: z.enum(['handle', 'sign']),
  needsReason: z.boolean(),
  /** Stops the clock: with it goes the list of everything that is missing. */
  asksForPapers: z.boolean(),
  /** Kinds of decision that are drafted with it. */
  proposes: z.array(z.enum(decisionKinds)),
  decides: z.array(z.enum(decisionKinds)),
  gives: z.enum(slips).nullable(),
  /** The file goes to another unit with it: `otherAreaId`, where it is not known yet. */
  goesAway: z.boolean(),
  /** Kinds that are decided in this step without a draft of another step: they are drafted here and stay until signed. */
  drafts: z.array(z.enum(decisionKinds)),
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

/** Something the law asks about what happened. */
const EventFormField = z.object({
  name: z.string(),
  type: z.enum(['day', 'choice', 'flag', 'count', 'sum']),
  label: Label,
  options: z.array(z.object({ value: z.string(), label: Label })),
  /** Of a count and a sum, between which numbers it may be. */
  range: z.object({ least: z.number(), most: z.number() }).nullable(),
  isRequired: z.boolean(),
})
export type EventFormField = z.infer<typeof EventFormField>

/** What has to be known of an event before something is given once for it. */
export const EventFormView = z.object({
  /** What may have happened; one of them it was. */
  kinds: z.array(z.object({ kind: z.string(), label: Label, fields: z.array(EventFormField) })),
  /** What the file, its last draft and the register tell already. */
  told: z.record(z.string(), z.unknown()),
})
export type EventFormView = z.infer<typeof EventFormView>

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
  /** Where the register has the person live, where the file says otherwise; papers go by the file. */
  registeredHome: z.string().nullable(),
  applicant: Applicant.nullable(),
  asked: z.record(z.string(), z.unknown()),
  /** What a decision of it may be, each of which the law is asked about in its own way. */
  endsIn: z.array(z.enum(decisionKinds)),
  /** Null of procedures that give nothing once for what happened. */
  eventForm: EventFormView.nullable(),
  /** The other unit that has a part in the file, and whether it is there now. */
  otherArea: z.object({ id: z.int(), name: z.string(), hasFile: z.boolean() }).nullable(),
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
      /** False of a day off that is only expected: nobody has announced its year. */
      isCertain: z.boolean(),
      isPaused: z.boolean(),
    }),
  ),
  papers: z.array(PaperView),
  missing: z.array(z.object({ kind: z.string(), why: z.string() })),
  steps: z.array(z.object({ id: z.string(), name: Label, state: z.enum(['done', 'current', 'to_come']) })),
  actions: z.array(ActionView),
  proposal: ProposalView.nullable(),
  documents: z.array(FileDocumentView),
  /** Money it gives once that nobody was paid, where it can go to somebody else: the payee died, or the register knows them not. */
  unpaid: z.object({ amount: Dong, payee: z.string(), diedOn: CivilDate.nullable() }).nullable(),
  /** Forms that can be printed filled in, to be signed by hand. */
  prints: z.array(z.enum(printedForms)),
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

export const decideAgain = endpoint({
  method: 'POST',
  path: '/applications/{id}/another-payee',
  summary:
    'Take a decided file up again: whoever was to receive what it gives once has died and was not paid',
  permission: 'applications.handle',
  audit: 'applications.taken_up_again',
  input: z.object({ id: ApplicationId, version: z.int(), reason: Text.max(1000), requestId: RequestId }),
  output: z.object({ version: z.int(), step: z.string() }),
  problems: { ...changed, ...problems.of('nothing_unpaid', 'payee_living', 'action_not_possible') },
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
    ...problems.of('person_differs', 'already_matched'),
    'people.person_not_found': { status: 404 as const },
  },
})

/** To what somebody is invited, where, and what to bring. */
const Invitation = z.object({
  at: Instant,
  where: Text.max(200),
  purpose: Text.max(300),
  bring: z.array(Text.max(200)).max(10).default([]),
})

export const printForm = endpoint({
  method: 'GET',
  path: '/applications/{id}/forms/{form}',
  summary:
    'The declaration or the minutes of the council, filled in from the file, as PDF to be printed and signed',
  permission: 'applications.handle',
  audit: 'applications.form_printed',
  input: z.object({ id: ApplicationId, form: z.enum(printedForms) }),
  output: z.file(),
  problems: problems.of('application_not_found', 'slip_not_possible'),
})

export const showCouncil = endpoint({
  method: 'GET',
  path: '/councils/disability',
  summary: 'Who sat in the last council on disability of one’s unit, or the offices the law names',
  permission: 'applications.handle',
  audit: 'applications.council_read',
  input: z.object({}),
  output: z.object({ people: z.array(z.object({ office: z.string(), name: z.string() })) }),
})

/** An action of the step a file stands in. */
const anAction = {
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
    /** Which other unit has a part in the file, where the step is with it: the old commune, the commune of the facility. */
    otherAreaId: z.int().optional(),
    /** The facility it goes to, where one has a part in it. */
    facilityId: z.uuid().optional(),
    /** What an invitation says («giấy mời»). */
    invitation: Invitation.optional(),
    requestId: RequestId,
  }),
  output: z.object({ version: z.int(), step: z.string(), documentId: DocumentId.nullable() }),
  problems: {
    ...changed,
    ...problems.of(
      'action_not_possible',
      'too_early',
      'reason_needed',
      'papers_missing',
      'person_not_matched',
      'nothing_missing',
      'proposal_needed',
      'paper_unknown',
      'other_unit_needed',
      'facility_not_found',
      'facility_closed',
      'not_competent',
      'not_delegated',
    ),
  },
}

export const takeAction = endpoint({
  method: 'POST',
  path: '/applications/{id}/actions',
  summary: 'Take a file a step on: complete, ask for papers, check, return, withdraw',
  permission: 'applications.handle',
  audit: 'applications.action_taken',
  ...anAction,
})

export const takeSignersAction = endpoint({
  method: 'POST',
  path: '/applications/{id}/signers-actions',
  summary: 'Take a file a step on where only whoever signs may, without a decision',
  permission: 'applications.sign',
  audit: 'applications.action_taken',
  ...anAction,
})

/** Papers of the way that are given out when an officer decides so, and not by a step. */
const slipsAtWill = ['apology', 'invitation', 'posting_notice', 'control_slip'] as const

export const giveSlip = endpoint({
  method: 'POST',
  path: '/applications/{id}/slips',
  summary:
    'Give out an apology with a new day, an invitation, the notice that is put up, or the control slip',
  permission: 'applications.handle',
  audit: 'applications.slip_given',
  input: z.object({
    id: ApplicationId,
    version: z.int(),
    slip: z.enum(slipsAtWill),
    /** Why it is late, where it apologises. */
    reason: Text.max(1000).optional(),
    newDueAt: Instant.optional(),
    invitation: Invitation.optional(),
    requestId: RequestId,
  }),
  output: z.object({ version: z.int(), documentId: DocumentId }),
  problems: { ...changed, ...problems.of('reason_needed', 'not_late', 'slip_not_possible') },
})
