import { toShares, type Shares } from './shares.ts'
import type { Steps } from './steps.ts'
import { weigh, type Group, type Likeness } from './weighing.ts'

/** Pairs one after the other, each as many places as there are comparisons. */
export type PairSample = Likeness & { readonly count: number }

export type Expectation = {
  readonly m: Shares
  /** Which share of all pairs is one person. */
  readonly prior: number
  readonly steps: number
}

const mostSteps = 50

/**
 * Learns without labels how often each level is met in pairs that are one person, given how often it is met in others
 * (expectation maximisation over all pairs there are). Only pairs that may be one person need be in the sample; all others
 * add nothing to what is expected. Each step asks how likely each pair is one person by what is known so far, and then how
 * such pairs are alike.
 */
export function* expectMatches(
  sample: PairSample,
  given: {
    readonly u: Shares
    readonly start: Shares
    readonly prior: number
    /** How many pairs there are, and how many of those that may be one person each in the sample stands for. */
    readonly allPairs: number
    readonly scale?: number
    readonly groups?: readonly Group[]
    /** The shares expected before anything is seen count as so many pairs, so that few pairs do not run away. */
    readonly belief?: number
    /** Comparisons whose shares are told, not learned. */
    readonly told?: readonly number[]
  },
): Steps<Expectation> {
  const { u, start, allPairs, scale = 1, groups = [], belief = 10, told = [] } = given
  const parts = new Float64Array(u.length)
  let { prior } = given
  let m = start
  let step = 0
  for (; step < mostSteps; step++) {
    const bits = m.map((shares, index) => shares.map((share, level) => Math.log2(share / u[index]![level]!)))
    const sums = start.map((shares) => shares.map((share) => share * belief))
    const odds = Math.log2(prior / (1 - prior))
    let expected = 0
    for (let pair = 0; pair < sample.count; pair++) {
      const from = pair * u.length
      const weight = 1 / (1 + 2 ** -(odds + weigh(sample, { bits, groups, from }, parts)))
      expected += weight
      for (let index = 0; index < u.length; index++) {
        const level = sample.levels[from + index]!
        if (level >= 0) sums[index]![level]! += weight
      }
    }
    const next = sums.map((counts, index) => (told.includes(index) ? start[index]! : toShares(counts)))
    const share = Math.min(0.5, Math.max(0.1, expected * scale) / allPairs)
    const moved = Math.max(
      Math.abs(share / prior - 1),
      ...next.map((shares, index) =>
        Math.max(...shares.map((one, level) => Math.abs(one - m[index]![level]!))),
      ),
    )
    m = next
    prior = share
    if (moved < 1e-4) break
    yield
  }
  return { m, prior, steps: step }
}
