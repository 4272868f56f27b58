import { z } from 'zod'
import { dayOf, type CivilDate, type Instant } from '#kernel/civil-date'

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
 * The days a provider can have given money back on: no sooner than it was asked to, and no day to come. A year mistyped, by us or by
 * it, would be lost to its budget line for good.
 */
export function isDayOfRefund(
  day: CivilDate,
  refund: { readonly approvedAt: Instant | null },
  today: CivilDate,
) {
  return refund.approvedAt !== null && day >= dayOf(refund.approvedAt) && day <= today
}
