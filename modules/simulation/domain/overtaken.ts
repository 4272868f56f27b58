import type { Month } from '#kernel/civil-date'
import type { Result } from '../contract.ts'

export type Overtaken = { readonly month: Month; readonly amount: number }

/**
 * From when the whole country has the standard proposed or a higher one, and what a month costs then, with the scenario
 * or without it: nothing else changes, so each đồng of the standard costs as much as each of those proposed.
 */
export function overtakenBy({
  flags,
  changes,
  before,
  cost,
}: Pick<Result, 'flags' | 'changes' | 'before' | 'cost'>): Overtaken | undefined {
  const flag = flags.find((one) => one.code === 'central_overtakes')
  const proposed = changes.find(({ change }) => change.kind === 'standard')
  if (!flag?.isDeducted || proposed?.change.kind !== 'standard' || typeof proposed.before !== 'number')
    return undefined
  const raise = proposed.change.value - proposed.before
  if (raise <= 0) return undefined
  const amount = before.amount + Math.round((cost.monthly * (flag.value - proposed.before)) / raise)
  return { month: flag.month, amount }
}
