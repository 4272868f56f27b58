import type { Month } from '#kernel/civil-date'
import type { Assumptions } from './assumptions.ts'
import { monthlyProgrammes, placeOfProgramme } from './programme-of-line.ts'
import { distance, project, type KnownPeople, type Ways } from './projection.ts'
import { spreadOf, type Spread } from './spread.ts'
import { trendOf, type Observed, type Trend } from './trend.ts'
import { figuresOf, type Figure, type MonthToCome } from './year.ts'

export type ReckonedYear = {
  readonly figures: readonly Figure[]
  readonly trend: Trend
  /** Undefined where too few months are known to tell how one differs from another. */
  readonly spread: Spread | undefined
}

/**
 * An estimate from one month on: the law takes everybody through the months to come, the trend of the months before goes
 * on, and what those months differed by gives the range. The same people, law and assumptions give the same figures.
 */
export function* reckonYear({
  people,
  ways,
  observed,
  months,
  assumptions,
}: {
  readonly people: KnownPeople
  readonly ways: Ways
  /** The months the trend is seen in, the last of them the one that is known. */
  readonly observed: readonly Observed[]
  readonly months: readonly Month[]
  readonly assumptions: Assumptions
}): Generator<void, ReckonedYear> {
  const projection = project(people, ways)
  const trend = trendOf(observed, projection.now())
  yield
  const ahead: MonthToCome[] = []
  for (const month of months) {
    ahead.push({ month, cells: projection.in(month), monthsAhead: distance(people.month, month) })
    yield
  }
  const lines = ways.lines.all
  const { trendPercent, interval, seed } = assumptions
  return {
    trend,
    figures: figuresOf(ahead, lines, { trend, trendPercent }),
    spread: spreadOf(ahead, trend, {
      programmes: monthlyProgrammes.length,
      programmeOfLine: lines.map(placeOfProgramme),
      percent: trendPercent,
      interval,
      seed,
    }),
  }
}
