import { eachPair, type Blocks } from './blocking.ts'
import type { LearnedWeights, LevelShares, MatchRules } from './configuration.ts'
import { expectMatches, type PairSample } from './expectation.ts'
import { enoughToLearn, knownSharesOf } from './known-shares.ts'
import { smallestShare, toShares, type Shares } from './shares.ts'
import type { Steps } from './steps.ts'
import type { Table, TableComparison } from './table.ts'
import { groupsOf, weigh, type Group, type Likening } from './weighing.ts'

export type LearnOptions = {
  readonly sides?: Int32Array | undefined
  readonly together?: MatchRules['together']
  readonly randomPairs?: number
  readonly likelyPairs?: number
  readonly seed?: number
}

/** Records, what brings them together, and how they are alike. */
export type Learnable = { readonly table: Table; readonly blocks: Blocks; readonly likening: Likening }

/**
 * Learns the weights of every comparison from the records themselves. How often people who are not one agree is seen in
 * pairs drawn at random and in how often each value is met; how one person's records agree, in the pairs that blocking
 * brings together, by what is expected of each.
 */
export function* learnWeights(
  { table, blocks, likening }: Learnable,
  { sides, together = [], randomPairs = 5e5, likelyPairs = 4e5, seed = 1 }: LearnOptions = {},
): Steps<LearnedWeights> {
  const all = allPairs(table, sides)
  const groups = groupsOf(table, together)
  const isShort = table.size() < enoughToLearn
  const known = isShort ? table.comparisons.map((comparison) => knownOf(table, comparison)) : undefined
  const drawn = drawShares(table, likening, { sides, wanted: randomPairs, seed, known })
  yield
  const start: Shares = table.comparisons.map(
    (comparison, index) => toldShares(table, comparison) ?? known?.[index]?.m ?? expectedShares(comparison),
  )
  const told = table.comparisons.flatMap((comparison, index) =>
    toldShares(table, comparison) ? [index] : [],
  )
  const first = {
    u: drawn,
    start,
    prior: Math.min(0.1, 0.02 / Math.max(1, table.size())),
    allPairs: all,
    groups,
    told,
    belief: isShort ? beliefInKnown : beliefInGuesses,
  }
  const { sample, scale } = yield* collectLikely(
    { table, blocks, likening },
    { ...first, sides, wanted: likelyPairs, seed },
  )
  let found = yield* expectMatches(sample, { ...first, scale })
  let u = drawn
  // Among pairs drawn at random a few are one person; they are taken out once it is known how many.
  for (let round = 0; round < 2; round++) {
    u = drawn.map((shares, index) =>
      toShares(
        shares.map((share, level) =>
          Math.max(smallestShare, (share - found.prior * found.m[index]![level]!) / (1 - found.prior)),
        ),
      ),
    )
    found = yield* expectMatches(sample, { ...first, start: found.m, prior: found.prior, u, scale })
  }
  const comparisons = Object.fromEntries(
    table.comparisons.map(({ name }, index) => [name, { m: [...found.m[index]!], u: [...u[index]!] }]),
  )
  return { prior: found.prior, together: groups.map(({ most }) => most), comparisons }
}

/** What is known beforehand counts as so many pairs of one person, and what is only guessed. */
const beliefInKnown = 100
const beliefInGuesses = 10
/** And how often others agree by chance, as so many pairs of two. */
const chancesKnown = 1000

function knownOf(table: Table, { field, inField }: TableComparison): LevelShares | undefined {
  const { rule, column } = table.fields[field]!
  return knownSharesOf(rule.kind, column.comparisons[inField]!.name)
}

/** Before anything is seen: nine of ten agree fully, and the closer levels are met more often than the farther. */
function expectedShares({ levels }: TableComparison): number[] {
  return toShares(levels.map((_, level) => (level === 0 ? 0.9 : 0.1 / 2 ** level)))
}

/** In which share of one person's records a number differs, where the rules say so. */
function toldShares(table: Table, { levels, field }: TableComparison): number[] | undefined {
  const { rule } = table.fields[field]!
  const differs = rule.kind === 'number' ? rule.differs : undefined
  if (differs === undefined) return undefined
  return toShares(levels.map((_, level) => [1 - 2 * differs, differs][level] ?? differs))
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
  likening: Likening,
  {
    sides,
    wanted,
    seed,
    known,
  }: {
    readonly sides: Int32Array | undefined
    readonly wanted: number
    readonly seed: number
    readonly known: readonly (LevelShares | undefined)[] | undefined
  },
): number[][] {
  const size = table.size()
  const counts = table.comparisons.map(({ levels }, index) =>
    // What was never seen in a short list is no rarer than once.
    levels.map((_, level) => (known ? chancesKnown * (known[index]?.u[level] ?? 1 / chancesKnown) : 0)),
  )
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
    const agreement = likening.agreementOf(index)
    if (sides || agreement === undefined || known) return shares
    const others = 1 - shares[0]!
    const exact = Math.min(0.999, Math.max(smallestShare, agreement))
    return shares.map((share, level) =>
      level === 0 ? exact : others === 0 ? share : (share * (1 - exact)) / others,
    )
  })
}

/** Pairs less likely one person than this, by what is expected before anything is seen, teach nothing. */
const leastOdds = -8

/** The pairs that may be one person, with how they are alike; of very many only some, drawn evenly. */
function* collectLikely(
  { table, blocks, likening }: Learnable,
  given: {
    readonly u: Shares
    readonly start: Shares
    readonly prior: number
    readonly groups: readonly Group[]
    readonly sides: Int32Array | undefined
    readonly wanted: number
    readonly seed: number
  },
): Steps<{ sample: PairSample; scale: number }> {
  const { u, start, prior, groups, sides, wanted, seed } = given
  const width = table.comparisons.length
  const bits = start.map((shares, index) =>
    shares.map((share, level) => Math.log2(share / u[index]![level]!)),
  )
  const odds = Math.log2(prior / (1 - prior))
  const parts = new Float64Array(width)
  const random = randomFrom(seed + 1)
  const levels = new Int8Array(wanted * width)
  const rarity = new Float32Array(wanted * width)
  const rarityOfSame = new Float32Array(wanted * width)
  let seen = 0
  yield* eachPair(
    blocks,
    (one, other) => {
      const likeness = likening.of(one, other)
      if (odds + weigh(likeness, { bits, groups }, parts) < leastOdds) return
      seen++
      const place = seen <= wanted ? seen - 1 : Math.floor(random() * seen)
      if (place >= wanted) return
      levels.set(likeness.levels, place * width)
      rarity.set(likeness.rarity, place * width)
      rarityOfSame.set(likeness.rarityOfSame, place * width)
    },
    sides,
  )
  const count = Math.min(seen, wanted)
  return { sample: { levels, rarity, rarityOfSame, count }, scale: seen / Math.max(1, count) }
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
