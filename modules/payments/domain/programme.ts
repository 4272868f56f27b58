import { z } from 'zod'
import { dong, type Dong } from '#kernel/dong'

/** What a budget line is for: the social pension has lines of its own («dự toán hưu trí xã hội»), in the same cycle. */
export const Programme = z.enum(['monthly_allowance', 'social_pension', 'care', 'one_off'])
export type Programme = z.infer<typeof Programme>

/** Where the money of a budget line comes from («nguồn»). */
export const FundSource = z.enum(['central', 'province', 'commune'])
export type FundSource = z.infer<typeof FundSource>

/** The programme that a component of a line is paid from; components are payroll’s. */
export const programmeOf = {
  allowance: 'monthly_allowance',
  single_parent: 'monthly_allowance',
  parenting: 'monthly_allowance',
  nursing: 'monthly_allowance',
  social_pension: 'social_pension',
  care: 'care',
} as const satisfies Readonly<Record<string, Programme>>

export type Share = { readonly fundId: string; readonly share: number }

/** Shares a sum out by hundredths, to the đồng: what does not divide goes to the first. */
export function shareOut(amount: Dong, shares: readonly Share[]): { fundId: string; amount: Dong }[] {
  const whole = shares.reduce((sum, { share }) => sum + share, 0)
  if (whole !== 100) throw new RangeError(`Shares of a hundred, not of ${whole}`)
  const parts = shares.map(({ fundId, share }) => ({
    fundId,
    amount: Number((BigInt(amount) * BigInt(share)) / 100n),
  }))
  const rest = amount - parts.reduce((sum, part) => sum + part.amount, 0)
  return parts.map((part, index) => ({ ...part, amount: dong(part.amount + (index === 0 ? rest : 0)) }))
}

/** Draws a sum from several pots in proportion to what is in them, to the đồng; all of it where the sum is no less. */
export function drawFrom(pots: readonly Dong[], amount: Dong): number[] {
  const whole = pots.reduce((sum, pot) => sum + pot, 0)
  if (amount >= whole) return [...pots]
  const parts = pots.map((pot) => Number((BigInt(pot) * BigInt(amount)) / BigInt(whole)))
  let rest = amount - parts.reduce((sum, part) => sum + part, 0)
  return parts.map((part, index) => {
    const more = Math.min(rest, pots[index]! - part) // As many parts as pots.
    rest -= more
    return part + more
  })
}
