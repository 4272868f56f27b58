import type { CivilDate, Month } from '#kernel/civil-date'
import type { Law } from './law-in-force.ts'
import type { ChildCount, Condition } from './rule-set.ts'
import type { Stood } from './stood.ts'

/** The days on which something turns for a person by itself: what is told of them, and their own and their children’s births. */
export type TurningDays = {
  readonly days: Iterable<CivilDate>
  readonly births: Iterable<CivilDate>
  readonly childBirths: Iterable<CivilDate>
}

/** Those of somebody who stood so; each birth once, in however many periods they did. */
export function daysOf(standings: readonly Stood[]): TurningDays {
  const [days, births, childBirths] = [new Set<CivilDate>(), new Set<CivilDate>(), new Set<CivilDate>()]
  for (const { during, standing } of standings) {
    if (during.from !== null) days.add(during.from)
    if (during.until !== null) days.add(during.until)
    births.add(standing.born)
    for (const child of standing.children) childBirths.add(child.born)
  }
  return { days, births, childBirths }
}

/**
 * The months in which a right can be another than in the month before: where something turns, and the next, because a
 * change counts at both ends of a month. A day that not every month has is reached in the month after.
 */
export function turningMonths(
  { from, through }: { readonly from: Month; readonly through: Month | null },
  { days, births, childBirths }: TurningDays,
  law: Law,
): Month[] {
  const { months, ages, childAges } = turnsOf(law)
  const [first, last] = [countOf(from), through === null ? Infinity : countOf(through)]
  const found = new Set([first])
  const add = (turn: number, after: number) => {
    for (let month = turn; month <= turn + after; month++)
      if (month > first && month <= last) found.add(month)
  }
  const addBirth = (born: CivilDate, reached: ReadonlySet<number>) => {
    const [month, after] = [countOf(born), Number(born.slice(8)) > 28 ? 2 : 1]
    for (const age of reached) add(month + age, after)
  }
  for (const month of months) add(month, 1)
  for (const day of days) add(countOf(day), 1)
  for (const born of births) addBirth(born, ages)
  for (const born of childBirths) addBirth(born, childAges)
  return [...found].toSorted((one, other) => one - other).map(monthAt)
}

/** Months counted through, because a nation’s birthdays are added up here. */
const countOf = (day: Month | CivilDate) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
const monthAt = (count: number) =>
  (texts[count] ??=
    `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}` as Month) // Four digits and two.
const texts: Month[] = []

type Turns = {
  /** Counted as `countOf` does. */
  readonly months: ReadonlySet<number>
  readonly ages: ReadonlySet<number>
  readonly childAges: ReadonlySet<number>
}

const kept = new WeakMap<Law, Turns>()

/** Where a law can turn a right: when its rule sets and limits change, and at the ages its conditions name. */
function turnsOf(law: Law): Turns {
  const known = kept.get(law)
  if (known) return known
  const months = new Set<number>()
  const [ages, childAges] = [new Set<number>(), new Set<number>([0])]
  for (const { from, inForce, rules } of law.regimes) {
    months.add(countOf(from)).add(countOf(inForce))
    for (const dated of rules.parameters.social_pension) {
      months.add(countOf(dated.from))
      if (dated.until) months.add(countOf(dated.until))
    }
    const conditions = [
      ...rules.groups.map(({ when }) => when),
      ...rules.combination.exclusions.map(({ when }) => when),
    ]
    for (const condition of conditions) collectAges(condition, ages, childAges)
  }
  const turns = { months, ages, childAges }
  kept.set(law, turns)
  return turns
}

function collectAges(condition: Condition, ages: Set<number>, childAges: Set<number>): void {
  switch (condition.kind) {
    case 'ageFrom':
    case 'ageBelow':
      ages.add(condition.months)
      return
    case 'not':
      collectAges(condition.of, ages, childAges)
      return
    case 'all':
    case 'any':
      for (const inner of condition.of) collectAges(inner, ages, childAges)
      return
    case 'countAtLeast':
      collectChildAges(condition.children, childAges)
      return
    case 'is':
    case 'flag':
    case 'livesIn':
    case 'inGroup': // The group is one of those looked at.
    case 'amountBelow':
      return
  }
}

function collectChildAges({ anyOf }: ChildCount, childAges: Set<number>) {
  for (const { fromMonths, belowMonths } of anyOf)
    for (const age of [fromMonths, belowMonths]) if (age !== undefined) childAges.add(age)
}
