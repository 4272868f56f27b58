import type { LearnedWeights, MatchRules } from './configuration.ts'
import { smallestShare } from './expectation.ts'
import { countValues, type Frequency } from './frequency.ts'
import type { Table } from './table.ts'

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

/**
 * Adds up what the comparisons of a pair weigh: log2 of how much likelier a level is in pairs of one person than of two.
 * Agreement on something common weighs less than on something rare. No likeness weighs more than full agreement
 * on either value would, so that a closer record never scores lower.
 */
export function makeScorer(
  table: Table,
  weights: LearnedWeights,
  together: MatchRules['together'] = [],
): Scorer {
  const { comparisons } = table
  const bits = comparisons.map(({ name, levels }) => bitsOf(weights, name, levels.length))
  const frequencies = comparisons.map(({ levels }, index) => {
    const byCount = new Map<string, Frequency>()
    return levels.map(({ counts }, level): Frequency | undefined => {
      if (counts === undefined) return undefined
      const counted = byCount.get(counts) ?? countValues(table, index, level)
      byCount.set(counts, counted)
      return counted
    })
  })
  const levels = new Int8Array(comparisons.length)
  const groups = together.map((fields) => ({
    most: -Math.log2(Math.max(smallestShare, agreementOf(table, fields))),
    members: comparisons.flatMap(({ field }, index) =>
      fields.includes(table.fields[field]!.name) ? [index] : [],
    ),
  }))
  const parts = new Float64Array(comparisons.length)

  const rarity = (one: number, other: number, comparison: number, level: number): number => {
    const frequency = frequencies[comparison]![level]
    if (!frequency) return 0
    const { field, inField } = comparisons[comparison]!
    const { column, values } = table.fields[field]!
    const a = column.countedAs(values[one]!, inField, level)
    const b = column.countedAs(values[other]!, inField, level)
    return Math.min(frequency.bits[a] ?? frequency.rarest, frequency.bits[b] ?? frequency.rarest)
  }
  const weigh = (one: number, other: number, comparison: number): number => {
    const level = levels[comparison]!
    if (level < 0) return 0
    const own = bits[comparison]![level]!
    if (level === bits[comparison]!.length - 1) return Math.min(0, own)
    const weight = own + rarity(one, other, comparison, level)
    return level === 0 ? weight : Math.min(weight, bits[comparison]![0]! + rarity(one, other, comparison, 0))
  }

  const weighAll = (one: number, other: number) => {
    table.compare(one, other, levels)
    for (let comparison = 0; comparison < levels.length; comparison++)
      parts[comparison] = weigh(one, other, comparison)
    for (let group = 0; group < groups.length; group++) holdTogether(parts, groups[group]!)
  }

  return {
    weights,
    score: (one, other) => {
      weighAll(one, other)
      let sum = 0
      for (let comparison = 0; comparison < parts.length; comparison++) sum += parts[comparison]!
      return sum
    },
    parts: (one, other) => {
      weighAll(one, other)
      return comparisons.map(({ name, levels: known }, comparison) => ({
        comparison: name,
        level: known[levels[comparison]!]?.name,
        bits: parts[comparison]!,
        one: table.textOf(one, comparison),
        other: table.textOf(other, comparison),
      }))
    },
  }
}

type Group = { readonly most: number; readonly members: readonly number[] }

/** What agrees together weighs together at most what full agreement is worth, and at least what the worst of it does. */
function holdTogether(parts: Float64Array, { most, members }: Group) {
  let [sum, worst] = [0, 0]
  for (const member of members) {
    sum += parts[member]!
    worst = Math.min(worst, parts[member]!)
  }
  if (sum === 0) return
  const share = Math.max(worst, Math.min(most, sum)) / sum
  if (share < 1) for (const member of members) parts[member]! *= share
}

/** How often two records agree on all of some fields by chance, or as people of one household do. */
function agreementOf(table: Table, names: readonly string[]): number {
  const fields = table.fields.filter(({ name }) => names.includes(name))
  const counts = new Map<string, number>()
  let all = 0
  for (let record = 0; record < table.size(); record++) {
    const values = fields.map(({ values }) => values[record]!)
    if (values.includes(0)) continue
    const key = values.join(' ')
    counts.set(key, (counts.get(key) ?? 0) + 1)
    all++
  }
  let pairs = 0
  for (const count of counts.values()) pairs += count * (count - 1)
  return all < 2 ? 0 : pairs / (all * (all - 1))
}

function bitsOf({ comparisons }: LearnedWeights, name: string, levels: number): number[] {
  const known = comparisons[name]
  if (!known || known.m.length !== levels || known.u.length !== levels)
    throw new Error(`The weights say nothing of ${name}`)
  return known.m.map((share, level) =>
    Math.log2(Math.max(smallestShare, share) / Math.max(smallestShare, known.u[level]!)),
  )
}

/** How likely two records are one person, by their score and how many of all pairs are. */
export function likelihood(score: number, prior: number): number {
  return 1 / (1 + ((1 - prior) / prior) * 2 ** -score)
}

/** The score from which two records are one person with that likelihood. */
export function scoreFor(likely: number, prior: number): number {
  return Math.log2(likely / (1 - likely)) + Math.log2((1 - prior) / prior)
}
