import { addMonths, monthOf, type Month } from '#kernel/civil-date'
import { isSummedTogether, law } from '#modules/entitlement'
import { areaNames } from '#modules/geography'
import { latestApproved } from '#modules/payroll'
import type { Ctx } from '#platform/server/context'
import type { EstimateId, EstimateSummary, EstimateView, PartsView, SumView } from '../contract.ts'
import { getEstimateRow, listEstimateRows, type EstimateRow } from '../db/estimates.ts'
import { listRanges, sumFigures, sumFiguresByArea, type Amounts, type RangeRow } from '../db/figures.ts'
import { causes } from '../domain/causes.ts'

export async function listEstimates(ctx: Ctx) {
  const rows = await listEstimateRows(ctx)
  const names = await areaNames(ctx, new Set(rows.map(({ areaId }) => areaId)))
  const ranges = await listRanges(
    ctx,
    rows.map(({ id }) => id),
  )
  const latest = await latestApproved(ctx)
  const baseMonth = latest?.month ?? addMonths(monthOf(ctx.today), -1)
  return {
    estimates: rows.map((row): EstimateSummary => {
      const own = ranges.filter(({ estimateId }) => estimateId === row.id)
      return {
        ...summaryOf(ctx, row, names),
        amount: row.amount,
        range: around(row.amount, ofWhole(own, shownArea(ctx, row))),
      }
    }),
    suggested: { year: yearToPlan(baseMonth), baseMonth },
  }
}

/** From July on the year to come is planned; before it what is left of this one is asked about. */
function yearToPlan(known: Month): number {
  return Number(known.slice(0, 4)) + (known.slice(5) >= '07' ? 1 : 0)
}

function summaryOf(ctx: Ctx, row: EstimateRow, names: ReadonlyMap<number, string>) {
  const { id, name, year, areaId, baseMonth, madeBy, madeName, madeAt, submittedName, submittedAt } = row
  return {
    id,
    name,
    year,
    area: { id: areaId, name: names.get(areaId) ?? '' },
    baseMonth,
    made: { by: madeName, at: madeAt },
    submitted: submittedAt && submittedName ? { by: submittedName, at: submittedAt } : null,
    isMine: madeBy === ctx.actor.userId,
  }
}

/** Whoever answers for less than the whole sees the ranges of the own unit. */
function shownArea({ actor }: Ctx, { areaId }: EstimateRow): number {
  return actor.areaId === 0 || actor.areaIds.includes(areaId) ? areaId : actor.areaId
}

/** The lines a figure may be asked for: `allowance MSA-6`, or what melts together where a name would tell a diagnosis. */
export const together = 'together'

export async function getEstimate(
  ctx: Ctx,
  { id, areaId, line }: { id: EstimateId; areaId?: number | undefined; line?: string | undefined },
): Promise<EstimateView> {
  const row = await getEstimateRow(ctx, id)
  const nameOf = lineNamer(ctx)
  const [figures, byAreaRows] = [await sumFigures(ctx, id, { areaId }), await sumFiguresByArea(ctx, id)]
  const ranges = await listRanges(ctx, [id])
  const names = await areaNames(ctx, new Set([row.areaId, ...byAreaRows.map((one) => one.areaId)]))
  const place = areaId ?? shownArea(ctx, row)
  const ofLine = (one: { component: string; lawGroup: string }) =>
    line === undefined || nameOf(one.component, one.lawGroup).line === line
  const shown = figures.filter(ofLine)
  const rangeFor = (wanted: Partial<RangeRow>) => findRange(ranges, { areaId: place, ...wanted })
  const lineRange = (key: string | undefined, month: RangeRow['month'] = null) => {
    if (key === undefined) return rangeFor({ month })
    if (key === together) return undefined
    const [component, lawGroup] = key.split(' ') as [RangeRow['component'], string] // A key is made of both.
    return rangeFor({ component, lawGroup, month })
  }
  const byMonth = [...Map.groupBy(shown, ({ month }) => month)]
  const byLine = [...Map.groupBy(figures, ({ component, lawGroup }) => nameOf(component, lawGroup).line)]
  const byArea = [...Map.groupBy(byAreaRows.filter(ofLine), (one) => one.areaId)]
  return {
    ...summaryOf(ctx, row, names),
    ...pickTotal(sumOf(figures, lineRange(undefined))),
    knownOn: row.knownOn,
    assumptions: row.assumptions,
    basis: { ...row.basis, trend: { ...row.basis.trend, lines: visibleTrend(row, nameOf) } },
    backtest: row.areaId === place ? row.backtest : null,
    shown: {
      area: areaId === undefined ? null : { id: areaId, name: names.get(areaId) ?? '' },
      line: line ?? null,
    },
    total: sumOf(shown, lineRange(line)),
    byMonth: byMonth.map(([month, rows]) => ({
      month,
      isListed: rows.every(({ isListed }) => isListed),
      ...sumOf(rows, rows.every(({ isListed }) => isListed) ? undefined : lineRange(line, month)),
    })),
    byLine: byLine.map(([key, rows]) => {
      const { component, lawGroup } = rows[0]!
      return { ...nameOf(component, lawGroup), ...sumOf(rows, lineRange(key)) }
    }),
    byArea: byArea
      .map(([id, rows]) => ({
        area: { id, name: names.get(id) ?? '' },
        ...sumOf(rows, rangeOfArea(ranges, id, line)),
      }))
      .toSorted((one, other) => one.area.name.localeCompare(other.area.name, 'vi')),
  }
}

function pickTotal({ amount, range }: SumView) {
  return { amount, range }
}

function rangeOfArea(ranges: readonly RangeRow[], areaId: number, line: string | undefined) {
  if (line === undefined) return findRange(ranges, { areaId })
  if (line === together) return undefined
  const [component, lawGroup] = line.split(' ') as [RangeRow['component'], string] // A key is made of both.
  return findRange(ranges, { areaId, component, lawGroup })
}

function findRange(
  ranges: readonly RangeRow[],
  wanted: Partial<RangeRow> & { areaId: number },
): RangeRow | undefined {
  const { areaId, programme = null, component = null, lawGroup = null, month = null } = wanted
  return ranges.find(
    (range) =>
      range.areaId === areaId &&
      range.programme === programme &&
      range.component === component &&
      range.lawGroup === lawGroup &&
      range.month === month,
  )
}

function ofWhole(ranges: readonly RangeRow[], areaId: number) {
  return findRange(ranges, { areaId })
}

export function around(amount: number, range: Pick<RangeRow, 'below' | 'above'> | undefined) {
  return range ? { low: Math.max(0, amount - range.below), high: amount + range.above } : null
}

/** Adds rows up, cause by cause; what lists had is the base, with their arrears beside it. */
export function sumOf(rows: readonly Amounts[], range: RangeRow | undefined): SumView {
  const add = (of: 'People' | 'Amount') =>
    Object.fromEntries(
      causes.map((cause) => [cause, rows.reduce((sum, row) => sum + row[`${cause}${of}`], 0)]),
    ) as PartsView // Every cause.
  const [peopleParts, amountParts] = [add('People'), add('Amount')]
  const arrears = rows.reduce((sum, row) => sum + row.arrearsAmount, 0)
  const total = (parts: PartsView) => causes.reduce((sum, cause) => sum + parts[cause], 0)
  const amount = total(amountParts) + arrears
  return {
    people: total(peopleParts),
    amount,
    peopleParts,
    amountParts,
    arrears,
    range: around(amount, range),
  }
}

const groupLabels = new Map(
  law.regimes.flatMap(({ rules }) => rules.groups.map(({ id, label }) => [id, label] as const)),
)

type NamedLine = Pick<EstimateView['byLine'][number], 'line' | 'component' | 'group' | 'name'>

/** A line by its name; confidential groups and their neighbour are one for whoever may not know. */
function lineNamer(ctx: Ctx): (component: string, group: string) => NamedLine {
  const mayKnow = ctx.actor.permissions.has('people.read_confidential')
  return (component, group) => {
    const own = component as NamedLine['component'] // The column holds components.
    if (!mayKnow && isSummedTogether(group))
      return { line: together, component: own, group: null, name: { vi: '', en: '' } }
    return {
      line: `${component} ${group}`,
      component: own,
      group,
      name: groupLabels.get(group) ?? { vi: group, en: group },
    }
  }
}

function visibleTrend({ basis }: EstimateRow, nameOf: ReturnType<typeof lineNamer>) {
  return basis.trend.lines.filter(({ component, group }) => nameOf(component, group).line !== together)
}
