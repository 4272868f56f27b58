import { expect, test } from 'vitest'
import { month } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import type { Result } from '../contract.ts'
import { overtakenBy } from './overtaken.ts'

const result = (central: number, isDeducted = true): Parameters<typeof overtakenBy>[0] => ({
  before: { amount: 136_335_000 } as Result['before'],
  cost: { monthly: 16_165_000 } as Result['cost'],
  changes: [{ change: { kind: 'standard', value: dong(500_000) }, before: 447_000, name: null, cite: null }],
  flags: [{ code: 'central_overtakes', month: month('2024-07'), value: central, isDeducted }],
})

test('from the month in which the whole country has as much, a month costs what was proposed, either way', () => {
  expect(overtakenBy(result(500_000))).toEqual({ month: '2024-07', amount: 152_500_000 })
})

test('where the country has more than was proposed, it costs that much more', () => {
  expect(overtakenBy(result(553_000))).toEqual({ month: '2024-07', amount: 168_665_000 })
})

test('what goes on costing something beside the standard is not drawn as one line', () => {
  expect(overtakenBy(result(500_000, false))).toBeUndefined()
  expect(overtakenBy({ ...result(500_000), flags: [] })).toBeUndefined()
})
