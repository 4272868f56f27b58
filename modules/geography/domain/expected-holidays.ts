import { addDays, civilDate, type CivilDate } from '#kernel/civil-date'
import { lunarDate } from '#kernel/lunar-calendar'
import { holidayNames, type CalendarDay } from './public-holidays.ts'

const expected = new Map<number, ReadonlyMap<CivilDate, CalendarDay>>()

/**
 * The weekdays without work of a year nobody has announced yet («dự kiến»): the days of Điều 112 of the Labour Code, and for each that
 * falls on a weekend the next working day (khoản 3 Điều 111). Of Tết and of the National Day the law names how many days, and the
 * Prime Minister which; those before were as here. Days moved against a Saturday are not foreseen.
 */
export function expectedHolidays(year: number): ReadonlyMap<CivilDate, CalendarDay> {
  const known = expected.get(year)
  if (known) return known
  const computed = expect(year)
  expected.set(year, computed)
  return computed
}

function expect(year: number): ReadonlyMap<CivilDate, CalendarDay> {
  const newYear = lunarDate(year, 1, 1)
  const national = civilDate(`${year}-09-02`)
  const days: readonly (readonly [CivilDate, string])[] = [
    [civilDate(`${year}-01-01`), holidayNames.newYear],
    ...[-2, -1, 0, 1, 2].map((from) => [addDays(newYear, from), holidayNames.tet] as const),
    [lunarDate(year, 3, 10), holidayNames.hungKings],
    [civilDate(`${year}-04-30`), holidayNames.victory],
    [civilDate(`${year}-05-01`), holidayNames.labour],
    [national, holidayNames.independence],
    [addDays(national, followsNational(national) ? 1 : -1), holidayNames.independence],
  ]
  const off = new Map<CivilDate, CalendarDay>()
  for (const [day, name] of days)
    if (!isWeekend(day)) off.set(day, { day, kind: 'holiday', name, certain: false })
  // Two holidays may meet on one day; the day that is lost by it is given back like one on a weekend.
  const seen = new Set<CivilDate>()
  for (const [day, name] of days) {
    if (!isWeekend(day) && !seen.has(day)) {
      seen.add(day)
      continue
    }
    let instead = addDays(day, 1)
    while (isWeekend(instead) || off.has(instead)) instead = addDays(instead, 1)
    off.set(instead, { day: instead, kind: 'substitute', name, certain: false })
  }
  return off
}

/** Whether the second day of the National Day is the one after it: on Mondays and Thursdays, where that joins the weekend. */
function followsNational(day: CivilDate): boolean {
  return [1, 4].includes(weekdayOf(day))
}

const weekdayOf = (day: CivilDate) => Temporal.PlainDate.from(day).dayOfWeek
const isWeekend = (day: CivilDate) => weekdayOf(day) > 5
