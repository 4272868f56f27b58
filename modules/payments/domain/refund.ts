import { z } from 'zod'
import { dayOf, type CivilDate, type Instant } from '#kernel/civil-date'
import { numberKey } from './number-key.ts'

/** Where a refund stands («hoàn trả»). */
export const RefundState = z.enum(['asked', 'approved', 'confirmed', 'withdrawn'])
export type RefundState = z.infer<typeof RefundState>

/**
 * Why money lies at a provider for good: the right to it has gone, whoever was to receive it has died, it was ordered anew
 * through another provider, nobody came for the months of PROC-6a, or it came back and nobody has ordered it anew.
 */
export const RefundReason = z.enum(['not_due', 'payee_died', 'elsewhere', 'not_collected', 'left'])
export type RefundReason = z.infer<typeof RefundReason>

/**
 * The days a provider can have given money back on: no sooner than it was asked to, and no day after the `latest`. A year mistyped, by
 * us or by it, would be lost to its budget line for good.
 */
export function isDayOfRefund(
  day: CivilDate,
  refund: { readonly approvedAt: Instant | null },
  latest: CivilDate,
) {
  return refund.approvedAt !== null && day >= dayOf(refund.approvedAt) && day <= latest
}

/**
 * The last day a bank may tell of today: what it pays in the evening it books on its next working day. Not into another year: there
 * the day decides whether a budget line has its money again, so a person waits for it.
 */
export function latestBooking(today: CivilDate, nextWorkingDay: CivilDate): CivilDate {
  return nextWorkingDay.slice(0, 4) === today.slice(0, 4) ? nextWorkingDay : today
}

/** What fits into the reference of a bank’s message. */
const referenceLength = 35

/**
 * The number of a receipt as it is compared: typed from paper it has other blanks and capitals than in the bank’s file, which besides
 * cuts it to 35 characters. Two that agree so far are taken for one: a person looks, and no refund is confirmed by another’s receipt.
 */
export function receiptKey(receipt: string): string {
  return numberKey(receipt).slice(0, referenceLength)
}
