import { dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import type { RuleReach } from '../contract.ts'
import { listRunRows } from '../db/runs.ts'
import { listCounts } from '../db/totals.ts'
import { visibleRuleInTotals } from '../domain/discretion.ts'
import type { RunState } from '../domain/run-state.ts'

/** Fewer people than this might be told apart («số nhỏ được ẩn»). */
const fewest = 5

const decided: ReadonlySet<RunState> = new Set(['approved', 'sent', 'reconciled', 'closed'])

/** How many people each rule pays in the latest month that was approved, within the reader’s area. */
export async function showRuleReach(ctx: Ctx): Promise<RuleReach> {
  const runs = (await listRunRows(ctx, {})).filter(({ state }) => decided.has(state))
  const month = runs[0]?.month
  if (month === undefined) return { month: null, rules: [] }
  const mayReadConfidential = ctx.actor.permissions.has('people.read_confidential')
  const sums = new Map<string, { people: number; amount: number }>()
  // Runs of one month pay different units, so nobody is counted twice.
  for (const run of runs.filter((one) => one.month === month))
    for (const { dimension, key, people, amount } of await listCounts(ctx, run)) {
      const rule = dimension === 'rule' ? visibleRuleInTotals(key.split(' ')[1]!, mayReadConfidential) : null
      if (rule === null) continue
      const sum = sums.get(rule) ?? { people: 0, amount: 0 }
      sums.set(rule, { people: sum.people + people, amount: sum.amount + amount })
    }
  return {
    month,
    rules: [...sums].map(([rule, { people, amount }]) =>
      people < fewest ? { rule, people: null, amount: null } : { rule, people, amount: dong(amount) },
    ),
  }
}
