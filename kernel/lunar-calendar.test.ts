import { expect, test } from 'vitest'
import { lunarDate } from './lunar-calendar.ts'

test.for([
  // The years before tell the zones of Hanoi and Beijing apart: there the same year began on another day.
  [1968, '1968-01-29'],
  [1985, '1985-01-21'],
  [2007, '2007-02-17'],
  [2021, '2021-02-12'],
  [2022, '2022-02-01'],
  [2023, '2023-01-22'],
  [2024, '2024-02-10'],
  [2025, '2025-01-29'],
  [2026, '2026-02-17'],
  [2027, '2027-02-06'],
  [2028, '2028-01-26'],
  [2029, '2029-02-13'],
  [2030, '2030-02-02'],
  [2034, '2034-02-19'],
] as const)('the lunar year of %i begins on %s', ([year, day]) => {
  expect(lunarDate(year, 1, 1)).toBe(day)
})

test.for([
  [2021, '2021-04-21'],
  [2022, '2022-04-10'],
  // After a second month that came twice.
  [2023, '2023-04-29'],
  [2024, '2024-04-18'],
  [2025, '2025-04-07'],
  [2026, '2026-04-26'],
  [2027, '2027-04-16'],
] as const)('the day of the Hùng Kings of %i is %s', ([year, day]) => {
  expect(lunarDate(year, 3, 10)).toBe(day)
})

test('months follow one another without a gap of more than a leap month, for a hundred years', () => {
  for (let year = 1990; year < 2090; year++) {
    const starts = Array.from({ length: 12 }, (_, index) => lunarDate(year, index + 1, 1))
    for (const [index, start] of starts.slice(1).entries()) {
      const days = Temporal.PlainDate.from(starts[index]!).until(start).days
      expect([year, index, [29, 30, 58, 59, 60].includes(days)]).toEqual([year, index, true])
    }
  }
})

test('a month there is none of is refused', () => {
  expect(() => lunarDate(2027, 13, 1)).toThrow(RangeError)
})
