import { expect, test } from 'vitest'
import { expectMatches as expectInSteps, type PairSample } from './expectation.ts'
import { randomFrom } from './learn.ts'
import { toShares, type Shares } from './shares.ts'
import { atOnce } from './steps.ts'

const truth: Shares = [
  [0.9, 0.07, 0.03],
  [0.7, 0.2, 0.1],
  [0.8, 0.2],
  [0.95, 0.05],
]
const chance: Shares = [
  [0.02, 0.03, 0.95],
  [0.01, 0.09, 0.9],
  [0.1, 0.9],
  [0.3, 0.7],
]
const guess = truth.map((shares) => toShares(shares.map((_, level) => (level === 0 ? 0.9 : 0.1))))

test('the weights that made the pairs are found again, without being told which pairs are one person', () => {
  const pairs = 40_000
  const { m, prior } = expectMatches(drawPairs(pairs, 0.05), {
    u: chance,
    start: guess,
    prior: 0.01,
    allPairs: pairs,
  })
  expect(prior).toBeGreaterThan(0.047)
  expect(prior).toBeLessThan(0.053)
  for (const [index, shares] of truth.entries())
    for (const [level, share] of shares.entries())
      expect(Math.abs(m[index]![level]! - share)).toBeLessThan(0.025)
})

test('where a side says nothing, nothing is learned and nothing spoiled', () => {
  const pairs = 40_000
  const sample = drawPairs(pairs, 0.05)
  for (let pair = 0; pair < pairs; pair += 3) sample.levels[pair * truth.length] = -1
  const { m } = expectMatches(sample, { u: chance, start: guess, prior: 0.01, allPairs: pairs })
  expect(Math.abs(m[0]![0]! - 0.9)).toBeLessThan(0.025)
})

test('what is told stays as it was told', () => {
  const pairs = 20_000
  const told = guess.map((shares, index) => (index === 2 ? toShares([0.995, 0.005]) : shares))
  const { m } = expectMatches(drawPairs(pairs, 0.05), {
    u: chance,
    start: told,
    prior: 0.01,
    allPairs: pairs,
    told: [2],
  })
  expect(m[2]).toEqual(told[2])
  expect(Math.abs(m[1]![0]! - 0.7)).toBeLessThan(0.05)
})

test('without pairs, what was expected stays', () => {
  const sample = { ...drawPairs(1, 0.5), count: 0 }
  const { m, prior } = expectMatches(sample, { u: chance, start: guess, prior: 0.01, allPairs: 1_000_000 })
  expect(m[0]![0]).toBeCloseTo(guess[0]![0]!, 6)
  expect(prior).toBeLessThan(1e-6)
})

const expectMatches = (...given: Parameters<typeof expectInSteps>) => atOnce(expectInSteps(...given))

/** Pairs drawn by the shares above, a part of them one person. */
function drawPairs(count: number, matched: number): PairSample {
  const random = randomFrom(7)
  const levels = new Int8Array(count * truth.length)
  for (let pair = 0; pair < count; pair++) {
    const shares = random() < matched ? truth : chance
    for (const [index, own] of shares.entries()) {
      let rest = random()
      const level = own.findIndex((share) => (rest -= share) < 0)
      levels[pair * truth.length + index] = level < 0 ? own.length - 1 : level
    }
  }
  const none = () => new Float32Array(count * truth.length)
  return { levels, rarity: none(), rarityOfSame: none(), count }
}
