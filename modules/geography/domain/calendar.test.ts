import { describe, expect, test } from 'vitest'
import { addDays, civilDate } from '#kernel/civil-date'
import {
  addCalendarDays,
  addWorkingDays,
  calendarOf,
  explainDays,
  isWorkingDay,
  isYearKnown,
  workingDaysBetween,
} from './calendar.ts'
import { expectedHolidays } from './expected-holidays.ts'
import { publicHolidays } from './public-holidays.ts'

const calendar = calendarOf(publicHolidays)

test.for([
  ['G-PROC-1: complete on Tuesday 6 October 2026, 7 working days', '2026-10-06', 7, '2026-10-15'],
  ['G-PROC-2: complete on Friday 2 October 2026, 10 working days', '2026-10-02', 10, '2026-10-16'],
  ['G-DIS-1: received on Monday 2 March 2026, 20 working days', '2026-03-02', 20, '2026-03-30'],
  ['over Tết 2026', '2026-02-13', 1, '2026-02-23'],
  ['the Saturday worked instead of 2 January 2026 counts', '2026-01-09', 1, '2026-01-10'],
  ['over 2 September 2026 with its substitute day', '2026-08-28', 1, '2026-09-03'],
  ['no working day at all', '2026-10-06', 0, '2026-10-06'],
] as const)('%s', ([, from, days, due]) => {
  expect(addWorkingDays(calendar, civilDate(from), days)).toBe(due)
  expect(workingDaysBetween(calendar, civilDate(from), civilDate(due))).toBe(days)
})

test('weekends are those of the calendar, for four hundred years', () => {
  const none = calendarOf([])
  let working = 0
  for (let day = civilDate('1800-01-01'); day < '2200-01-01'; day = addDays(day, 1)) {
    const isWorking = Temporal.PlainDate.from(day).dayOfWeek <= 5
    if (isWorking) working++
    if (isWorkingDay(none, day) !== isWorking) throw new Error(day)
  }
  expect(working).toBe(workingDaysBetween(none, civilDate('1799-12-31'), civilDate('2199-12-31')))
})

test('a year before the first whose days off are known is not known, and none of an empty calendar is', () => {
  expect([2020, 2021, 2028].map((year) => isYearKnown(calendar, year))).toEqual([false, true, true])
  expect(isYearKnown(calendarOf([]), 2026)).toBe(false)
})

test('the counting names every day and why it does not count', () => {
  const days = explainDays(calendar, civilDate('2026-08-28'), civilDate('2026-09-03'))
  expect(days.map(({ day, number, reason }) => [day.slice(5), number, reason])).toEqual([
    ['08-29', null, 'weekend'],
    ['08-30', null, 'weekend'],
    ['08-31', null, 'substitute'],
    ['09-01', null, 'holiday'],
    ['09-02', null, 'holiday'],
    ['09-03', 1, 'working'],
  ])
  expect(days[2]?.name).toBe('Quốc khánh 2/9')
})

test('a limit in plain days moves from a holiday to the next working day', () => {
  expect(addCalendarDays(calendar, civilDate('2026-08-25'), 5)).toBe('2026-09-03')
})

test('days that are not yet announced say so', () => {
  expect(publicHolidays.filter(({ certain }) => !certain).map(({ day }) => day.slice(0, 4))).toEqual([
    '2026',
    ...Array.from({ length: 11 }, () => '2027'),
  ])
})

test('a day off is a weekday and a day worked a Saturday', () => {
  const mistaken = publicHolidays.filter(({ day, kind }) => {
    const { dayOfWeek } = Temporal.PlainDate.from(day)
    return kind === 'worked' ? dayOfWeek !== 6 : dayOfWeek > 5
  })
  expect(mistaken).toEqual([])
})

describe('a year nobody has announced', () => {
  test('is as the law lets expect, marked so, and a clock that runs into it never ends early', () => {
    // Tết 2028 is Wednesday 26 January: off are 24 to 28.
    expect(addWorkingDays(calendar, civilDate('2028-01-21'), 1)).toBe('2028-01-31')
    expect(addWorkingDays(calendar, civilDate('2027-12-30'), 2)).toBe('2028-01-04')
    const counted = explainDays(calendar, civilDate('2028-01-21'), civilDate('2028-01-31'))
    expect(
      counted.filter(({ name }) => name).map(({ day, reason, certain }) => [day, reason, certain]),
    ).toEqual(['24', '25', '26', '27', '28'].map((day) => [`2028-01-${day}`, 'holiday', false]))
    expect(addCalendarDays(calendar, civilDate('2029-04-20'), 3)).toBe('2029-04-24')
  })

  test.for([2021, 2022, 2023, 2024, 2025, 2026, 2027])(
    '%i would have been expected as it was announced, but for days moved against a Saturday',
    (year) => {
      const isMoved = (day: string) => ['2024-04-29', '2025-05-02', '2026-01-02', '2026-08-31'].includes(day)
      const announced = publicHolidays.filter(
        ({ day, kind, name }) =>
          day.startsWith(`${year}-`) && kind !== 'worked' && !isMoved(day) && !name.includes('Văn hóa'),
      )
      const expected = [...expectedHolidays(year).keys()].toSorted()
      expect(expected).toEqual(announced.map(({ day }) => day).toSorted())
    },
  )

  test('has eleven days off on weekdays, however its holidays fall', () => {
    for (let year = 2028; year <= 2100; year++) {
      const days = [...expectedHolidays(year).values()]
      expect([year, days.length]).toEqual([year, 11])
      expect(days.filter(({ day }) => Temporal.PlainDate.from(day).dayOfWeek > 5)).toEqual([])
    }
  })

  test('counts as it was announced once it is entered', () => {
    const entered = calendarOf([
      ...publicHolidays,
      { day: civilDate('2028-01-03'), kind: 'holiday', name: 'Nghỉ bù', certain: true },
    ])
    expect(addWorkingDays(entered, civilDate('2028-01-21'), 1)).toBe('2028-01-24')
  })
})
