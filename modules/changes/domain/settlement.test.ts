import { expect, test } from 'vitest'
import { month } from '#kernel/civil-date'
import { settlementOf } from './settlement.ts'

const settled = (kind: 'arrears' | 'overpaid', sums: Readonly<Record<string, number>>) =>
  Object.entries(sums).map(([of, amount]) => ({ personId: 'somebody', month: month(of), kind, amount }))

test('what a change adds to the next list is told by its first and last month, and what is settled anyway is left out', () => {
  const anyway = settled('arrears', { '2026-03': 60_000 })
  const more = settled('arrears', { '2026-03': 60_000, '2026-05': 540_000, '2026-04': 540_000 })
  expect(settlementOf(anyway, more)).toEqual([
    { personId: 'somebody', kind: 'arrears', from: '2026-04', through: '2026-05', amount: 1_080_000 },
  ])
  expect(settlementOf(more, more)).toEqual([])
})

test('what comes no more is below zero, and arrears are never set off against what was paid above the right', () => {
  expect(
    settlementOf(settled('arrears', { '2026-04': 540_000 }), settled('overpaid', { '2026-05': 540_000 })),
  ).toEqual([
    { personId: 'somebody', kind: 'overpaid', from: '2026-05', through: '2026-05', amount: 540_000 },
    { personId: 'somebody', kind: 'arrears', from: '2026-04', through: '2026-04', amount: -540_000 },
  ])
})
