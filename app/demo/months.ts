import { addDays, type CivilDate, instant, type Instant, type Month } from '#kernel/civil-date'
import { calendarOf, isWorkingDay, publicHolidays } from '#modules/geography'
import type { Random } from './random.ts'

/** Months as numbers, because the demonstration counts through millions of them. */
export function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
}

const texts: Month[] = []

export function monthAt(number: number): Month {
  return (texts[number] ??= write(number))
}

function write(number: number): Month {
  const year = String(Math.floor(number / 12)).padStart(4, '0')
  return `${year}-${String((number % 12) + 1).padStart(2, '0')}` as Month // Made of whole numbers.
}

export function firstOf(number: number): CivilDate {
  return `${monthAt(number)}-01` as CivilDate // Every month has a first.
}

/** A day every month has: its 1st to 28th. */
export function dayIn(number: number, day: number): CivilDate {
  const within = Math.min(28, Math.max(1, day))
  return `${monthAt(number)}-${within < 10 ? '0' : ''}${within}` as CivilDate
}

export function numberOfMonth(day: CivilDate): number {
  return monthNumber(day)
}

/** Some moment of the working day. */
export function momentOn(day: CivilDate, random: Random): Instant {
  return momentAt(day, secondOfWork(random))
}

/** Some second of the working day, for those who write the moment out only where something happens. */
export function secondOfWork(random: Random): number {
  return random.between(1 * 3600 + 900, 9 * 3600 + 1800)
}

export function momentAt(day: CivilDate, seconds: number): Instant {
  const clock = [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map((part) => String(Math.floor(part)).padStart(2, '0'))
    .join(':')
  // Joined into one piece, because these texts are kept by the hundred thousand.
  return [day, 'T', clock, 'Z'].join('') as Instant
}

/** The days offices are open, as they were announced. */
export const officeDays = calendarOf(publicHolidays)

/** When the run of a month was made: about the 22nd of the month before, on a day the office is open. */
export function runMoment(number: number): Instant {
  let day = dayIn(number - 1, 20 + (number % 4))
  while (!isWorkingDay(officeDays, day)) day = addDays(day, -1)
  return instant(`${day}T02:30:00Z`)
}
