import { monthOf, type CivilDate, type Month } from '#kernel/civil-date'
import { dayOfNumber, type People } from '../db/people-stream.ts'
import { benefits, type Benefit, type PersonMonth } from '../domain/determination.ts'
import { factsAsMonthBegins, standingAt, type Territories } from '../domain/evaluators/columns.ts'
import type { MonthOfPeople } from './dues-of-people.ts'

/** A person as the interpreter asks for one. */
export function personMonthAt(
  people: People,
  {
    awarded,
    lapsed,
    earlier,
    later,
    atTurn,
    livedThrough,
    standingsBetween,
  }: Omit<MonthOfPeople, 'areaId' | 'dues'>,
  person: number,
  { month, knownOn, territories }: { month: Month; knownOn: CivilDate; territories: Territories },
): PersonMonth {
  const { awards, awardsFrom, standings } = people
  const stood = (index: number, factsOf?: (packed: number) => number) =>
    index < 0 ? undefined : standingAt(standings.columns, index, territories.names, factsOf)
  const lapses = new Map<Benefit, Month>()
  for (let award = awardsFrom[person]!; award < awardsFrom[person + 1]!; award++)
    if ((lapsed[person]! >>> awards.benefit[award]!) & 1)
      lapses.set(benefits[awards.benefit[award]!]!, monthOf(dayOfNumber(awards.lapses[award]!)))
  const last = stood(later[person]!)
  const turned = atTurn[person]!
  const lived = livedThrough[person]!
  const within = standingsBetween(person).map((one) => ({
    standing: stood(one)!, // Somebody stood so.
    through: dayOfNumber(standings.ends[one]! - 1),
  }))
  return {
    month,
    knownOn,
    earlier: earlier[person] === later[person] ? last : stood(earlier[person]!, factsAsMonthBegins),
    later: last,
    ...(lived >= 0 && { livedThrough: dayOfNumber(lived) }),
    ...(turned >= 0 && turned !== earlier[person] && { atTurn: stood(turned) }),
    ...(within.length > 0 && { within }),
    awarded: new Set(benefits.filter((_, bit) => (awarded[person]! >>> bit) & 1)),
    ...(lapses.size > 0 && { lapsed: lapses }),
  }
}
