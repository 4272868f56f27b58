import { expect, test } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { lastDayToAppeal } from './appeal.ts'

const today = civilDate('2026-11-23')

test('the ninety days count from the handing over, and have not begun before it', () => {
  expect(lastDayToAppeal({ receivedOn: civilDate('2026-11-02'), today })).toBe('2027-01-31')
  expect(lastDayToAppeal({ receivedOn: null, today })).toBe('2027-02-21')
})
