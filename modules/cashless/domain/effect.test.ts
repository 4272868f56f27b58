import { expect, test } from 'vitest'
import { civilDate, month } from '#kernel/civil-date'
import { ageBands, bornWithin } from './ages.ts'
import { differenceOf, type Compared, type Tally } from './effect.ts'
import { areTargetsSound, targetIn, type Target } from './wave.ts'

const tally = (differing: Partial<Tally>): Tally => ({
  orders: 1000,
  cashless: 300,
  failed: 20,
  unclaimed: 20,
  waited: 1000,
  days: 10_000,
  daysSquared: 110_000,
  misdated: 0,
  ...differing,
})
const change = (before: Partial<Tally>, after: Partial<Tally>): Compared => ({
  before: tally(before),
  after: tally(after),
})

test('what changed everywhere is taken out of what changed in a wave', () => {
  const wave = change({ cashless: 300 }, { cashless: 500 })
  const others = change({ cashless: 300 }, { cashless: 350 })
  const found = differenceOf('cashless', wave, others)!
  expect(found.wave).toEqual([0.3, 0.5])
  expect(found.others).toEqual([0.3, 0.35])
  expect(found.difference).toBeCloseTo(0.15)
  // √(0.3·0.7 + 0.5·0.5 + 0.3·0.7 + 0.35·0.65) / √1000 · 1.96 on either side.
  expect(found.span![1] - found.difference!).toBeCloseTo(
    1.96 * Math.sqrt((0.21 + 0.25 + 0.21 + 0.2275) / 1000),
  )
  expect(found).toMatchObject({ isClear: true, isFew: false })
})

test('the same change on both sides is no effect, however large it is', () => {
  const both = change({ failed: 200 }, { failed: 20 })
  expect(differenceOf('failed', both, both)).toMatchObject({ difference: 0, isClear: false })
})

test('days are a mean of those who were paid in the end', () => {
  const wave = change(
    { waited: 1000, days: 12_000, daysSquared: 145_000 },
    { waited: 500, days: 2000, daysSquared: 8500 },
  )
  const found = differenceOf('days', wave, change({}, {}))!
  expect(found.wave).toEqual([12, 4])
  expect(found.difference).toBeCloseTo(-8)
  expect(found.isClear).toBe(true)
})

test('a handful of orders is called a handful, and never a clear difference', () => {
  const wave = change({ orders: 40, cashless: 0 }, { orders: 40, cashless: 40 })
  expect(differenceOf('cashless', wave, change({}, {}))).toMatchObject({ isFew: true, isClear: false })
})

test('without others, or without orders, nothing is compared', () => {
  expect(differenceOf('failed', change({}, {}), undefined)).toMatchObject({
    difference: null,
    span: null,
    others: null,
  })
  expect(differenceOf('failed', change({ orders: 0 }, {}), undefined)).toBeUndefined()
})

const today = civilDate('2026-11-23')
test.for([
  ['2008-11-24', 'under_18'],
  ['2008-11-23', 'to_59'],
  ['1966-11-24', 'to_59'],
  ['1966-11-23', 'to_74'],
  ['1951-11-24', 'to_74'],
  ['1951-11-23', 'to_79'],
  ['1946-11-24', 'to_79'],
  ['1946-11-23', 'from_80'],
] as const)('born on %s: %s, and of no other age', ([born, band]) => {
  const bands = ageBands.filter((one) => {
    const { after, through } = bornWithin(one, today)
    return (after === null || born > after) && (through === null || born <= through)
  })
  expect(bands).toEqual([band])
})

const aims = (...told: readonly (readonly [string, number])[]): Target[] =>
  told.map(([from, share]) => ({ month: month(from), share }))

test('a target holds until the next, and there is none before the first', () => {
  const targets = aims(['2026-11', 40], ['2027-06', 60])
  expect(
    ['2026-10', '2026-11', '2027-05', '2027-06', '2030-01'].map((at) => targetIn(targets, month(at))),
  ).toEqual([undefined, 40, 40, 60, 60])
})

test.for([
  ['rising', aims(['2026-11', 40], ['2027-06', 60]), true],
  ['in whatever order they come', aims(['2027-06', 60], ['2026-11', 40]), true],
  ['sinking', aims(['2026-11', 60], ['2027-06', 40]), false],
  ['before the wave begins', aims(['2026-10', 40]), false],
  ['twice for one month', aims(['2026-11', 40], ['2026-11', 50]), false],
] as const)('targets %s', ([, targets, isSound]) => {
  expect(areTargetsSound(targets, month('2026-11'))).toBe(isSound)
})
