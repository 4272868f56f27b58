import { z } from 'zod'
import { CivilDate, Instant, Month } from '#kernel/civil-date'
import { Dong } from '#kernel/dong'
import { endpoint } from '#platform/contract/endpoint'
import { JobId } from '#platform/contract/jobs'
import { Outcome, Verdict } from '../domain/instruction-state.ts'
import { LineAdvice } from '../domain/line-advice.ts'
import { RowFault } from '../domain/layout/layout.ts'
import { problems } from '../domain/problems.ts'
import { AreaRef, EnvelopeId, inEnvelope, InstructionId, Named, Page, ProviderId } from './shared.ts'

export const ResponseId = z.uuid()

/** A file a provider answered with («tệp trả lời»). */
export const ResponseView = z.object({
  id: ResponseId,
  provider: Named,
  name: z.string(),
  kind: z.enum(['pain.002', 'camt.053', 'camt.054', 'csv', 'phone', 'closing', 'unknown']),
  messageId: z.string(),
  state: z.enum(['read', 'refused']),
  because: z.string().nullable(),
  /** Rows of a refused list that could not be taken. */
  faults: z.array(RowFault),
  lines: z.int(),
  amount: Dong,
  closing: Dong.nullable(),
  receivedAt: Instant,
  receivedBy: z.string(),
})
export type ResponseView = z.infer<typeof ResponseView>

/** A line no rule could place («cần khớp tay»), or that a person has placed. */
export const OpenLineView = z.object({
  responseId: ResponseId,
  number: z.int(),
  area: AreaRef,
  provider: Named,
  file: z.string(),
  receivedAt: Instant,
  /** The provider’s own reference: by it two debits of one order are told apart. */
  providerRef: z.string().nullable(),
  endToEndId: z.string().nullable(),
  outcome: Outcome,
  amount: Dong.nullable(),
  reason: z.string().nullable(),
  account: z.string().nullable(),
  name: z.string().nullable(),
  bookedOn: CivilDate.nullable(),
  verdict: Verdict,
  /** What is to be done about it, where the verdict does not say so. */
  advice: LineAdvice.nullable(),
  /** Who said by hand what it is, when and why. */
  settled: z.object({ by: z.string(), at: Instant, note: z.string() }).nullable(),
  /** The instruction it names, or was matched with. */
  instruction: z
    .object({
      id: InstructionId,
      endToEndId: z.string(),
      payee: z.string(),
      amount: Dong,
      envelopeId: EnvelopeId,
    })
    .nullable(),
})
export type OpenLineView = z.infer<typeof OpenLineView>

const ofLine = z.object({ id: ResponseId, number: z.coerce.number().int() })

export const listResponses = endpoint({
  method: 'GET',
  path: '/payment-responses',
  summary: 'The files providers answered with, newest first',
  permission: 'payments.read',
  input: z.object({}),
  output: z.array(ResponseView),
})

/** Where the money of a provider stands between orders, answers and books. */
export const ProviderStandingView = z.object({
  provider: Named,
  /** Orders that were sent and not answered. */
  waiting: z.object({ orders: z.int(), amount: Dong }),
  /** Lines of answers that wait for a person. */
  open: z.object({ lines: z.int(), amount: Dong }),
  /** What lies there by our books. */
  balance: Dong,
  /** What of it no order without an answer accounts for: returned, not collected, ordered anew and not sent, or asked back. */
  lying: Dong,
  /** What the last statement says is on the account. */
  said: z.object({ closing: Dong, through: CivilDate.nullable() }).nullable(),
  /**
   * What statements say moved on the account, and what of it is not on our books: lines that wait for a person, lines set aside, and
   * what balances say of days no statement was read for, or two. Null where no statement with balances was read.
   */
  statements: z
    .object({ moved: z.int(), waiting: z.int(), aside: z.int(), gap: z.int(), difference: z.int() })
    .nullable(),
})
export type ProviderStandingView = z.infer<typeof ProviderStandingView>

export const listProviderStandings = endpoint({
  method: 'GET',
  path: '/payment-standings',
  summary:
    'Totals and differences of every provider: orders without an answer, lines without a match, books and statement',
  permission: 'payments.read',
  input: z.object({}),
  output: z.array(ProviderStandingView),
})

export const receiveResponse = endpoint({
  method: 'POST',
  path: '/payment-responses',
  summary: 'Read a file a provider answered with; the same file again changes nothing',
  permission: 'payments.reconcile',
  audit: 'payments.response_received',
  input: z.object({ providerId: ProviderId, file: z.file() }),
  output: z.object({ jobId: JobId }),
  problems: problems.of('provider_not_found', 'file_too_large', 'file_not_understood'),
})

export const fetchResponses = endpoint({
  method: 'POST',
  path: '/payment-providers/{id}/fetching',
  summary: 'Look for answers where the provider puts them',
  permission: 'payments.reconcile',
  audit: 'payments.responses_fetched',
  input: z.object({ id: ProviderId }),
  output: z.object({ jobId: JobId }),
  problems: problems.of('provider_not_found'),
})

export const listOpenLines = endpoint({
  method: 'GET',
  path: '/payment-responses/open-lines',
  summary:
    'Lines of answers that wait for a person, oldest first, or those a person has settled, newest first',
  permission: 'payments.read',
  audit: 'payments.open_lines_read',
  input: Page.extend({ isSettled: z.enum(['true', 'false']).default('false') }),
  output: z.object({ rows: z.array(OpenLineView), total: z.int() }),
})

export const listLineCandidates = endpoint({
  method: 'GET',
  path: '/payment-responses/{id}/lines/{number}/candidates',
  summary: 'Instructions a line may be about: of the same amount, to the same account, name or key',
  permission: 'payments.reconcile',
  audit: 'payments.candidates_read',
  input: ofLine,
  output: z.array(
    z.object({
      id: InstructionId,
      endToEndId: z.string(),
      payee: z.string(),
      account: z.string().nullable(),
      amount: Dong,
      month: Month,
    }),
  ),
  problems: problems.of('line_not_found'),
})

export const matchLine = endpoint({
  method: 'POST',
  path: '/payment-responses/{id}/lines/{number}/match',
  summary: 'Say which instruction a line is about',
  permission: 'payments.reconcile',
  audit: 'payments.line_matched',
  input: ofLine.extend({
    instructionId: InstructionId,
    /** What says that it is this order: a letter of the bank, its number and day. */
    note: z.string().trim().min(1).max(500),
  }),
  output: z.void(),
  problems: problems.of(
    'line_not_found',
    'line_settled',
    'instruction_not_found',
    'instruction_does_not_fit',
    'answer_by_second_person',
  ),
})

export const PaperOutcome = z.enum(['paid', 'returned', 'rejected', 'recalled'])
/** What a letter of a provider can say became of an order. */
export type PaperOutcome = z.infer<typeof PaperOutcome>

export const endByPaper = endpoint({
  method: 'POST',
  path: '/payment-instructions/{id}/ending',
  summary: 'Say what became of an order by a letter of its provider, where its files do not',
  permission: 'payments.reconcile',
  audit: 'payments.order_ended_by_paper',
  tells: ['outcome', 'paper'],
  input: z.object({
    id: InstructionId,
    outcome: PaperOutcome,
    day: CivilDate,
    /** Kind, number and day of the letter. */
    paper: z.string().trim().min(1).max(200),
    requestId: z.uuid(),
  }),
  output: z.void(),
  problems: problems.of(
    'instruction_not_found',
    'instruction_does_not_fit',
    'answer_by_second_person',
    'paper_day_ahead',
  ),
})

export const setLineAside = endpoint({
  method: 'POST',
  path: '/payment-responses/{id}/lines/{number}/setting-aside',
  summary: 'Say why a line moves no money of ours',
  permission: 'payments.reconcile',
  audit: 'payments.line_set_aside',
  input: ofLine.extend({ note: z.string().trim().min(1).max(500) }),
  output: z.void(),
  problems: problems.of('line_not_found', 'line_settled', 'answer_by_second_person'),
})

export const reissueEnvelope = endpoint({
  method: 'POST',
  path: '/payment-envelopes/{id}/reissue',
  summary: 'Make new envelopes of what was returned, rejected or not collected, by the ways that hold now',
  permission: 'payments.prepare',
  audit: 'payments.envelope_reissued',
  input: inEnvelope.extend({ month: Month.optional(), requestId: z.uuid() }),
  output: z.object({
    ids: z.array(EnvelopeId),
    /** Payees who did not come for the money for so long that the law suspends them first. */
    held: z.int(),
    /** Orders not tried again, for a line of an answer tells of them that waits for a person. */
    disputed: z.int(),
  }),
  problems: problems.of(
    'envelope_not_found',
    'envelope_moved_on',
    'nothing_to_reissue',
    'provider_missing',
    'month_too_late',
  ),
})

export const reconcileEnvelope = endpoint({
  method: 'POST',
  path: '/payment-envelopes/{id}/reconciliation',
  summary: 'Close an envelope once every instruction has ended and no line of an answer is open',
  permission: 'payments.reconcile',
  audit: 'payments.envelope_reconciled',
  input: inEnvelope,
  output: z.void(),
  problems: problems.of('envelope_not_found', 'envelope_moved_on', 'envelope_open'),
})
