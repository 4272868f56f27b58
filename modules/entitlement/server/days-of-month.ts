import { addDays, addMonths, firstDayOf, lastDayOf } from '#kernel/civil-date'
import { dayNumber } from '../db/people-stream.ts'
import type { MonthLaw } from '../domain/law-in-force.ts'

export type DaysOfMonth = ReturnType<typeof daysOf>

/** The days a month is decided by, as numbers. */
export function daysOf({ month, turn }: MonthLaw) {
  const first = firstDayOf(month)
  return {
    previous: dayNumber(firstDayOf(addMonths(month, -1))),
    dayBefore: dayNumber(addDays(first, -1)),
    first: dayNumber(first),
    /** No day at all where the procedure stays. */
    turn: turn ? dayNumber(turn.day) : Number.NEGATIVE_INFINITY,
    last: dayNumber(lastDayOf(month)),
    next: dayNumber(firstDayOf(addMonths(month, 1))),
  }
}
