import { mostLines } from './lines.ts'
import { drawsFrom } from './seeded.ts'
import type { Trend } from './trend.ts'
import { averageOf, type MonthToCome } from './year.ts'

/** How far below and above the middle a sum may come to lie, in đồng. */
export type Range = { readonly below: number; readonly above: number }

/** What is summed up: everything, a programme that budget lines pay, or a line of the estimate; whole, or of one unit. */
export type Summed =
  | { readonly of: 'all' | 'area'; readonly place: number }
  | { readonly of: 'programme' | 'line'; readonly place: number }
  | { readonly of: 'area_line'; readonly place: number }

/** The range of a sum for a month by its place, or for all months together. */
export type Spread = (summed: Summed, month: number | null) => Range

export const yearsDrawn = 400

/** Fewer months than these tell nothing of how much one differs from another. */
export const fewestMonths = 3

/**
 * Draws years: the months that were seen are drawn with replacement, twice over – first which of them are known at all, for
 * a dozen say little of the middle itself, then one for each month to come – and each takes along what every unit and line
 * had more or less than the middle. What lies between leaves half of the rest on each side.
 */
export function spreadOf(
  months: readonly MonthToCome[],
  trend: Trend,
  {
    programmeOfLine,
    percent,
    interval,
    seed,
  }: {
    /** The place of the programme that pays each line. */
    readonly programmeOfLine: readonly number[]
    readonly percent: number
    readonly interval: number
    readonly seed: number
  },
): Spread | undefined {
  const { seen } = trend
  const lines = programmeOfLine.length
  const programmes = [...new Set(programmeOfLine)]
  if (seen.length < fewestMonths || months.length === 0) return undefined
  const areas = months[0]!.cells.areas
  const [first, last] = [months[0]!.monthsAhead, months.at(-1)!.monthsAhead]
  const averages = months.map(({ cells }) =>
    Array.from({ length: lines }, (_, line) => averageOf(cells, line)),
  )
  const present = Array.from({ length: lines }, (_, line) => line).filter((line) =>
    seen.some((month) =>
      Array.from({ length: areas }).some((__, area) => month[area * mostLines + line] !== 0),
    ),
  )
  const middle = seen[0]!.map((_, place) => seen.reduce((sum, month) => sum + month[place]!, 0) / seen.length)
  const apart = seen.map((month) => month.map((people, place) => ((people - middle[place]!) * percent) / 100))

  const draw = drawsFrom(seed)
  const below = (bound: number) => Math.floor(draw() * bound)
  const sums = {
    all: sumsFor(1, months.length),
    programme: sumsFor(Math.max(0, ...programmes) + 1, months.length),
    line: sumsFor(lines, months.length),
    area: sumsFor(areas, months.length),
    area_line: sumsFor(areas * lines, 0),
  }
  for (let year = 0; year < yearsDrawn; year++) {
    const known = seen.map(() => below(seen.length))
    const flow = new Float64Array(areas * mostLines)
    for (let ahead = 1; ahead <= last; ahead++) {
      const source = apart[known[below(known.length)]!]!
      for (let place = 0; place < flow.length; place++) flow[place]! += source[place]!
      const month = ahead - first
      if (month < 0) continue
      for (const line of present) {
        const average = averages[month]![line]!
        for (let area = 0; area < areas; area++) {
          const amount = flow[area * mostLines + line]! * average
          if (amount === 0) continue
          sums.all.add(0, month, year, amount)
          sums.programme.add(programmeOfLine[line]!, month, year, amount)
          sums.line.add(line, month, year, amount)
          sums.area.add(area, month, year, amount)
          sums.area_line.add(area * lines + line, month, year, amount)
        }
      }
    }
  }
  const tail = (100 - interval) / 200
  return ({ of, place }, month) => {
    const sorted = sums[of].drawn(place, month).toSorted()
    const at = (share: number) => sorted[Math.round(share * (yearsDrawn - 1))]!
    return { below: Math.max(0, Math.round(0 - at(tail))), above: Math.max(0, Math.round(at(1 - tail))) }
  }
}

/** The years drawn, for each sum and each of its months; a sum without months keeps the year alone. */
function sumsFor(count: number, months: number) {
  const whole = new Float64Array(count * yearsDrawn)
  const byMonth = new Float64Array(count * months * yearsDrawn)
  return {
    add: (place: number, month: number, year: number, amount: number) => {
      whole[place * yearsDrawn + year]! += amount
      if (months > 0) byMonth[(place * months + month) * yearsDrawn + year]! += amount
    },
    drawn: (place: number, month: number | null) => {
      const from = month === null ? place * yearsDrawn : (place * months + month) * yearsDrawn
      return (month === null ? whole : byMonth).subarray(from, from + yearsDrawn)
    },
  }
}
