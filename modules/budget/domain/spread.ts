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

/** A year that is drawn goes on as so many months in a row did; fewer tell nothing of how one differs from another. */
export const fewestMonths = 3

/**
 * Draws years. Each goes on as three months in a row once did, whichever of those that were seen: months that follow one
 * another are alike, and a pace may last. Each month to come is one of the three, and takes along what every unit and line
 * then had more or less than the middle. What lies between leaves half of the rest on each side.
 */
export function spreadOf(
  months: readonly MonthToCome[],
  trend: Trend,
  {
    programmes,
    programmeOfLine,
    percent,
    interval,
    seed,
  }: {
    /** How many there are, and the place of the one that pays each line. */
    readonly programmes: number
    readonly programmeOfLine: readonly number[]
    readonly percent: number
    readonly interval: number
    readonly seed: number
  },
): Spread | undefined {
  const { seen } = trend
  const lines = programmeOfLine.length
  if (seen.length < fewestMonths || months.length === 0) return undefined
  const areas = months[0]!.cells.areas
  const [first, last] = [months[0]!.monthsAhead, months.at(-1)!.monthsAhead]
  const averages = months.map(({ cells }) =>
    Array.from({ length: lines }, (_, line) => averageOf(cells, line)),
  )
  const middle = seen[0]!.map((_, place) => seen.reduce((sum, month) => sum + month[place]!, 0) / seen.length)
  // Few units and lines ever differ from the middle, and only those are drawn.
  const places = Array.from({ length: areas * mostLines }, (_, place) => place).filter(
    (place) => place % mostLines < lines && seen.some((month) => month[place] !== middle[place]),
  )
  const apart = seen.map((month) =>
    Float64Array.from(places, (place) => ((month[place]! - middle[place]!) * percent) / 100),
  )

  const draw = drawsFrom(seed)
  const below = (bound: number) => Math.floor(draw() * bound)
  const sums = {
    all: sumsFor(1, months.length),
    programme: sumsFor(programmes, months.length),
    line: sumsFor(lines, months.length),
    area: sumsFor(areas, months.length),
    area_line: sumsFor(areas * lines, 0),
  }
  for (let year = 0; year < yearsDrawn; year++) {
    const quarter = below(seen.length - fewestMonths + 1)
    const flow = new Float64Array(places.length)
    for (let ahead = 1; ahead <= last; ahead++) {
      const source = apart[quarter + below(fewestMonths)]!
      const month = ahead - first
      for (let at = 0; at < places.length; at++) {
        flow[at]! += source[at]!
        if (month < 0) continue
        const [area, line] = [Math.floor(places[at]! / mostLines), places[at]! % mostLines]
        const amount = flow[at]! * averages[month]![line]!
        sums.all.add(0, month, year, amount)
        sums.programme.add(programmeOfLine[line]!, month, year, amount)
        sums.line.add(line, month, year, amount)
        sums.area.add(area, month, year, amount)
        sums.area_line.add(area * lines + line, month, year, amount)
      }
    }
  }
  const tail = (100 - interval) / 200
  return ({ of, place }, month) => {
    const drawn = sums[of].drawn(place, month)
    if (!drawn) return { below: 0, above: 0 }
    const sorted = drawn.toSorted()
    const at = (share: number) => sorted[Math.round(share * (yearsDrawn - 1))]!
    return { below: Math.max(0, Math.round(0 - at(tail))), above: Math.max(0, Math.round(at(1 - tail))) }
  }
}

/** The years drawn, for each sum and each of its months; a sum without months keeps the year alone. */
function sumsFor(count: number, months: number) {
  const whole = new Float64Array(count * yearsDrawn)
  const byMonth = new Float64Array(count * months * yearsDrawn)
  const isDrawn = new Uint8Array(count)
  return {
    add: (place: number, month: number, year: number, amount: number) => {
      isDrawn[place] = 1
      whole[place * yearsDrawn + year]! += amount
      if (months > 0) byMonth[(place * months + month) * yearsDrawn + year]! += amount
    },
    drawn: (place: number, month: number | null) => {
      if (isDrawn[place] === 0) return undefined
      const from = month === null ? place * yearsDrawn : (place * months + month) * yearsDrawn
      return (month === null ? whole : byMonth).subarray(from, from + yearsDrawn)
    },
  }
}
