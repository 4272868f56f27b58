import { eachPair, type Blocks } from './blocking.ts'
import type { LearnedWeights } from './configuration.ts'
import { expectMatches, smallestShare, toShares, type Pattern, type Shares } from './expectation.ts'
import { countValues } from './frequency.ts'
import type { Table } from './table.ts'

export type Learning = {
  readonly weights: LearnedWeights
  /** What each rule of blocking taught: how many pairs it brought, and which share of them is one person. */
  readonly lessons: readonly { readonly rule: string; readonly pairs: number; readonly matched: number }[]
}

export type LearnOptions = {
  readonly sides?: Int32Array | undefined
  /** Fields that agree together; only the first of each is asked when pairs are told apart. */
  readonly together?: readonly (readonly string[])[]
  readonly randomPairs?: number
  readonly pairsOfRule?: number
  readonly seed?: number
}

/**
 * Learns the weights of every comparison from the records themselves. How often people who are not one agree is seen in
 * pairs drawn at random; how often one person's records agree, in the pairs each rule of blocking brings, by all
 * comparisons the rule does not ask about.
 */
export function learnWeights(
  table: Table,
  blocks: Blocks,
  { sides, together = [], randomPairs = 500_000, pairsOfRule = 300_000, seed = 1 }: LearnOptions = {},
): Learning {
  const drawn = drawShares(table, { sides, wanted: randomPairs, seed })
  const silent = followersOf(table, together)
  const start = table.comparisons.map(({ levels }) => expectedShares(levels.length))
  let u = drawn
  let m: Shares = start
  let prior = 1e-9
  let lessons: Learning['lessons'] = []
  const patterns = blocks.rules.map((_, rule) =>
    collectPatterns(table, blocks, { rule, sides, wanted: pairsOfRule, seed }),
  )
  // Among pairs drawn at random a few are one person; they are taken out once it is known how many.
  for (let round = 0; round < 3; round++) {
    const taught = patterns.map(({ patterns: seen, pairs, scale }, rule) => {
      const fields = new Set(blocks.rules[rule]!.parts.map(({ field }) => field))
      const held = new Set(
        table.comparisons.flatMap(({ field }, index) => (fields.has(field) ? [index] : [])),
      )
      const isBlind = new Set([...held, ...silent]).size === table.comparisons.length || seen.length === 0
      const found = isBlind ? undefined : expectMatches(seen, { u, start, held, silent })
      return { held, pairs: pairs * scale, found, matches: (found?.matched ?? 0) * pairs * scale }
    })
    m = start.map((shares, index) => {
      const sums = shares.map((share) => share * 5)
      for (const { held, found, matches } of taught)
        if (found && !held.has(index))
          for (const [level, share] of found.m[index]!.entries()) sums[level]! += share * matches
      return toShares(sums)
    })
    const matches = Math.max(1, ...taught.map((one) => one.matches))
    prior = Math.min(0.5, matches / allPairs(table, sides))
    u = drawn.map((shares, index) =>
      toShares(
        shares.map((share, level) =>
          Math.max(smallestShare, (share - prior * m[index]![level]!) / (1 - prior)),
        ),
      ),
    )
    lessons = taught.map(({ pairs, found }, rule) => ({
      rule: blocks.rules[rule]!.name,
      pairs: Math.round(pairs),
      matched: found?.matched ?? NaN,
    }))
  }
  const comparisons = Object.fromEntries(
    table.comparisons.map(({ name }, index) => [name, { m: [...m[index]!], u: [...u[index]!] }]),
  )
  return { weights: { prior, comparisons }, lessons }
}

/** Comparisons of fields that only follow another: where one relative lives, the others do. */
function followersOf(table: Table, together: readonly (readonly string[])[]): ReadonlySet<number> {
  const followers = new Set(together.flatMap((fields) => fields.slice(1)))
  return new Set(
    table.comparisons.flatMap(({ field }, index) =>
      followers.has(table.fields[field]!.name) ? [index] : [],
    ),
  )
}

/** Before anything is seen: nine of ten agree fully, and the closer levels are met more often than the farther. */
function expectedShares(levels: number): number[] {
  return toShares(Array.from({ length: levels }, (_, level) => (level === 0 ? 0.9 : 0.1 / 2 ** level)))
}

export function allPairs(table: Table, sides: Int32Array | undefined): number {
  const size = table.size()
  const all = (size * (size - 1)) / 2
  if (!sides) return Math.max(1, all)
  const counts = new Map<number, number>()
  for (let record = 0; record < size; record++)
    counts.set(sides[record]!, (counts.get(sides[record]!) ?? 0) + 1)
  const within = [...counts.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0)
  return Math.max(1, all - within)
}

/** How often each level is met in pairs drawn at random; where values are counted, full agreement is counted exactly. */
function drawShares(
  table: Table,
  { sides, wanted, seed }: { sides: Int32Array | undefined; wanted: number; seed: number },
): number[][] {
  const size = table.size()
  const counts = table.comparisons.map(({ levels }) => levels.map(() => 0))
  const levels = new Int8Array(table.comparisons.length)
  const take = (one: number, other: number) => {
    if (one === other || (sides && sides[one] === sides[other])) return
    table.compare(one, other, levels)
    for (let index = 0; index < levels.length; index++)
      if (levels[index]! >= 0) counts[index]![levels[index]!]!++
  }
  if ((size * (size - 1)) / 2 <= wanted) {
    for (let one = 0; one < size; one++) for (let other = one + 1; other < size; other++) take(one, other)
  } else {
    const random = randomFrom(seed)
    for (let count = 0; count < wanted; count++)
      take(Math.floor(random() * size), Math.floor(random() * size))
  }
  return counts.map((seen, index) => {
    const shares = toShares(seen)
    if (sides || table.comparisons[index]!.levels[0]!.counts === undefined) return shares
    const { agreement } = countValues(table, index, 0)
    const others = 1 - shares[0]!
    const exact = Math.min(0.999, Math.max(smallestShare, agreement))
    return shares.map((share, level) =>
      level === 0 ? exact : others === 0 ? share : (share * (1 - exact)) / others,
    )
  })
}

/** The ways in which the pairs of a rule are alike; of many pairs only some, drawn evenly. */
function collectPatterns(
  table: Table,
  blocks: Blocks,
  {
    rule,
    sides,
    wanted,
    seed,
  }: { rule: number; sides: Int32Array | undefined; wanted: number; seed: number },
): { patterns: Pattern[]; pairs: number; scale: number } {
  let all = 0
  eachPair(blocks, () => all++, { sides, only: rule })
  const share = Math.min(1, wanted / Math.max(1, all))
  const random = randomFrom(seed + rule + 1)
  const counts = new Map<number, number>()
  const levels = new Int8Array(table.comparisons.length)
  const bases = table.comparisons.map((comparison) => comparison.levels.length + 1)
  let pairs = 0
  eachPair(
    blocks,
    (one, other) => {
      if (share < 1 && random() >= share) return
      table.compare(one, other, levels)
      let code = 0
      for (let index = 0; index < bases.length; index++) code = code * bases[index]! + levels[index]! + 1
      counts.set(code, (counts.get(code) ?? 0) + 1)
      pairs++
    },
    { sides, only: rule },
  )
  const patterns = Array.from(counts, ([code, count]) => ({ levels: decode(code, bases), count }))
  return { patterns, pairs, scale: pairs === 0 ? 1 : all / pairs }
}

function decode(code: number, bases: readonly number[]): Int8Array {
  const levels = new Int8Array(bases.length)
  let rest = code
  for (let index = bases.length - 1; index >= 0; index--) {
    levels[index] = (rest % bases[index]!) - 1
    rest = Math.floor(rest / bases[index]!)
  }
  return levels
}

/** Mulberry32: the same draws for the same seed, so that two runs learn the same. */
export function randomFrom(seed: number): () => number {
  let state = (seed * 0x9e3779b9) | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
