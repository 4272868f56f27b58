import { addDays, type CivilDate } from '#kernel/civil-date'
import { expectedHolidays } from './expected-holidays.ts'
import type { CalendarDay } from './public-holidays.ts'

/** What is known of single days; the others follow the week. */
export type WorkingCalendar = {
  readonly days: ReadonlyMap<CivilDate, CalendarDay>
  /** The first year of which the days off are known; nothing is expected of one before it. */
  readonly from: number
  /** The last year that was announced; those after it are as the law lets expect («dự kiến»). */
  readonly announcedThrough: number
}

/** Why a day counts or does not («ngày làm việc»). */
export type DayReason = 'working' | 'worked_instead' | 'weekend' | 'holiday' | 'substitute'

export type ExplainedDay = {
  readonly day: CivilDate
  readonly counts: boolean
  /** The how-manieth working day it is; null where it does not count. */
  readonly number: number | null
  readonly reason: DayReason
  readonly name: string | null
  readonly certain: boolean
}

export function calendarOf(days: Iterable<CalendarDay>): WorkingCalendar {
  const known = new Map(Array.from(days, (day) => [day.day, day]))
  const years = [...known.keys()].map(yearOf)
  const announcedThrough = years.reduce((last, year) => Math.max(last, year), 0)
  return { days: known, from: Math.min(...years), announcedThrough }
}

/** Whether the days off of a year are known, or expected; of one before the first there is no saying. */
export function isYearKnown({ from }: WorkingCalendar, year: number): boolean {
  return year >= from
}

/** What is known or expected of a day; nothing of one that follows the week. */
function findDay({ days, announcedThrough }: WorkingCalendar, day: CivilDate): CalendarDay | undefined {
  const known = days.get(day)
  const year = yearOf(day)
  return known || announcedThrough === 0 || year <= announcedThrough ? known : expectedHolidays(year).get(day)
}

/** The days of a year that do not follow the week, as they were announced or are expected. */
export function daysOfYear(
  { days, announcedThrough }: WorkingCalendar,
  year: number,
): readonly CalendarDay[] {
  const found =
    year > announcedThrough
      ? [...expectedHolidays(year).values()]
      : [...days.values()].filter(({ day }) => yearOf(day) === year)
  return found.toSorted((one, other) => (one.day < other.day ? -1 : 1))
}

const yearOf = (day: CivilDate) => Number(day.slice(0, 4))

function reasonFor(calendar: WorkingCalendar, day: CivilDate): DayReason {
  const known = findDay(calendar, day)
  if (known) return known.kind === 'worked' ? 'worked_instead' : known.kind
  return isWeekend(day) ? 'weekend' : 'working'
}

/** By the congruence of Sakamoto: a queue counts thousands of days, and Temporal takes its time over each. */
function isWeekend(day: CivilDate): boolean {
  const number = Number(day.slice(5, 7))
  const year = yearOf(day) - (number < 3 ? 1 : 0)
  const leaps = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  const weekday = (year + leaps + shifts[number - 1]! + Number(day.slice(8))) % 7 // A month is one of twelve.
  return weekday === 0 || weekday === 6
}

/** By how many weekdays the first of a month is later than that of March, the leap day being the last of a year. */
const shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4] as const

export function isWorkingDay(calendar: WorkingCalendar, day: CivilDate): boolean {
  const reason = reasonFor(calendar, day)
  return reason === 'working' || reason === 'worked_instead'
}

/** The last day of a time limit of n working days: the day of receipt is not counted, the day after is the first. */
export function addWorkingDays(calendar: WorkingCalendar, from: CivilDate, days: number): CivilDate {
  let day = from
  for (let left = days; left > 0;) if (isWorkingDay(calendar, (day = addDays(day, 1)))) left--
  return day
}

/** How many working days have gone by after one day, through another. */
export function workingDaysBetween(calendar: WorkingCalendar, from: CivilDate, through: CivilDate): number {
  let count = 0
  for (let day = addDays(from, 1); day <= through; day = addDays(day, 1))
    if (isWorkingDay(calendar, day)) count++
  return count
}

/** Whether one day counts, and why. */
export function explainDay(calendar: WorkingCalendar, day: CivilDate): Omit<ExplainedDay, 'number'> {
  const reason = reasonFor(calendar, day)
  const known = findDay(calendar, day)
  return {
    day,
    counts: reason === 'working' || reason === 'worked_instead',
    reason,
    name: known?.name ?? null,
    certain: known?.certain ?? true,
  }
}

/** Every day after one through another, with its number or why it does not count: the counting anyone can check. */
export function explainDays(calendar: WorkingCalendar, from: CivilDate, through: CivilDate): ExplainedDay[] {
  const days: ExplainedDay[] = []
  let number = 0
  for (let day = addDays(from, 1); day <= through; day = addDays(day, 1)) {
    const explained = explainDay(calendar, day)
    if (explained.counts) number++
    days.push({ ...explained, number: explained.counts ? number : null })
  }
  return days
}

/** A limit in plain days («ngày») ends on the next working day when its last day is none. */
export function addCalendarDays(calendar: WorkingCalendar, from: CivilDate, days: number): CivilDate {
  let day = addDays(from, days)
  while (!isWorkingDay(calendar, day)) day = addDays(day, 1)
  return day
}
