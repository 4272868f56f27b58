import type { Month } from '#kernel/civil-date'
import { levels, sumOver, type Cells } from './cells.ts'
import { mostLines } from './lines.ts'

/** A month that is known, beside what the law and the life table made of the month before it. */
export type Observed = {
  readonly month: Month
  /** What it pays by the awards there are now. */
  readonly now: Cells
  /** What was to be expected of the month before. */
  readonly expected: Cells
  /** Another law than the month before: what a reform brings at once is no trend. */
  readonly isLawTurn: boolean
}

/** Grants that came or went for reasons other than age, law and the life table («xu hướng»), a month. */
export type Trend = {
  /** By line, over all units: how many more or fewer a month, before it is scaled. */
  readonly monthly: Float64Array
  /** The months it was seen in. */
  readonly months: readonly Month[]
  /** For each of them, by unit and line: how many more or fewer than expected. */
  readonly seen: readonly Float64Array[]
  /** The share of each unit in a line: by whom it pays now, or by all it pays where a line is new. */
  readonly shareOf: (area: number, line: number) => number
}

const last = levels.length - 1

/** What months that are known had more or less than was to be expected of the month before each. */
export function trendOf(observed: readonly Observed[], now: Cells): Trend {
  const usable = observed.filter(({ isLawTurn }) => !isLawTurn)
  const { areas } = now
  const seen = usable.map(({ now: found, expected }) =>
    Float64Array.from({ length: areas * mostLines }, (_, place) => {
      const [area, line] = [Math.floor(place / mostLines), place % mostLines]
      return found.people(area, line, 0) - expected.people(area, line, last)
    }),
  )
  const monthly = new Float64Array(mostLines)
  for (const month of seen)
    for (let place = 0; place < month.length; place++)
      monthly[place % mostLines]! += month[place]! / Math.max(seen.length, 1)
  const totals = Float64Array.from({ length: mostLines }, (_, line) =>
    sumOver(areas, (area) => now.people(area, line, 0)),
  )
  const whole = Float64Array.from({ length: areas }, (_, area) => {
    let people = 0
    for (let line = 0; line < mostLines; line++) people += now.people(area, line, 0)
    return people
  })
  const everybody = whole.reduce((sum, people) => sum + people, 0)
  return {
    monthly,
    months: usable.map(({ month }) => month),
    seen,
    shareOf: (area, line) =>
      totals[line]! > 0
        ? now.people(area, line, 0) / totals[line]!
        : everybody > 0
          ? whole[area]! / everybody
          : 0,
  }
}
