import { expect, test } from 'vitest'
import { month } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import { breachSaid } from './payments-verify.ts'

test('a line paid twice is said in words: which benefit, for which month, on which list, how much', () => {
  expect(
    breachSaid({
      what: 'anna social_pension 2026-10',
      personId: 'anna',
      component: 'social_pension',
      benefitMonth: month('2026-10'),
      listMonth: month('2026-11'),
      paid: dong(1_040_000),
      given: dong(540_000),
    }),
  ).toBe(
    'người anna, Trợ cấp hưu trí xã hội tháng 10/2026, danh sách 11/2026, đã chi 1.040.000 đ, danh sách lập 540.000 đ',
  )
})

test('what is no line of a list is known by its own name', () => {
  expect(breachSaid({ what: 'DC-2026-11-01' })).toBe('DC-2026-11-01')
})
