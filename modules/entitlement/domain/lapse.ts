import {
  addDays,
  addMonths,
  firstDayOf,
  lastDayOf,
  monthOf,
  type CivilDate,
  type Month,
} from '#kernel/civil-date'
import type { Period } from '#kernel/period'
import { dueIn, engine, inMonth, rightsOn } from './determine.ts'
import { benefitOf, type Benefit, type Due, type PersonMonth } from './determination.ts'
import { instantOn, type Law, type MonthLaw } from './law-in-force.ts'
import type { ChildCount, Condition } from './rule-set.ts'
import type { Standing } from './standing.ts'
import { endsOf, stoodOn, type Stood } from './stood.ts'

/** What of an award decides whether it has lapsed. */
export type Lapsing = {
  readonly id: string
  readonly benefit: Benefit
  readonly during: Period
  readonly closeReason: string | null
  /** When its opening was recorded: what had been before was known to whoever said then that it runs. */
  readonly openedIn: Month
}

type Within = Pick<typeof engine, 'law' | 'lawIn'>

/**
 * From which month each of a person’s awards has lapsed («đã thôi đủ điều kiện»): the first whole month in which the
 * benefit gave nothing after it had given something. When the right returns, a new decision is needed (G-POV-3,
 * TRN-07, thôi nuôi dưỡng ở cơ sở). A right that gives way to a higher amount is still held, an award that has not yet
 * met its right waits for it, and a move carries a lapse along. Without a last month the whole future is looked at, as
 * if only time went on.
 */
export function lapsesOf(
  awards: readonly Lapsing[],
  standings: readonly Stood[],
  { through: asked = null, within = engine }: { through?: Month | null; within?: Within } = {},
): Map<string, Month> {
  const lapses = new Map<string, Month>()
  for (const award of awards) {
    const first = beginningOf(award, awards)
    const since = monthOf(first.during.from!) // An award has a first month.
    const from = since > first.openedIn ? since : first.openedIn
    const last = award.during.until && monthOf(addDays(award.during.until, -1))
    const through = last && asked && asked < last ? asked : (last ?? asked)
    const month = lapseMonth({ benefit: award.benefit, from, through }, standings, within)
    if (month) lapses.set(award.id, month)
  }
  return lapses
}

/** The months in which an award had a right, from its first on until it ends or has lapsed; open while nothing ends them. */
export function heldDuring(
  award: Lapsing,
  awards: readonly Lapsing[],
  standings: readonly Stood[],
  within: Within = engine,
): Period[] {
  const { benefit, during } = award
  const lapsed = lapsesOf(awards, standings, { within }).get(award.id)
  const ends = [during.until && monthOf(during.until), lapsed].filter(
    (end) => end !== null && end !== undefined,
  )
  const end = ends.toSorted()[0] ?? null
  const from = monthOf(during.from!) // An award has a first month.
  const months = turningMonths(from, end && addMonths(end, -1), standings, within.law)
  const held: { from: CivilDate; until: CivilDate | null }[] = []
  for (const [index, month] of months.entries()) {
    if (end !== null && month >= end) break
    if (!givesIn(month, benefit, standings, within)) continue
    // Until the next turn every month is like this one.
    const next = months[index + 1] ?? end
    const until = next && firstDayOf(next)
    const last = held.at(-1)
    if (last?.until === firstDayOf(month)) last.until = until
    else held.push({ from: firstDayOf(month), until })
  }
  return held
}

/** What new decisions would give somebody who meets the conditions again of benefits whose awards have lapsed. */
export function awaitedBy(person: PersonMonth): Due[] {
  const { later, awarded, lapsed } = person
  if (!lapsed || !later || awarded === 'all') return []
  // Whoever holds a right at the end of the month may apply; what ended within it asks for no decision.
  const due = dueIn({ ...person, earlier: later, awarded: new Set([...awarded, ...lapsed.keys()]) })
  return due.filter(({ component }) => lapsed.has(benefitOf[component]))
}

/** The award a chain of moves began with. */
function beginningOf(award: Lapsing, awards: readonly Lapsing[]): Lapsing {
  const before = awards.find(
    ({ benefit, during, closeReason }) =>
      benefit === award.benefit && closeReason === 'moved' && during.until === award.during.from,
  )
  return before ? beginningOf(before, awards) : award
}

type Judged = { readonly benefit: Benefit; readonly from: Month; readonly through: Month | null }

function lapseMonth({ benefit, from, through }: Judged, standings: readonly Stood[], within: Within) {
  let hadRight = false
  for (const month of turningMonths(from, through, standings, within.law)) {
    const gives = givesIn(month, benefit, standings, within)
    if (gives === undefined) continue
    const stopped = hadRight && stoppedBeforeTurn(month, benefit, standings, within)
    if (stopped) return through === null || stopped <= through ? stopped : undefined
    if (gives) hadRight = true
    else if (hadRight) return month
  }
  return undefined
}

/** Whether a benefit is a right in a month; undefined where nothing is known of the person, or of the law. */
function givesIn(
  month: Month,
  benefit: Benefit,
  standings: readonly Stood[],
  { lawIn }: Within,
): boolean | undefined {
  // The law as it was known when the month was over: who was stopped by it is not brought back by one that reaches back.
  const knownOn = lastDayOf(month)
  const ml = lawIn(month, knownOn)
  const { earlier, later } = endsOf(standings, month)
  if (!ml || (!earlier && !later)) return undefined
  return inMonth(ml, benefit, { month, knownOn, earlier, later, awarded: 'all' }).why !== 'nothing'
}

/**
 * TRN-07: where the law changes within a month, whom it had stopped by the day before is not brought back by what takes
 * its place. The first month that is not due: this one where the right had ended before it, or else the next.
 */
function stoppedBeforeTurn(
  month: Month,
  benefit: Benefit,
  standings: readonly Stood[],
  { law, lawIn }: Within,
): Month | undefined {
  const turn = law.regimes.find(({ inForce }) => monthOf(inForce) === month && inForce > firstDayOf(month))
  if (!turn) return undefined
  const lastDay = addDays(turn.inForce, -1)
  const [before, after] = [lawIn(month, lastDay), lawIn(month, turn.inForce)]
  if (!before || !after) return undefined
  const gives = (ml: MonthLaw, day: CivilDate, standing: Standing | undefined) =>
    rightsOn(ml, instantOn(day, ml.later), benefit, standing).length > 0
  const stood = stoodOn(standings, lastDay)?.standing
  if (gives(before, lastDay, stood) || !gives(after, lastDay, stood)) return undefined
  const { earlier } = endsOf(standings, month)
  return gives(before, addDays(firstDayOf(month), -1), earlier) ? addMonths(month, 1) : month
}

/**
 * The months in which a right can be another than in the month before: where something turns, and the next, because a
 * change counts at both ends of a month. A day that not every month has is reached in the month after.
 */
function turningMonths(from: Month, through: Month | null, standings: readonly Stood[], law: Law): Month[] {
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
  for (const { during, standing } of standings) {
    for (const day of [during.from, during.until]) if (day) add(countOf(day), 1)
    addBirth(standing.born, ages)
    for (const child of standing.children) addBirth(child.born, childAges)
  }
  return [...found].toSorted((one, other) => one - other).map(monthAt)
}

/** Months counted through, because a nation’s birthdays are added up here. */
const countOf = (day: Month | CivilDate) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
const monthAt = (count: number) =>
  `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}` as Month // Four digits and two.

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
