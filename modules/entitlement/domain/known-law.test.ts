import { expect, test } from 'vitest'
import { civilDate, month } from '#kernel/civil-date'
import { Problem } from '#kernel/problem'
import { law } from '../law/index.ts'
import { knownMonths } from '../law/known-months.ts'
import { assertLawKnown, outsideLaw } from './known-law.ts'

test('the first month that is known is that of the first law', () => {
  expect(law.regimes[0].from).toBe(knownMonths.from)
})

test.for([
  [month('2014-12'), 'before_law'],
  [civilDate('2014-12-31'), 'before_law'],
  [month('2015-01'), undefined],
  [civilDate('2015-01-01'), undefined],
  [month('2030-12'), undefined],
  [civilDate('2030-12-31'), undefined],
  [month('2031-01'), 'after_law'],
  [civilDate('2031-01-01'), 'after_law'],
  [month('2099-01'), 'after_law'],
] as const)('%s: %s', ([asked, reason]) => {
  expect(outsideLaw(asked)).toBe(reason)
  if (!reason) return assertLawKnown(asked)
  expect(() => assertLawKnown(asked)).toThrow(
    expect.objectContaining({
      code: 'entitlement.law_unknown',
      details: { asked, reason, from: '2015-01', through: '2030-12' },
    }) as Problem,
  )
})
