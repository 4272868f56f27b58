import { addDays, addMonths, firstDayOf, lastDayOf, type CivilDate, type Month } from '#kernel/civil-date'
import { contains, overlaps, type Period } from '#kernel/period'
import type { PersonMonth } from './determination.ts'
import type { MonthLaw } from './law-in-force.ts'
import type { Standing } from './standing.ts'

/** How a person stood over a period in which only ages changed. */
export type Stood = {
  readonly during: Period
  readonly standing: Standing
  /** Whether the one share of the couple is with the other of the two, or with nobody, from the month after this on. */
  readonly shareTurns: boolean
}

/**
 * How somebody stood on the day before a month, as that month asks about it. A month is decided by the day before it as well,
 * and whose the share of a couple is goes by the month: on that day it is the coming one.
 */
export function asMonthBegins({ standing, shareTurns }: Omit<Stood, 'during'>): Standing {
  return shareTurns
    ? { ...standing, spouseHasParentingSupport: !standing.spouseHasParentingSupport }
    : standing
}

/** How somebody stood at both ends of a month, which decide it. */
export function endsOf(
  standings: readonly Stood[],
  month: Month,
): { readonly earlier: Standing | undefined; readonly later: Standing | undefined } {
  return standingsOn(standings, addDays(firstDayOf(month), -1), lastDayOf(month))
}

/** The same for a month whose ends its law has counted already. */
export function endsBy(standings: readonly Stood[], { earlier, later }: Pick<MonthLaw, 'earlier' | 'later'>) {
  return standingsOn(standings, earlier.day, later.day)
}

function standingsOn(standings: readonly Stood[], eve: CivilDate, lastDay: CivilDate) {
  const before = stoodOn(standings, eve)
  return { earlier: before && asMonthBegins(before), later: stoodOn(standings, lastDay)?.standing }
}

/**
 * How somebody stood in a month, as it is paid: at its end, or on the last day of a life that ended within it; whoever
 * stands on no day of it is due nothing. What begins and ends within one month is due for it: the stop is the month after.
 */
export function standingsIn(
  standings: readonly Stood[],
  month: Month,
  turn?: CivilDate,
): Pick<PersonMonth, 'earlier' | 'later' | 'livedThrough' | 'atTurn' | 'within'> {
  const later = lastIn(standings, month)
  if (!later) return { earlier: undefined, later: undefined }
  const before = stoodOn(standings, addDays(firstDayOf(month), -1))
  const { until } = later.during
  const next = firstDayOf(addMonths(month, 1))
  const turned = turn === undefined ? undefined : stoodOn(standings, turn)
  const first = firstDayOf(month)
  const between = standings.filter(
    (one) => one !== before && one !== later && overlaps(one.during, { from: first, until: next }),
  )
  return {
    earlier: before && asMonthBegins(before),
    later: later.standing,
    ...(until !== null && until < next && { livedThrough: addDays(until, -1) }),
    ...(turned && turned !== before && { atTurn: turned.standing }),
    ...(between.length > 0 && {
      // Another came after each of them.
      within: between.map(({ standing, during }) => ({ standing, through: addDays(during.until!, -1) })),
    }),
  }
}

/** How somebody stood last in a month; undefined where on no day of it. */
export function lastIn<One extends Stood>(standings: readonly One[], month: Month): One | undefined {
  const within = { from: firstDayOf(month), until: firstDayOf(addMonths(month, 1)) }
  return standings.findLast(({ during }) => overlaps(during, within))
}

export function stoodOn<One extends Stood>(standings: readonly One[], day: CivilDate): One | undefined {
  return standings.find(({ during }) => contains(during, day))
}
