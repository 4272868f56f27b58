import { z } from 'zod'
import { CivilDate, Month } from '#kernel/civil-date'
import { Dong } from '#kernel/dong'
import { PaymentRunId } from '#modules/payroll/contract'
import { endpoint } from '#platform/contract/endpoint'
import { JobId } from '#platform/contract/jobs'
import { EnvelopePurpose, EnvelopeState, EnvelopeStep } from '../domain/envelope-state.ts'
import { InstructionState } from '../domain/instruction-state.ts'
import { problems } from '../domain/problems.ts'
import { PaymentChannel, ProviderFormat, ProviderKind } from '../domain/provider.ts'
import { AreaRef, EnvelopeId, inEnvelope, InstructionId, Named, Page, ProviderId, Signed } from './shared.ts'

export const StateTally = z.object({ state: InstructionState, instructions: z.int(), amount: Dong })
export type StateTally = z.infer<typeof StateTally>

/** Money of one provider and one month, as the ledger has it («đẳng thức đối soát»); it always adds up. */
export const Identity = z.object({
  transferred: Dong,
  carriedIn: Dong,
  paid: Dong,
  carriedOut: Dong,
  returned: Dong,
})
export type Identity = z.infer<typeof Identity>

export const EnvelopeSummary = z.object({
  id: EnvelopeId,
  code: z.string(),
  month: Month,
  state: EnvelopeState,
  purpose: EnvelopePurpose,
  /** The run it was made of, where it was made of one. */
  runId: PaymentRunId.nullable(),
  provider: z.object({ id: ProviderId, name: z.string(), kind: ProviderKind }),
  area: AreaRef,
  /** Control totals («số tổng kiểm soát») as frozen; for whoever sees a part only, of that part. */
  instructions: z.int(),
  amount: Dong,
  states: z.array(StateTally),
})
export type EnvelopeSummary = z.infer<typeof EnvelopeSummary>

export const EnvelopeView = EnvelopeSummary.extend({
  carried: Dong,
  /** What was due and is set off against recoveries instead of being paid. */
  withheld: Dong,
  totalInWords: z.string(),
  fingerprint: z.string(),
  format: ProviderFormat,
  prepared: Signed,
  checked: Signed.nullable(),
  approved: Signed.nullable(),
  sent: Signed.nullable(),
  reconciled: Signed.nullable(),
  executeOn: CivilDate.nullable(),
  fileName: z.string().nullable(),
  fileSha256: z.string().nullable(),
  isByHand: z.boolean(),
  jobId: JobId.nullable(),
  /** What whoever asks may do with it now; `refusal` is the problem they would meet. */
  steps: z.array(z.object({ step: EnvelopeStep, isAllowed: z.boolean(), refusal: z.string().nullable() })),
  byArea: z.array(z.object({ area: AreaRef, instructions: z.int(), amount: Dong })),
  /** Of the provider in the month of the envelope. */
  identity: Identity,
})
export type EnvelopeView = z.infer<typeof EnvelopeView>

export const InstructionView = z.object({
  id: InstructionId,
  number: z.int(),
  endToEndId: z.string(),
  payee: Named,
  area: AreaRef,
  amount: Dong,
  channel: PaymentChannel,
  bank: z.string().nullable(),
  /** Only its end: the whole is for the provider. */
  account: z.string().nullable(),
  payPoint: z.string().nullable(),
  /** Who receives in the payee’s place, and until when. */
  receiver: z.object({ fullName: z.string(), until: CivilDate.nullable() }).nullable(),
  state: InstructionState,
  reason: z.string().nullable(),
  endedOn: CivilDate.nullable(),
  isReissue: z.boolean(),
  replacedBy: z.string().nullable(),
  isRecallAsked: z.boolean(),
})
export type InstructionView = z.infer<typeof InstructionView>

export const listEnvelopes = endpoint({
  method: 'GET',
  path: '/payment-envelopes',
  summary: 'The envelopes of a month, a run, or all of them, newest first',
  permission: 'payments.read',
  input: z.object({
    month: Month.optional(),
    state: EnvelopeState.optional(),
    runId: PaymentRunId.optional(),
  }),
  output: z.array(EnvelopeSummary),
})

export const prepareEnvelopes = endpoint({
  method: 'POST',
  path: '/payment-runs/{runId}/envelopes',
  summary: 'Make an envelope for each provider of an approved run',
  permission: 'payments.prepare',
  audit: 'payments.envelopes_prepared',
  input: z.object({ runId: PaymentRunId, requestId: z.uuid() }),
  output: z.object({ ids: z.array(EnvelopeId) }),
  problems: problems.of('provider_missing', 'already_in_envelopes', 'nothing_to_pay', 'totals_differ'),
})

export const getEnvelope = endpoint({
  method: 'GET',
  path: '/payment-envelopes/{id}',
  summary: 'An envelope with its control totals and what became of its money',
  permission: 'payments.read',
  input: inEnvelope,
  output: EnvelopeView,
  problems: problems.of('envelope_not_found'),
})

export const listInstructions = endpoint({
  method: 'GET',
  path: '/payment-envelopes/{id}/instructions',
  summary: 'The instructions of an envelope, page by page',
  permission: 'payments.read',
  audit: 'payments.instructions_read',
  input: inEnvelope.extend({
    state: InstructionState.optional(),
    areaId: z.int().optional(),
    search: z.string().trim().min(1).max(100).optional(),
    ...Page.shape,
  }),
  output: z.object({ rows: z.array(InstructionView), total: z.int(), amount: Dong }),
  problems: problems.of('envelope_not_found'),
})

export const checkEnvelope = endpoint({
  method: 'POST',
  path: '/payment-envelopes/{id}/check',
  summary: 'Confirm the totals of an envelope as a second person',
  permission: 'payments.check',
  audit: 'payments.envelope_checked',
  input: inEnvelope,
  output: z.void(),
  problems: problems.of('envelope_not_found', 'envelope_moved_on', 'second_person_needed'),
})

export const approveEnvelope = endpoint({
  method: 'POST',
  path: '/payment-envelopes/{id}/approval',
  summary: 'Hold the budget for an envelope and let it be sent, as a third person',
  permission: 'payments.approve',
  audit: 'payments.envelope_approved',
  input: inEnvelope,
  output: z.void(),
  problems: problems.of(
    'envelope_not_found',
    'envelope_moved_on',
    'second_person_needed',
    'envelope_changed',
    'funds_short',
    'fund_shares_differ',
    'withholding_changed',
  ),
})

export const sendEnvelope = endpoint({
  method: 'POST',
  path: '/payment-envelopes/{id}/dispatch',
  summary: 'Send an approved envelope to its provider; sending again sends the same file',
  permission: 'payments.prepare',
  audit: 'payments.envelope_sent',
  input: inEnvelope.extend({ executeOn: CivilDate.optional() }),
  output: z.object({ jobId: JobId }),
  problems: problems.of('envelope_not_found', 'envelope_moved_on', 'nothing_to_pay', 'day_too_late'),
})

export const settleDelivery = endpoint({
  method: 'POST',
  path: '/payment-envelopes/{id}/delivery',
  summary:
    'Say what the provider says: it has the file of which nobody knows whether it arrived, or it has not',
  permission: 'payments.approve',
  audit: 'payments.delivery_settled',
  tells: ['isTaken', 'note'],
  input: inEnvelope.extend({
    isTaken: z.boolean(),
    /** Who of the provider said so, and when. */
    note: z.string().trim().min(1).max(300),
  }),
  output: z.void(),
  problems: problems.of('envelope_not_found', 'envelope_moved_on', 'delivery_under_way'),
})

export const cancelEnvelope = endpoint({
  method: 'POST',
  path: '/payment-envelopes/{id}/cancellation',
  summary: 'Give up an envelope that was not sent; its budget is free again',
  permission: 'payments.prepare',
  audit: 'payments.envelope_cancelled',
  input: inEnvelope,
  output: z.void(),
  problems: problems.of('envelope_not_found', 'envelope_moved_on'),
})

export const downloadOrderFile = endpoint({
  method: 'GET',
  path: '/payment-envelopes/{id}/file',
  summary: 'The file of an envelope as it was sent',
  permission: 'payments.prepare',
  audit: 'payments.file_downloaded',
  input: inEnvelope,
  output: z.file(),
  problems: problems.of('envelope_not_found', 'envelope_moved_on', 'provider_keys_missing', 'file_too_large'),
})
