import { dong, type Dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import type { ChangeSummary, ComparisonRow, Tally } from '../contract.ts'
import type { Run } from '../db/runs.ts'
import { listCounts, summariseChanges, type Count } from '../db/totals.ts'

export const nothing: Tally = { people: 0, lines: 0, amount: dong(0) }

/** The one count of a dimension and key; nothing where there are no such lines. */
export function countOf(counts: readonly Count[], dimension: Count['dimension'], key: string): Tally {
  const count = counts.find((candidate) => candidate.dimension === dimension && candidate.key === key)
  return count ? tallyOf(count) : nothing
}

export function tallyOf({ people, lines, amount }: Count): Tally {
  return { people, lines, amount }
}

/** People and money, beside the month before. */
export function compare(counts: readonly Count[]): ComparisonRow[] {
  const row = (what: ComparisonRow['what'], before: number, now: number): ComparisonRow => ({
    what,
    before,
    now,
    difference: now - before,
  })
  const all = countOf(counts, 'all', '')
  const before = countOf(counts, 'before', '')
  const amounts = (kind: 'regular' | 'arrears') =>
    row(kind, countOf(counts, 'before', kind).amount, countOf(counts, 'kind', kind).amount)
  const regularBefore = countOf(counts, 'before', 'regular').people
  const regularNow = countOf(counts, 'kind', 'regular').people
  return [
    row('people', regularBefore, regularNow),
    row('arrears_only', before.people - regularBefore, all.people - regularNow),
    amounts('regular'),
    amounts('arrears'),
    row('total', before.amount, all.amount),
  ]
}

/** In the first month that is paid there is nothing to compare with. */
export function hasMonthBefore(counts: readonly Count[], changes: readonly ChangeSummary[]): boolean {
  return changes.length > 0 || counts.some(({ dimension }) => dimension === 'before')
}

/** What the reasons leave over of the whole difference: 0 unless something is wrong. */
export function unexplained(counts: readonly Count[], changes: readonly ChangeSummary[]): Dong {
  if (!hasMonthBefore(counts, changes)) return dong(0)
  const explained = changes.reduce((sum, { difference }) => sum + difference, 0)
  return dong(countOf(counts, 'all', '').amount - countOf(counts, 'before', '').amount - explained)
}

/** The same for a stored run. */
export async function unexplainedOf(ctx: Ctx, run: Run): Promise<Dong> {
  return unexplained(await listCounts(ctx, run), await summariseChanges(ctx, run))
}
