import { z } from 'zod'

/** Where a refund stands («hoàn trả»). */
export const RefundState = z.enum(['asked', 'approved', 'confirmed', 'withdrawn'])
export type RefundState = z.infer<typeof RefundState>

/**
 * Why money lies at a provider for good: the right to it has gone, whoever was to receive it has died, it was ordered anew
 * through another provider, nobody came for the months of PROC-6a, or it came back and nobody has ordered it anew.
 */
export const RefundReason = z.enum(['not_due', 'payee_died', 'elsewhere', 'not_collected', 'left'])
export type RefundReason = z.infer<typeof RefundReason>
