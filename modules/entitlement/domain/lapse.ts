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
import { dueIn, engine, hasRightOn } from './determine.ts'
import { benefitOf, type Benefit, type Due, type PersonMonth } from './determination.ts'
import { instantOn, type Instant, type MonthLaw } from './law-in-force.ts'
import { endsBy, stoodOn, type Stood } from './stood.ts'
import { daysOf, turningMonths, type TurningDays } from './turning-months.ts'

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
 * if only time went on. What was taken over is judged from the month it was recorded in, and by one thing before it: a
 * decision of before is none by a law that came into force afterwards (TRN-05, TRN-07).
 */
export function lapsesOf(
  awards: readonly Lapsing[],
  standings: readonly Stood[],
  { through: end = null, within = engine }: { through?: Month | null; within?: Within } = {},
): Map<string, Month> {
  const lapses = new Map<string, Month>()
  const days = daysOf(standings)
  for (const award of awards) {
    const first = beginningOf(award, awards)
    const since = monthOf(first.during.from!) // An award has a first month.
    const from = since > first.openedIn ? since : first.openedIn
    const last = award.during.until && monthOf(addDays(award.during.until, -1))
    const through = last && end && end < last ? end : (last ?? end)
    const asked = { benefit: award.benefit, since, from, through }
    const month = neverConverted(asked, standings, within) ?? lapseMonth(asked, { standings, days }, within)
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
  const months = turningMonths({ from, through: end && addMonths(end, -1) }, daysOf(standings), within.law)
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
  const due = dueIn({
    ...person,
    earlier: later,
    within: undefined,
    awarded: new Set([...awarded, ...lapsed.keys()]),
  })
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

type Asked = {
  readonly benefit: Benefit
  /** The first month of the award, and the first by which it is judged. */
  readonly since: Month
  readonly from: Month
  readonly through: Month | null
}

/**
 * An award taken over that the law of its decision no longer gave when the next one took its place, so that there was nothing
 * to convert: what only the new law gives – study beyond 22, an orphan of a parent unidentified – begins by a decision of then.
 */
function neverConverted(
  { benefit, since, from, through }: Asked,
  standings: readonly Stood[],
  within: Within,
) {
  if (from === since) return undefined
  for (const { inForce } of within.law.regimes) {
    const month = monthOf(inForce)
    const stopped = since < month ? stoppedBeforeTurn(month, benefit, standings, within) : undefined
    if (stopped && (through === null || stopped <= through)) return stopped
  }
  return undefined
}

function lapseMonth(
  { benefit, from, through }: Asked,
  { standings, days }: { readonly standings: readonly Stood[]; readonly days: TurningDays },
  within: Within,
) {
  let hadRight = false
  for (const month of turningMonths({ from, through }, days, within.law)) {
    const gives = givesIn(month, benefit, standings, within)
    if (gives === undefined) continue
    const stopped = hadRight && stoppedBeforeTurn(month, benefit, standings, within)
    if (stopped) return through === null || stopped <= through ? stopped : undefined
    if (gives) hadRight = true
    else if (hadRight) return month
  }
  return undefined
}

/** Whether a benefit is a right at either end of a month, or in between; undefined where nothing is known of the person, or of the law. */
function givesIn(
  month: Month,
  benefit: Benefit,
  standings: readonly Stood[],
  within: Within,
): boolean | undefined {
  const { ml } = judgedBy(month, within)
  if (!ml) return undefined
  const { earlier, later } = endsBy(standings, ml)
  if (!earlier && !later) return undefined
  return (
    hasRightOn(ml, ml.later, benefit, later) ||
    hasRightOn(ml, ml.earlier, benefit, earlier) ||
    hadRightWithin(ml, benefit, standings)
  )
}

/** Whether a right both began and ended within a month. */
function hadRightWithin(ml: MonthLaw, benefit: Benefit, standings: readonly Stood[]): boolean {
  const [eve, last] = [ml.earlier.day, ml.later.day]
  return standings.some(
    ({ during: { from, until }, standing }) =>
      from !== null &&
      until !== null &&
      from > eve &&
      until <= last &&
      hasRightOn(ml, instantOn(addDays(until, -1), ml.later), benefit, standing),
  )
}

/**
 * TRN-07: where the law changes within a month, whom it had stopped by the day before is not brought back by what takes
 * its place. The first month that is not due: this one where the right had ended before it, or else the next.
 */
function stoppedBeforeTurn(
  month: Month,
  benefit: Benefit,
  standings: readonly Stood[],
  within: Within,
): Month | undefined {
  const { turn } = judgedBy(month, within)
  if (!turn) return undefined
  const { before, after, lastDay, eve } = turn
  const stood = stoodOn(standings, lastDay.day)?.standing
  if (hasRightOn(before, lastDay, benefit, stood) || !hasRightOn(after, turn.afterwards, benefit, stood))
    return undefined
  const { earlier } = endsBy(standings, before)
  return hasRightOn(before, eve, benefit, earlier) ? addMonths(month, 1) : month
}

/** By which law a month is judged. */
type Judged = {
  /** As it was known when the month was over: who was stopped by it is not brought back by a law that reaches back. */
  readonly ml: MonthLaw | undefined
  /** Where the law changes within the month: the laws before and after, and the days on which they are asked. */
  readonly turn: Turn | undefined
}
type Turn = {
  readonly before: MonthLaw
  readonly after: MonthLaw
  /** The last day of the law before, as it asks about it and as the law after does. */
  readonly lastDay: Instant
  readonly afterwards: Instant
  /** The day before the month. */
  readonly eve: Instant
}

const judgments = new WeakMap<Within['lawIn'], Map<Month, Judged>>()

/** Kept, because a province asks millions of times about the same few hundred months. */
function judgedBy(month: Month, { law, lawIn }: Within): Judged {
  const known = judgments.get(lawIn) ?? new Map<Month, Judged>()
  judgments.set(lawIn, known)
  const found = known.get(month)
  if (found) return found
  const judged = { ml: lawIn(month, lastDayOf(month)), turn: turnIn(month, { law, lawIn }) }
  known.set(month, judged)
  return judged
}

function turnIn(month: Month, { law, lawIn }: Within): Turn | undefined {
  const turn = law.regimes.find(({ inForce }) => monthOf(inForce) === month && inForce > firstDayOf(month))
  if (!turn) return undefined
  const day = addDays(turn.inForce, -1)
  const [before, after] = [lawIn(month, day), lawIn(month, turn.inForce)]
  if (!before || !after) return undefined
  return {
    before,
    after,
    lastDay: instantOn(day, before.later),
    afterwards: instantOn(day, after.later),
    eve: instantOn(addDays(firstDayOf(month), -1), before.later),
  }
}
