import { addMonths, lastDayOf, type CivilDate, type Month } from '#kernel/civil-date'
import type { SumOfLists } from '#modules/payroll'
import type { Backtest } from '../contract.ts'
import type { Assumptions } from '../domain/assumptions.ts'
import type { Lines } from '../domain/lines.ts'
import { reckonYear, type ReckonedYear } from '../domain/reckon-year.ts'
import { totalOf } from '../domain/year.ts'
import { sumOfNow } from './basis.ts'
import { waysOf, type Walked } from './walk.ts'

/** Fewer lists than these prove nothing. */
const fewest = 3

/** The months in a row, up to the one that is known, whose lists were approved: a year of them at most. */
export function monthsToTest(listed: readonly SumOfLists[], baseMonth: Month): Month[] | undefined {
  const known = new Set(listed.map(({ month }) => month))
  const months: Month[] = []
  for (let month = baseMonth; known.has(month) && months.length < 12; month = addMonths(month, -1))
    months.unshift(month)
  return months.length < fewest ? undefined : months
}

/**
 * The same method begun before these months, by the law as it was known then and as it is known now, beside what the lists
 * gave. The register is read as it is known now: what was reported late is known to it, which flatters the method a little.
 */
export async function backtest({
  walked,
  tested,
  listed,
  lines,
  assumptions,
  knownOn,
  step,
}: {
  readonly walked: Walked
  readonly tested: readonly Month[]
  readonly listed: readonly SumOfLists[]
  readonly lines: Lines
  readonly assumptions: Assumptions
  readonly knownOn: CivilDate
  readonly step: () => Promise<void>
}): Promise<Backtest | undefined> {
  const baseMonth = addMonths(tested[0]!, -1)
  const people = walked.kept.get(baseMonth)
  const observed = walked.observed.filter(
    ({ month }) => month > addMonths(baseMonth, -assumptions.trendMonths) && month <= baseMonth,
  )
  if (!people || observed.length === 0) return undefined
  const knownThen = lastDayOf(baseMonth)
  const reckonKnowing = async (day: CivilDate) => {
    const ways = waysOf(lines, day, assumptions)
    const work = reckonYear({ people, ways, observed, months: tested, assumptions })
    for (;;) {
      const next = work.next()
      if (next.done) return next.value
      await step()
    }
  }
  const [asKnown, now] = [await reckonKnowing(knownThen), await reckonKnowing(knownOn)]
  const listedFor = (month: Month, kind: SumOfLists['kind']) =>
    listed
      .filter((sum) => sum.month === month && sum.kind === kind)
      .reduce((total, { amount }) => total + amount, 0)
  const months = tested.map((month) => {
    const due = sumOfNow(walked.nowOf.get(month)!)
    return {
      month,
      asKnown: sumIn(asKnown, month, 'amount'),
      now: sumIn(now, month, 'amount'),
      regular: listedFor(month, 'regular'),
      arrears: listedFor(month, 'arrears'),
      due: due.amount,
      grantsAsKnown: sumIn(asKnown, month, 'people'),
      grantsDue: due.grants,
    }
  })
  const middle = months.reduce((sum, month) => sum + month.now, 0)
  const range = now.spread?.({ of: 'all', place: 0 }, null)
  return {
    baseMonth,
    knownOn: knownThen,
    months,
    range: range ? { low: middle - range.below, high: middle + range.above } : null,
  }
}

/**
 * How many times wider than drawn a range has to be for the year that was tested to lie within: months that differ little
 * from one another say nothing of what changes for all of them.
 */
export function wideningOf(proof: Backtest | undefined): number {
  if (!proof?.range) return 1
  const sum = (of: 'now' | 'due') => proof.months.reduce((total, month) => total + month[of], 0)
  const [middle, was] = [sum('now'), sum('due')]
  const reach = was > middle ? proof.range.high - middle : middle - proof.range.low
  if (reach === 0) return 1
  return Math.min(widest, Math.max(1, Math.ceil((10 * Math.abs(was - middle)) / reach) / 10))
}

/** Beyond this the method, not the range, is at fault. */
const widest = 10

function sumIn({ figures }: ReckonedYear, month: Month, of: 'people' | 'amount'): number {
  return figures
    .filter((figure) => figure.month === month)
    .reduce((sum, figure) => sum + totalOf(figure[of]), 0)
}
