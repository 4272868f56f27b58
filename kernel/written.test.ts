import { expect, test } from 'vitest'
import { civilDate, type BirthPrecision } from './civil-date.ts'
import { formatBirth, formatDate } from './written.ts'

test.for<[string, BirthPrecision, string]>([
  ['1938-01-01', 'year', '1938'],
  ['1938-03-01', 'month', '03/1938'],
  ['1938-03-12', 'day', '12/03/1938'],
])('a birth of %s, known to the %s, says no more than is known: %s', ([born, precision, written]) => {
  expect(formatBirth(civilDate(born), precision)).toBe(written)
})

test('a detail that is a day, a month or a year is written as each is', () => {
  expect(['2026-11-05', '2026-01', '1938', ''].map(formatDate)).toEqual(['05/11/2026', '01/2026', '1938', ''])
})
