import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  ageOn,
  civilDate,
  dayOf,
  instant,
  type Instant,
  lastDayOf,
  month,
  monthsThrough,
} from './civil-date.ts'

test('moments within one second sort as they came', () => {
  const moments = ['2026-11-23T02:00:00.5Z', '2026-11-23T02:00:00Z', '2026-11-23T02:00:00.000001Z'].map(
    instant,
  )
  expect(moments.toSorted()).toEqual([
    '2026-11-23T02:00:00.000000Z',
    '2026-11-23T02:00:00.000001Z',
    '2026-11-23T02:00:00.500000Z',
  ])
})

test('a moment belongs to the day it was in Vietnam', () => {
  expect(dayOf(instant('2026-11-22T16:59:59Z'))).toBe('2026-11-22')
  expect(dayOf(instant('2026-11-22T17:00:00Z'))).toBe('2026-11-23')
  for (const text of [
    '1975-01-01T16:30:00Z',
    '2024-02-28T17:00:00Z',
    '2026-12-31T23:59:59.999999Z',
    '2026-01-31T16:59:59+07:00',
  ])
    expect(dayOf(text as Instant)).toBe(
      Temporal.Instant.from(text).toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDate().toString(),
    )
})

test.for([
  ['1946-11-23', '2026-11-22', 79],
  ['1946-11-23', '2026-11-23', 80],
  ['2004-02-29', '2025-02-28', 20],
] as const)('born %s, on %s %i years are completed', ([born, day, age]) => {
  expect(ageOn(civilDate(born), civilDate(day))).toBe(age)
})

test.for([
  ['2004-02-29', 16, '2020-02-29'],
  ['2004-02-29', 1, '2005-02-28'],
  ['2000-02-29', 100, '2100-02-28'],
  ['1946-11-23', 80, '2026-11-23'],
  ['2026-12-31', -6, '2020-12-31'],
] as const)('%s and %i years is %s', ([from, years, day]) => {
  expect(addYears(civilDate(from), years)).toBe(day)
})

test('no year comes after the last of the calendar', () => {
  expect(() => addYears(civilDate('9999-01-01'), 1)).toThrow(RangeError)
})

test('months run over the end of a year and through both ends', () => {
  expect(monthsThrough(month('2026-11'), month('2027-01'))).toEqual(['2026-11', '2026-12', '2027-01'])
  expect(monthsThrough(month('2026-11'), month('2026-10'))).toEqual([])
  expect(addMonths(month('2026-12'), 1)).toBe('2027-01')
  expect(lastDayOf(month('2024-02'))).toBe('2024-02-29')
})

test('days and months are stepped through as the calendar has them', () => {
  for (let day = civilDate('1899-12-25'); day < '1904-03-05';) {
    const next = Temporal.PlainDate.from(day).add({ days: 1 }).toString()
    for (const steps of [-31, -1, 0, 1, 27, 400])
      expect(addDays(day, steps)).toBe(Temporal.PlainDate.from(day).add({ days: steps }).toString())
    expect(lastDayOf(month(day.slice(0, 7))) === day).toBe(next.endsWith('-01'))
    day = civilDate(next)
  }
  expect(lastDayOf(month('2000-02'))).toBe('2000-02-29')
  expect(addMonths(month('2024-01'), -13)).toBe('2022-12')
  expect(() => addMonths(month('9999-12'), 1)).toThrow(RangeError)
})
