import { addMonths, firstDayOf, monthOf, type CivilDate, type Month } from '#kernel/civil-date'
import { reachedOn, type Outlook } from '#modules/entitlement'
import type { Ages } from './ages.ts'
import type { Horizon } from './horizon.ts'

/**
 * Days on which a person’s rights may come out otherwise: an age is reached, a recorded fact begins or ends, a grant
 * begins or ends. Between them nothing has to be worked out again.
 */
export function turningDays({ standings, awards }: Outlook, { own, children }: Ages): CivilDate[] {
  const days = new Set<CivilDate>()
  const births = new Set(standings.map(({ standing }) => standing.born))
  const childBirths = new Set(standings.flatMap(({ standing }) => standing.children.map(({ born }) => born)))
  for (const { during } of standings)
    for (const day of [during.from, during.until]) if (day !== null) days.add(day)
  for (const born of births) for (const months of own) days.add(reachedOn(born, months))
  for (const born of childBirths) {
    days.add(born)
    for (const months of children) days.add(reachedOn(born, months))
  }
  for (const { from, through } of awards) {
    days.add(firstDayOf(from))
    if (through !== null) days.add(firstDayOf(addMonths(through, 1)))
  }
  return [...days]
}

/**
 * The months to look at. A month is decided by the day before it and by its last day, so a turn in one month may show in
 * it and in the next; between them everything is as in the month before.
 */
export function monthsToLookAt(
  days: readonly CivilDate[],
  { month, months, placeOf, lawTurns }: Horizon,
): Month[] {
  const found = new Set<Month>([month, ...lawTurns])
  for (const day of days) {
    const place = placeOf.get(monthOf(day))
    if (place === undefined) continue
    for (const one of months.slice(Math.max(place, 1), place + 2)) found.add(one)
  }
  return [...found].toSorted()
}

/** The first month after the window that a turn may show in; undefined where nothing is in sight. */
export function nextTurn(days: readonly CivilDate[], { through }: Horizon): Month | undefined {
  let next: CivilDate | undefined
  for (const day of days) if (monthOf(day) >= through && (next === undefined || day < next)) next = day
  if (next === undefined) return undefined
  // What turns in the last month of the window may still show in the month after it.
  return monthOf(next) === through ? addMonths(through, 1) : monthOf(next)
}
