import type { Month } from '#kernel/civil-date'
import { causes, type Cause, type Parts } from './causes.ts'
import { levels, sumOver, type Cells } from './cells.ts'
import type { Line } from './lines.ts'
import { wholesOf } from './rounding.ts'
import type { Trend } from './trend.ts'

/** One figure of an estimate: a month, a unit and a line, in whole grants and whole đồng, cause by cause. */
export type Figure = {
  readonly month: Month
  readonly area: number
  readonly line: number
  readonly people: Parts
  readonly amount: Parts
}

export type MonthToCome = { readonly month: Month; readonly cells: Cells; readonly monthsAhead: number }

const final = levels.length - 1

/** What a grant of a line comes to in a month, over all units; what it last came to where nobody is expected to have one. */
export function averageOf(cells: Cells, line: number): number {
  const people = sumOver(cells.areas, (area) => cells.people(area, line, final))
  if (people > 0) return sumOver(cells.areas, (area) => cells.amount(area, line, final)) / people
  const known = sumOver(cells.areas, (area) => cells.people(area, line, 0))
  return known > 0 ? sumOver(cells.areas, (area) => cells.amount(area, line, 0)) / known : 0
}

/**
 * The figures of the months to come, in whole numbers. Grants are made whole over all units of a line and level, so that
 * they add up as they stand: communes to the province, lines to the whole, causes to the figure.
 */
export function figuresOf(
  months: readonly MonthToCome[],
  lines: readonly Line[],
  { trend, trendPercent }: { readonly trend: Trend; readonly trendPercent: number },
): Figure[] {
  return months.flatMap(({ month, cells, monthsAhead }) =>
    lines.flatMap((_, line) => {
      const average = averageOf(cells, line)
      const added = (trend.monthly[line]! * monthsAhead * trendPercent) / 100
      const units = Array.from({ length: cells.areas }, (__, area) => {
        const more = added * trend.shareOf(area, line)
        const expected = cells.people(area, line, final)
        const people = Math.max(0, expected + more)
        return {
          people: [...levels.map((___, level) => cells.people(area, line, level)), people],
          amount: [
            ...levels.map((___, level) => cells.amount(area, line, level)),
            Math.max(0, cells.amount(area, line, final) + (people - expected) * average),
          ],
        }
      })
      const whole = causes.map((__, place) => wholesOf(units.map(({ people }) => people[place]!)))
      return units.flatMap(({ amount }, area): Figure[] => {
        const people = partsOf(whole.map((column) => column[area]!))
        const money = partsOf(amount.map((one) => Math.round(one)))
        const isEmpty = causes.every((cause) => people[cause] === 0 && money[cause] === 0)
        return isEmpty ? [] : [{ month, area, line, people, amount: money }]
      })
    }),
  )
}

/** Levels, each with one cause more, as what each cause adds. */
function partsOf(steps: readonly number[]): Parts {
  return Object.fromEntries(
    causes.map((cause, place) => [cause, steps[place]! - (place === 0 ? 0 : steps[place - 1]!)]),
  ) as Record<Cause, number> // Every cause.
}

export function totalOf(parts: Parts): number {
  return causes.reduce((sum, cause) => sum + parts[cause], 0)
}
