import { eachPair, makeBlocks, type Blocks } from './blocking.ts'
import type { MatchRules } from './configuration.ts'
import { allPairs, learnWeights, type LearnOptions } from './learn.ts'
import { likelihood, makeScorer, scoreFor, type Scorer } from './score.ts'
import { atOnce, type Steps } from './steps.ts'
import type { Table } from './table.ts'
import { openLikening } from './weighing.ts'

/** Two records, by their places, that may be one person. */
export type Pair = { readonly one: number; readonly other: number; readonly score: number }

export type Found = {
  readonly pairs: readonly Pair[]
  readonly scorer: Scorer
  readonly blocks: Blocks
  /** How many pairs were compared. */
  readonly compared: number
  /** Which share of all pairs is one person, going by the scores of all that were compared. */
  readonly prior: number
}

type Options = LearnOptions & { readonly likely?: number }

/** Looks for records that are one person, in all of a table; keeps those at least that likely. */
export function findDuplicates(table: Table, rules: MatchRules, options?: Options): Found {
  return atOnce(findDuplicatesInSteps(table, rules, options))
}

export function* findDuplicatesInSteps(
  table: Table,
  rules: MatchRules,
  { likely = 0.5, ...options }: Options = {},
): Steps<Found> {
  const blocks = yield* makeBlocks(table, rules)
  const likening = yield* openLikening(table)
  const { together } = rules
  const weights =
    rules.weights ?? (yield* learnWeights({ table, blocks, likening }, { ...options, together }))
  const scorer = makeScorer(table, weights, together, likening)
  const kept: Pair[] = []
  const histogram = new Float64Array(bins)
  // What may turn out likely once the scores of all are known.
  const keepFrom = scoreFor(Math.min(likely, 0.5), weights.prior) - 6
  let compared = 0
  yield* eachPair(
    blocks,
    (one, other) => {
      compared++
      const score = scorer.score(one, other)
      histogram[Math.max(0, Math.min(bins - 1, Math.round((score - lowest) / step)))]!++
      if (score >= keepFrom)
        kept.push(one < other ? { one, other, score } : { one: other, other: one, score })
    },
    options.sides,
  )
  const prior = rules.weights?.prior ?? settlePrior(histogram, allPairs(table, options.sides), weights.prior)
  const bound = scoreFor(likely, prior)
  const pairs = kept.filter(({ score }) => score >= bound)
  pairs.sort((a, b) => b.score - a.score || a.one - b.one || a.other - b.other)
  return { pairs, scorer, blocks, compared, prior }
}

const lowest = -100
const step = 0.25
const bins = 1000

/** The share of pairs that are one person which explains the scores: as many are expected as it says there are. */
function settlePrior(histogram: Float64Array, all: number, start: number): number {
  let prior = start
  for (let round = 0; round < 50; round++) {
    let expected = 0
    for (let bin = 0; bin < bins; bin++)
      if (histogram[bin]! > 0) expected += histogram[bin]! * likelihood(lowest + bin * step, prior)
    const next = Math.min(0.5, Math.max(0.5, expected) / all)
    if (Math.abs(next / prior - 1) < 1e-3) return next
    prior = next
  }
  return prior
}
