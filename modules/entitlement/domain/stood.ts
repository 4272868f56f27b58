import { addDays, firstDayOf, lastDayOf, type CivilDate, type Month } from '#kernel/civil-date'
import { contains, type Period } from '#kernel/period'
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

export function stoodOn<One extends Stood>(standings: readonly One[], day: CivilDate): One | undefined {
  return standings.find(({ during }) => contains(during, day))
}
