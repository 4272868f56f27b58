import { z } from 'zod'

/** Why something was paid above the right («nguyên nhân chi thừa»): as payroll finds it, or because one person had two records. */
export const RecoveryCause = z.enum(['died', 'not_entitled', 'lower_amount', 'paid_twice', 'paid_before'])
export type RecoveryCause = z.infer<typeof RecoveryCause>

/** Proposed by what was found; everything after takes a decision, but what came back by itself. */
export const RecoveryState = z.enum(['proposed', 'planned', 'settled', 'written_off', 'withdrawn'])
export type RecoveryState = z.infer<typeof RecoveryState>

/** How it comes back: at once, in parts, or out of later months («nộp trả một lần», «nộp dần», «trừ dần vào kỳ sau»). */
export const RecoveryPlan = z.enum(['at_once', 'instalments', 'offset'])
export type RecoveryPlan = z.infer<typeof RecoveryPlan>

/** What can be decided about a recovery; holding back, and going on, need no second person. */
export const RecoveryDecisionKind = z.enum(['plan', 'give_up', 'hold', 'go_on'])
export type RecoveryDecisionKind = z.infer<typeof RecoveryDecisionKind>
