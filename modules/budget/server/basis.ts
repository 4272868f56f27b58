import { monthsThrough, type Month } from '#kernel/civil-date'
import type { SumOfLists } from '#modules/payroll'
import type { Basis } from '../contract.ts'
import { sumOver, type Cells } from '../domain/cells.ts'
import { mostLines, type Line } from '../domain/lines.ts'
import type { Trend } from '../domain/trend.ts'

/** Grants and đồng of a month that is known. */
export function sumOfNow(now: Cells): { grants: number; amount: number } {
  let [grants, amount] = [0, 0]
  for (let line = 0; line < mostLines; line++) {
    grants += sumOver(now.areas, (area) => now.people(area, line, 0))
    amount += sumOver(now.areas, (area) => now.amount(area, line, 0))
  }
  return { grants, amount }
}

/** What the approved lists of a month gave for the month itself; null where there are none. */
export function listedIn(listed: readonly SumOfLists[], month: Month): number | null {
  const lines = listed.filter((sum) => sum.month === month && sum.kind === 'regular')
  return lines.length === 0 ? null : lines.reduce((total, { amount }) => total + amount, 0)
}

/** Which months of the year that are over have an approved list. */
export function monthsOver(listed: readonly SumOfLists[], year: number, baseMonth: Month) {
  const known = new Set(listed.map(({ month }) => month))
  const first = `${year}-01` as Month // A year has a January.
  const over = first <= baseMonth ? monthsThrough(first, baseMonth) : []
  return {
    listedMonths: over.filter((month) => known.has(month)),
    missingMonths: over.filter((month) => !known.has(month)),
  }
}

/** The trend as it is shown: by line, with what a grant of it comes to. */
export function trendShown(
  trend: Trend,
  lines: readonly Line[],
  now: Cells,
  observed: readonly { readonly month: Month; readonly isLawTurn: boolean }[],
): Basis['trend'] {
  return {
    months: [...trend.months],
    without: observed.filter(({ isLawTurn }) => isLawTurn).map(({ month }) => month),
    lines: lines.flatMap((line, place) => {
      const people = sumOver(now.areas, (area) => now.people(area, place, 0))
      const amount = sumOver(now.areas, (area) => now.amount(area, place, 0))
      const monthly = Math.round(trend.monthly[place]! * 100) / 100
      if (people === 0 && monthly === 0) return []
      return [{ ...line, monthly, average: people > 0 ? Math.round(amount / people) : 0 }]
    }),
  }
}
