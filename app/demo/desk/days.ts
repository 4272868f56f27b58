import { addDays, addSeconds, type CivilDate, instant, type Instant } from '#kernel/civil-date'
import { isWorkingDay, type WorkingCalendar } from '#modules/geography'

/** The days a desk of the demonstration has worked, seen from the morning after the last of them. */
export type Days = {
  /** So many working days before the morning it is looked at: 1 is the last day worked. */
  readonly ago: (days: number) => CivilDate
}

/** The working days after the last run and through the last day, so that everything signed in them is paid by the next. */
export function daysOf(
  calendar: WorkingCalendar,
  { after, through }: { readonly after: CivilDate; readonly through: CivilDate },
): Days {
  const worked: CivilDate[] = []
  for (let day = through; day > after; day = addDays(day, -1))
    if (isWorkingDay(calendar, day)) worked.push(day)
  // A month with many holidays has fewer days than a story: what is older then happened on the first of them.
  return { ago: (days) => worked[Math.min(days, worked.length) - 1] ?? through }
}

/** What an office does in the course of a day, in this order, however many files there are. */
const hours = {
  receive: '01:40',
  accept: '01:55',
  decline: '02:20',
  take: '02:40',
  askPapers: '03:10',
  supply: '03:30',
  withdraw: '03:50',
  propose: '06:30',
  giveBack: '07:40',
  sign: '08:10',
  handOver: '08:40',
  appeal: '09:05',
  answer: '09:20',
} as const
export type Doing = keyof typeof hours

export const doings = Object.keys(hours) as readonly Doing[] // The keys are what is done.

/** The moment of a day at which something is done about a file; its place spreads the files over some minutes. */
export function momentOf(day: CivilDate, doing: Doing, place = 0): Instant {
  return addSeconds(instant(`${day}T${hours[doing]}:00Z`), (place % 13) * 60 + ((place * 7) % 60))
}
