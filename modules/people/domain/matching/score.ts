import type { LearnedWeights, MatchRules } from './configuration.ts'
import { atOnce } from './steps.ts'
import type { Table } from './table.ts'
import { bitsOf, groupsOf, openLikening, weigh, type Likening } from './weighing.ts'

/** How much one comparison of a pair speaks for one person (above 0) or two, in bits: each bit doubles the odds. */
export type Part = {
  readonly comparison: string
  /** Undefined where a side says nothing. */
  readonly level: string | undefined
  readonly bits: number
  readonly one: string
  readonly other: string
}

export type Scorer = {
  readonly score: (one: number, other: number) => number
  readonly parts: (one: number, other: number) => readonly Part[]
  readonly weights: LearnedWeights
}

/** Scores pairs of a table: the sum of what their comparisons weigh. Values of records added later count as rare. */
export function makeScorer(
  table: Table,
  weights: LearnedWeights,
  together: MatchRules['together'] = [],
  likening: Likening = atOnce(openLikening(table)),
): Scorer {
  const how = { bits: bitsOf(table, weights), groups: groupsOf(table, together, weights.together) }
  const parts = new Float64Array(table.comparisons.length)
  return {
    weights,
    score: (one, other) => weigh(likening.of(one, other), how, parts),
    parts: (one, other) => {
      const likeness = likening.of(one, other)
      weigh(likeness, how, parts)
      return table.comparisons.map(({ name, levels }, index) => ({
        comparison: name,
        level: levels[likeness.levels[index]!]?.name,
        bits: parts[index]!,
        one: table.textOf(one, index),
        other: table.textOf(other, index),
      }))
    },
  }
}

/** How likely two records are one person, by their score and how many of all pairs are. */
export function likelihood(score: number, prior: number): number {
  return 1 / (1 + ((1 - prior) / prior) * 2 ** -score)
}

/** The score from which two records are one person with that likelihood. */
export function scoreFor(likely: number, prior: number): number {
  return Math.log2(likely / (1 - likely)) + Math.log2((1 - prior) / prior)
}
