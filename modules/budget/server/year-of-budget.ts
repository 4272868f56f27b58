import { monthsThrough, type Month } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import { areaNames } from '#modules/geography'
import { listUseOfFunds, programmeOf, shareOut } from '#modules/payments'
import { approvedMonths } from '#modules/payroll'
import type { Ctx } from '#platform/server/context'
import type { LineOfYear, YearOfBudget } from '../contract.ts'
import { listEstimateRows, type EstimateRow } from '../db/estimates.ts'
import { listRanges, sumFigures, type RangeRow } from '../db/figures.ts'
import { outlookOf } from '../domain/shortfall.ts'

type Fund = Awaited<ReturnType<typeof listUseOfFunds>>[number]
type Estimated = {
  readonly row: EstimateRow
  readonly figures: Awaited<ReturnType<typeof sumFigures>>
  readonly ranges: readonly RangeRow[]
}

/**
 * A year as the accountant asks about it: what was given, what is used, and whether it lasts. Allocation and use are those
 * of the ledger; the months to come are those of the estimate that was submitted, or else of the newest.
 */
export async function getYearOfBudget(ctx: Ctx, { year }: { year: number }): Promise<YearOfBudget> {
  const months = monthsThrough(`${year}-01` as Month, `${year}-12` as Month) // A year has both.
  const funds = await listUseOfFunds(ctx, { year })
  const names = await areaNames(ctx, new Set(funds.map(({ areaId }) => areaId)))
  const rows = await listEstimateRows(ctx, { year })
  const row = rows.find(({ submittedAt }) => submittedAt !== null) ?? rows[0]
  const estimated = row && {
    row,
    figures: await sumFigures(ctx, row.id),
    ranges: await listRanges(ctx, [row.id]),
  }
  const uncharged = await listUncharged(ctx, months, funds)
  return {
    year,
    estimate: row
      ? { id: row.id, name: row.name, isSubmitted: row.submittedAt !== null, baseMonth: row.baseMonth }
      : null,
    ...uncharged,
    lines: funds.map((fund) => ({
      ...lineOf(fund, funds, months, estimated),
      area: { id: fund.areaId, name: names.get(fund.areaId) ?? '' },
    })),
  }
}

/**
 * Months of which a unit has approved lists that none of its own lines was charged for. A list is charged to the lines of the unit that
 * draws the estimate for it (PAY-1): one of the province that pays people of a commune says nothing of the commune’s lines.
 */
async function listUncharged(
  ctx: Ctx,
  months: readonly Month[],
  funds: readonly Fund[],
): Promise<Pick<YearOfBudget, 'paidElsewhere' | 'notYetCharged'>> {
  const budgeted = new Set(funds.map(({ areaId }) => areaId))
  const charged = new Set(funds.flatMap((fund) => fund.months.map(({ month }) => `${fund.areaId} ${month}`)))
  const uncharged = (await approvedMonths(ctx, { from: months[0]!, through: months.at(-1)! })).filter(
    ({ areaId, month }) => budgeted.has(areaId) && !charged.has(`${areaId} ${month}`),
  )
  const monthsOf = (isPaidElsewhere: boolean) => [
    ...new Set(uncharged.filter((one) => one.isPaidElsewhere === isPaidElsewhere).map(({ month }) => month)),
  ]
  return { paidElsewhere: monthsOf(true), notYetCharged: monthsOf(false) }
}

function lineOf(
  fund: Fund,
  funds: readonly Fund[],
  months: readonly Month[],
  estimated: Estimated | undefined,
): Omit<LineOfYear, 'area'> {
  const { id, code, programme, source, share, allocated, spent, blocked } = fund
  // An estimate speaks for the lines of its own unit, and gives for no help that is given once.
  const covers = estimated !== undefined && programme !== 'one_off' && estimated.row.areaId === fund.areaId
  const used = new Map(fund.months.map(({ month, spent, blocked }) => [month, spent + blocked]))
  const lastUsed = months.findLast((month) => used.has(month))
  const shares = funds
    .filter((one) => one.areaId === fund.areaId && one.programme === programme)
    .map((one) => ({ fundId: one.id, share: one.share }))
  const own = (amount: number) =>
    shares.reduce((sum, one) => sum + one.share, 0) === 100
      ? shareOut(dong(amount), shares).find(({ fundId }) => fundId === id)!.amount
      : Math.floor((amount * share) / 100)
  const inMonth = (month: Month) =>
    covers
      ? estimated.figures
          .filter((figure) => figure.month === month && programmeOf[figure.component] === programme)
          .reduce(
            (sum, row) =>
              sum +
              row.baseAmount +
              row.ageingAmount +
              row.lawAmount +
              row.deathsAmount +
              row.trendAmount +
              row.arrearsAmount,
            0,
          )
      : 0
  const isAhead = (month: Month) =>
    covers && month > (lastUsed ?? '') && month > (lastUsed ? '' : estimated.row.baseMonth)
  const ahead = months.filter(isAhead).map((month) => {
    const whole = inMonth(month)
    const range = estimated?.ranges.find(
      (one) => one.areaId === fund.areaId && one.programme === programme && one.month === month,
    )
    return {
      month,
      low: own(Math.max(0, whole - (range?.below ?? 0))),
      mid: own(whole),
      high: own(whole + (range?.above ?? 0)),
    }
  })
  const usedInAll = spent + blocked
  let left: number = allocated
  return {
    fundId: id,
    code,
    programme,
    source,
    share,
    allocated,
    spent,
    blocked,
    estimated: covers ? own(months.reduce((sum, month) => sum + inMonth(month), 0)) : null,
    months: months.map((month) => {
      const now = used.get(month) ?? 0
      const expected = isAhead(month) ? own(inMonth(month)) : 0
      left -= now + expected
      return {
        month,
        kind: used.has(month)
          ? ('used' as const)
          : isAhead(month)
            ? ('expected' as const)
            : ('outside' as const),
        used: now,
        expected,
        left,
      }
    }),
    outlook: covers ? outlookOf(allocated, usedInAll, ahead) : null,
  }
}
