import { z } from 'zod'
import { BirthPrecision, CivilDate, Instant, Month } from '#kernel/civil-date'
import { Dong } from '#kernel/dong'
import { Paper } from '#modules/documents/contract'
import { benefits, components } from '#modules/entitlement/contract'
import { relationKinds } from '#modules/people/contract'
import { endpoint } from '#platform/contract/endpoint'
import {
  ApplicationId,
  Area,
  changed,
  ClockView,
  DocumentId,
  Label,
  Place,
  ProposalId,
  RequestId,
  Text,
} from './contract-parts.ts'
import { DecisionDetail } from './domain/decision-detail.ts'
import { differences } from './domain/difference.ts'
import { decisionKinds } from './domain/procedure.ts'
import { problems } from './domain/problems.ts'

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
  /** All the money that is given once. */
  once: Dong.nullable(),
  /** What is given once, right by right; `rule` is null where it would give away what the reader may not know. */
  given: z.array(
    z.object({
      rule: z.string().nullable(),
      what: z.string(),
      amount: Dong.nullable(),
      quantity: z.string().nullable(),
      isFloor: z.boolean(),
    }),
  ),
  /** What the office said beside the law. */
  detail: DecisionDetail.nullable(),
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
  /** Who receives the money in the person’s place; the name is null of somebody out of sight. */
  payee: z.object({ fullName: z.string().nullable(), relation: z.enum(relationKinds).nullable() }).nullable(),
  /** Why it is not what the law computes; such a one is opened and signed by itself. */
  deviation: z.string().nullable(),
  /** It is about a death the register does not have: whoever signs is warned of it as whoever drafted it was. */
  isNotDead: z.boolean(),
  state: z.enum(['drafted', 'signed', 'returned', 'withdrawn']),
  draftedAt: Instant,
  draftedName: z.string(),
  settledAt: Instant.nullable(),
  settledName: z.string().nullable(),
  returnReason: z.string().nullable(),
  clock: ClockView.nullable(),
})
export type ProposalView = z.infer<typeof ProposalView>

const DecisionAsked = {
  kind: z.enum(decisionKinds),
  benefit: z.enum(benefits).nullable().default(null),
}

/** What kinds of decision refuse by their own nature, before and when they are drafted. */
const ofKinds = problems.of(
  'detail_needed',
  'event_incomplete',
  'payee_needed',
  'payee_not_living',
  'below_least',
  'given_before',
  'no_quorum',
  'conclusion_differs',
  'certificate_needed',
  'facility_not_found',
  'facility_full',
  'facility_closed',
  'not_resident',
  'resident_already',
  'not_moving',
  'moved_on_needed',
  'stay_too_long',
)

export const previewDecision = endpoint({
  method: 'POST',
  path: '/applications/{id}/decision-previews',
  summary: 'What a decision about a file would say, if it were signed on a day',
  permission: 'applications.read',
  audit: 'applications.decision_previewed',
  input: z.object({
    id: ApplicationId,
    ...DecisionAsked,
    detail: DecisionDetail.nullable().default(null),
    lastMonth: Month.optional(),
    signedOn: CivilDate.optional(),
  }),
  output: z.object({
    signedOn: CivilDate,
    /** The benefit it is about, where it is about one: named, or the only one it can be. */
    benefit: z.enum(benefits).nullable(),
    terms: TermsView,
    /** Whether the law gives it; else the reasons are why not. */
    isRight: z.boolean(),
    /** In what it is otherwise than the law, the register and the books have it; it is drafted with why, and signed by itself. */
    difference: z.enum(differences).nullable(),
    /** Who may receive the money in the person’s place, by what the register knows. */
    payees: z.array(z.object({ id: z.uuid(), fullName: z.string(), relation: z.enum(relationKinds) })),
    /** What each month without a decision costs the person. */
    delayCost: Dong,
  }),
  problems: {
    ...problems.of(
      'application_not_found',
      'person_not_matched',
      'benefit_not_of_procedure',
      'decision_not_possible',
    ),
    ...ofKinds,
  },
})

export const proposeDecision = endpoint({
  method: 'POST',
  path: '/applications/{id}/proposals',
  summary:
    'Draft the decision as the law computes it, and put it before the competent person; in a step that decides, the file stays there',
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
    detail: DecisionDetail.nullable().default(null),
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
      'nothing_changes',
      'ground_needed',
      'collected',
      'last_month_not_possible',
      'payee_not_known',
      'reason_needed',
      'deviation_needs_reason',
      'other_unit_needed',
    ),
    ...ofKinds,
  },
})

export const listProposals = endpoint({
  method: 'GET',
  path: '/decision-proposals',
  summary: 'What waits for a signature: the safe ones, and those to be opened one by one',
  permission: 'applications.read',
  audit: 'applications.proposals_read',
  input: z.object({ areaId: z.int().optional(), after: Place.optional() }),
  output: z.object({
    rows: z.array(
      ProposalView.extend({
        isSafe: z.boolean(),
        changes: z.array(z.string()),
        /** The step its file is in, where nothing can be signed yet: it is put up, or asked about. */
        waitsIn: Label.nullable(),
      }),
    ),
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
