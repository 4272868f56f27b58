import type { SumOfLists } from '#modules/payroll'
import type { FigureRow } from '../db/figures.ts'
import { groupOfRule, type Line } from '../domain/lines.ts'
import type { ReckonedYear } from '../domain/reckon-year.ts'

/** What approved lists of the year have, as they have it. */
export function figuresOfLists(
  listed: readonly SumOfLists[],
  placeOf: ReadonlyMap<number, number>,
  communes: readonly number[],
): FigureRow[] {
  const rows = new Map<string, FigureRow>()
  for (const { month, areaId, component, rule, kind, lines, amount } of listed) {
    const commune = communes[placeOf.get(areaId)!]!
    const lawGroup = groupOfRule.get(rule) ?? rule
    const key = `${month} ${commune} ${component} ${lawGroup}`
    const before =
      rows.get(key) ?? emptyFigure({ month, areaId: commune, component, lawGroup, isListed: true })
    rows.set(
      key,
      kind === 'regular'
        ? { ...before, basePeople: before.basePeople + lines, baseAmount: before.baseAmount + amount }
        : { ...before, arrearsAmount: before.arrearsAmount + amount },
    )
  }
  return [...rows.values()]
}

function emptyFigure(
  about: Pick<FigureRow, 'month' | 'areaId' | 'component' | 'lawGroup' | 'isListed'>,
): FigureRow {
  return {
    ...about,
    basePeople: 0,
    ageingPeople: 0,
    lawPeople: 0,
    deathsPeople: 0,
    trendPeople: 0,
    baseAmount: 0,
    ageingAmount: 0,
    lawAmount: 0,
    deathsAmount: 0,
    trendAmount: 0,
    arrearsAmount: 0,
  }
}

/** What is expected of the months to come, cause by cause. */
export function figuresOfYear(
  { figures }: ReckonedYear,
  lines: readonly Line[],
  communes: readonly number[],
): FigureRow[] {
  return figures.map(({ month, area, line, people, amount }) => ({
    month,
    areaId: communes[area]!,
    component: lines[line]!.component,
    lawGroup: lines[line]!.group,
    isListed: false,
    basePeople: people.base,
    ageingPeople: people.ageing,
    lawPeople: people.law,
    deathsPeople: people.deaths,
    trendPeople: people.trend,
    baseAmount: amount.base,
    ageingAmount: amount.ageing,
    lawAmount: amount.law,
    deathsAmount: amount.deaths,
    trendAmount: amount.trend,
    arrearsAmount: 0,
  }))
}
