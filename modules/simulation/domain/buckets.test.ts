import { expect, test } from 'vitest'
import { bucketsOf } from './buckets.ts'

test('a few amounts stand by themselves, the smallest first', () => {
  const found = bucketsOf(
    new Map([
      [79_500, 8],
      [-53_000, 5],
      [53_000, 7],
    ]),
  )
  expect(found).toEqual([
    { from: -53_000, to: -53_000, people: 5 },
    { from: 53_000, to: 53_000, people: 7 },
    { from: 79_500, to: 79_500, people: 8 },
  ])
})

test('an amount of fewer than five people stands with its neighbour, and alone it is not told', () => {
  const found = bucketsOf(
    new Map([
      [-53_000, 4],
      [50_000, 2],
      [53_000, 7],
      [79_500, 1],
      [150_000, 9],
      [240_000, 3],
    ]),
  )
  expect(found).toEqual([
    { from: 50_000, to: 79_500, people: 10 },
    { from: 150_000, to: 240_000, people: 12 },
  ])
})

test('many amounts stand in steps of round amounts: nobody is lost, and less is never mixed with more', () => {
  const many = new Map(Array.from({ length: 200 }, (_, index) => [(index - 100) * 1_700 + 50, 2]))
  const found = bucketsOf(many)
  expect(found.length).toBeLessThanOrEqual(14)
  expect(found.reduce((sum, { people }) => sum + people, 0)).toBe(400)
  for (const [amount] of many)
    expect(found.filter(({ from, to }) => from <= amount && amount <= to)).toHaveLength(1)
  expect(found.filter(({ from, to }) => from < 0 && to > 0)).toEqual([])
})

test('nothing changed is nothing to show', () => {
  expect(bucketsOf(new Map())).toEqual([])
})
