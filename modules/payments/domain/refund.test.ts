import { describe, expect, test } from 'vitest'
import { civilDate, instant } from '#kernel/civil-date'
import { isDayOfRefund, latestBooking, receiptKey } from './refund.ts'

describe('the day a bank gives money back on', () => {
  const refund = { approvedAt: instant('2026-11-23T02:00:00Z') }

  test.for([
    ['the day it was asked to', '2026-11-23', true],
    ['the day before', '2026-11-22', false],
    ['the last day it may tell of', '2026-11-25', true],
    ['a day after that', '2026-11-26', false],
  ] as const)('%s', ([, day, isOne]) => {
    expect(isDayOfRefund(civilDate(day), refund, civilDate('2026-11-25'))).toBe(isOne)
  })

  test.for([
    ['an evening', '2026-11-26', '2026-11-27', '2026-11-27'],
    ['the evening of a Friday', '2026-11-27', '2026-11-30', '2026-11-30'],
    ['the last evening of a year, which a person waits for', '2026-12-31', '2027-01-04', '2026-12-31'],
  ] as const)('%s', ([, today, next, latest]) => {
    expect(latestBooking(civilDate(today), civilDate(next))).toBe(latest)
  })
})

describe('a receipt', () => {
  test('is the same with other blanks and capitals, and cut as banks cut it', () => {
    expect(receiptKey(' ft 26330 / 001 ')).toBe(receiptKey('FT26330/001'))
    const long = 'FT26330000000000000000000000000000000001'
    expect(receiptKey(long)).toBe(receiptKey(long.slice(0, 35)))
    expect(receiptKey('UNC 77')).not.toBe(receiptKey('UNC 78'))
  })
})
