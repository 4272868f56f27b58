import { z } from 'zod'
import { CivilDate, Instant, Month } from '#kernel/civil-date'
import { Dong, EnteredDong } from '#kernel/dong'
import { endpoint } from '#platform/contract/endpoint'
import { problems } from '../domain/problems.ts'
import { RefundReason, RefundState } from '../domain/refund.ts'
import { AreaRef, Named, Page, ProviderId } from './shared.ts'

/** Money that lies at a provider and that nobody is on the way to pay out, by why it lies there. */
export const LyingMoney = z.object({
  provider: Named,
  reason: RefundReason,
  orders: z.int(),
  amount: Dong,
  /** The earliest month of the lists it was on. */
  since: Month,
  /** Whether whoever asks answers for the provider, and may ask it to give the money back. */
  isOfOwnProvider: z.boolean(),
})
export type LyingMoney = z.infer<typeof LyingMoney>

/** Money given back to the treasury («hoàn trả»), or on the way there. */
export const RefundSummary = z.object({
  id: z.uuid(),
  code: z.string(),
  state: RefundState,
  provider: Named,
  area: AreaRef,
  month: Month,
  orders: z.int(),
  amount: Dong,
  paper: z.string(),
  askedBy: z.string(),
  askedAt: Instant,
  approvedBy: z.string().nullable(),
  approvedAt: Instant.nullable(),
  receipt: z.string().nullable(),
  returnedOn: CivilDate.nullable(),
  confirmedBy: z.string().nullable(),
  because: z.string().nullable(),
  /** Whoever asks may not approve what they have asked for. */
  isMine: z.boolean(),
  /** False where orders and sum are those of the actor’s units alone: whoever answers for the provider decides about it. */
  isWhole: z.boolean(),
})
export type RefundSummary = z.infer<typeof RefundSummary>

export const RefundView = RefundSummary.extend({
  reasons: z.array(z.object({ reason: RefundReason, orders: z.int(), amount: Dong })),
  /** What of it is free on budget lines again; the rest belongs to years that are over. Null for whoever sees only a part. */
  toLines: Dong.nullable(),
  rows: z.array(
    z.object({
      endToEndId: z.string(),
      payee: z.string(),
      area: AreaRef,
      month: Month,
      reason: RefundReason,
      amount: Dong,
    }),
  ),
  total: z.int(),
})
export type RefundView = z.infer<typeof RefundView>

const inRefund = z.object({ id: z.uuid() })

export const listRefunds = endpoint({
  method: 'GET',
  path: '/payment-refunds',
  summary: 'What lies at providers and why, and what was asked back for the treasury',
  permission: 'payments.read',
  input: z.object({}),
  output: z.object({ lying: z.array(LyingMoney), refunds: z.array(RefundSummary) }),
})

export const askForRefund = endpoint({
  method: 'POST',
  path: '/payment-refunds',
  summary: 'Ask a provider to give back what lies there for good, by a paper',
  permission: 'payments.prepare',
  audit: 'payments.refund_asked',
  input: z.object({
    providerId: ProviderId,
    reasons: z.array(RefundReason).min(1),
    /** What whoever asks has seen; with another sum nothing is asked. */
    amount: EnteredDong,
    paper: z.string().trim().min(1).max(200),
    requestId: z.uuid(),
  }),
  output: z.object({ id: z.uuid() }),
  problems: problems.of('provider_not_found', 'nothing_to_refund', 'totals_differ'),
})

export const getRefund = endpoint({
  method: 'GET',
  path: '/payment-refunds/{id}',
  summary: 'A refund with the orders it is made of',
  permission: 'payments.read',
  audit: 'payments.refund_read',
  input: inRefund.extend(Page.shape),
  output: RefundView,
  problems: problems.of('refund_not_found'),
})

export const approveRefund = endpoint({
  method: 'POST',
  path: '/payment-refunds/{id}/approval',
  summary: 'Approve as a second person that money is asked back',
  permission: 'payments.approve',
  audit: 'payments.refund_approved',
  input: inRefund,
  output: z.void(),
  problems: problems.of('refund_not_found', 'refund_moved_on', 'second_person_needed', 'refund_disputed'),
})

export const confirmRefund = endpoint({
  method: 'POST',
  path: '/payment-refunds/{id}/confirmation',
  summary: 'Book as a second person that a provider gave the money back, by the number of its receipt',
  permission: 'payments.reconcile',
  audit: 'payments.refund_confirmed',
  input: inRefund.extend({
    amount: Dong,
    receipt: z.string().trim().min(1).max(100),
    returnedOn: CivilDate,
  }),
  output: z.void(),
  problems: problems.of(
    'refund_not_found',
    'refund_moved_on',
    'second_person_needed',
    'refund_amount_differs',
    'refund_receipt_known',
    'refund_day_wrong',
  ),
})

export const withdrawRefund = endpoint({
  method: 'POST',
  path: '/payment-refunds/{id}/withdrawal',
  summary: 'Give up a refund that was not confirmed; its money may be ordered anew',
  permission: 'payments.prepare',
  audit: 'payments.refund_withdrawn',
  input: inRefund.extend({ because: z.string().trim().min(1).max(500) }),
  output: z.void(),
  problems: problems.of('refund_not_found', 'refund_moved_on', 'refund_told_of'),
})

export const downloadRefundLetter = endpoint({
  method: 'GET',
  path: '/payment-refunds/{id}/letter',
  summary: 'The letter that asks a provider to give the money back, with its list',
  permission: 'payments.prepare',
  audit: 'payments.refund_letter_made',
  input: inRefund,
  output: z.file(),
  problems: problems.of('refund_not_found', 'refund_moved_on'),
})
