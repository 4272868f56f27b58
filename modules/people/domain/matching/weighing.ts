import type { LearnedWeights, MatchRules } from './configuration.ts'
import { countValues, type Frequency } from './frequency.ts'
import { smallestShare } from './shares.ts'
import type { Steps } from './steps.ts'
import { surroundingsOf } from './surroundings.ts'
import type { Table } from './table.ts'

/** Comparisons that agree together, what they are worth at most, and the comparisons that must not differ for that. */
export type Group = {
  readonly most: number
  readonly members: readonly number[]
  readonly unless: readonly { readonly comparison: number; readonly different: number }[]
}

/** How a pair is alike: the level of each comparison, how rare what it agrees on is, and what full agreement would be on. */
export type Likeness = {
  readonly levels: Int8Array
  readonly rarity: Float32Array
  readonly rarityOfSame: Float32Array
}

export type Likening = {
  /** How a pair is alike: the same object each time, filled anew. */
  readonly of: (one: number, other: number) => Likeness
  /** How often two records agree fully on a comparison by chance, where its values are counted. */
  readonly agreementOf: (comparison: number) => number | undefined
}

/** Looks at pairs of a table. Values are counted when it is made, those of one comparison in each step. */
export function* openLikening(table: Table): Steps<Likening> {
  const { comparisons } = table
  const surroundings = table.fields.map((_, field) => surroundingsOf(table, field))
  const frequencies: (readonly (Frequency | undefined)[])[] = []
  for (const [index, { levels, field }] of comparisons.entries()) {
    yield
    const byCount = new Map<string, Frequency>()
    frequencies.push(
      levels.map(({ counts }, level): Frequency | undefined => {
        if (counts === undefined) return undefined
        const counted = byCount.get(counts) ?? countValues(table, index, level, surroundings[field])
        byCount.set(counts, counted)
        return counted
      }),
    )
  }
  const rarityOf = (one: number, other: number, comparison: number, level: number): number => {
    const frequency = frequencies[comparison]![level]
    if (!frequency) return 0
    const { field } = comparisons[comparison]!
    const { values } = table.fields[field]!
    const a = frequency.countedAs(values[one]!)
    const b = frequency.countedAs(values[other]!)
    const around = surroundings[field]
    const [near, farther] = around ? [around.of(one), around.of(other)] : [0, 0]
    // The commoner of the two, where it is commonest: a rare slip of a common name is no rare name.
    const rarest = Math.min(bitsNear(frequency, a, near), bitsNear(frequency, b, farther))
    return near === farther
      ? rarest
      : Math.min(rarest, bitsNear(frequency, a, farther), bitsNear(frequency, b, near))
  }
  const likeness: Likeness = {
    levels: new Int8Array(comparisons.length),
    rarity: new Float32Array(comparisons.length),
    rarityOfSame: new Float32Array(comparisons.length),
  }
  const last = comparisons.map(({ levels }) => levels.length - 1)
  const of = (one: number, other: number): Likeness => {
    const { levels, rarity, rarityOfSame } = likeness
    table.compare(one, other, levels)
    for (let index = 0; index < levels.length; index++) {
      const level = levels[index]!
      const isTelling = level >= 0 && level < last[index]!
      rarity[index] = isTelling ? rarityOf(one, other, index, level) : 0
      rarityOfSame[index] = isTelling && level > 0 ? rarityOf(one, other, index, 0) : rarity[index]!
    }
    return likeness
  }
  return { of, agreementOf: (comparison) => frequencies[comparison]![0]?.agreement }
}

/** How rare a value is among the people around a record, or among all where it was not met or they are not known. */
function bitsNear({ bits, rarest, near }: Frequency, counted: number, around: number): number {
  if (near && around > 0 && counted < near.width) return near.bits[around * near.width + counted]!
  return bits[counted] ?? rarest
}

/** Groups of comparisons that agree together, with what they are worth at most, as it was learned or as it is here. */
export function groupsOf(
  table: Table,
  together: MatchRules['together'],
  learned: readonly number[] = [],
): Group[] {
  return together.map(({ fields, unless }, group) => ({
    most: learned[group] ?? -Math.log2(agreementOf(table, fields)),
    members: table.comparisons.flatMap(({ field }, index) =>
      fields.includes(table.fields[field]!.name) ? [index] : [],
    ),
    unless: table.comparisons.flatMap(({ name, levels }, comparison) =>
      unless.includes(name) ? [{ comparison, different: levels.length - 1 }] : [],
    ),
  }))
}

/** How often two records agree on all of some fields by chance, or as people of one household do. */
function agreementOf(table: Table, names: readonly string[]): number {
  const fields = table.fields.filter(({ name }) => names.includes(name))
  const size = table.size()
  const counts = new Map<string, number>()
  let all = 0
  for (let record = 0; record < size; record++) {
    const values = fields.map((field) => field.values[record]!)
    if (values.includes(0)) continue
    const key = values.join(' ')
    counts.set(key, (counts.get(key) ?? 0) + 1)
    all++
  }
  let pairs = 0
  for (const count of counts.values()) pairs += count * (count - 1)
  // Where nobody agrees on all of it, that is no rarer than once among all pairs.
  const least = Math.max(smallestShare, 2 / Math.max(2, size * (size - 1)))
  return all < 2 ? least : Math.max(least, pairs / (all * (all - 1)))
}

export type LevelBits = readonly (readonly number[])[]

/** What each level of each comparison weighs: log2 of how much likelier it is in pairs of one person than of two. */
export function bitsOf(table: Table, { comparisons }: Pick<LearnedWeights, 'comparisons'>): LevelBits {
  return table.comparisons.map(({ name, levels }) => {
    const known = comparisons[name]
    if (known?.m.length !== levels.length || known.u.length !== levels.length)
      throw new Error(`The weights say nothing of ${name}`)
    const ratio = (m: number, u: number) => Math.log2(Math.max(smallestShare, m) / Math.max(smallestShare, u))
    const through = (shares: readonly number[], level: number) =>
      shares.slice(0, level + 1).reduce((sum, share) => sum + share, 0)
    return known.m.map((share, level) => {
      const own = ratio(share, known.u[level]!)
      if (!levels[level]!.isByTime) return own
      return Math.max(own, ratio(through(known.m, level), through(known.u, level)))
    })
  })
}

/**
 * Writes what each comparison of a pair weighs, from a place of the likeness on, and returns the sum. Agreement on
 * something common weighs less than on something rare. No likeness weighs more than full agreement on either value would,
 * so that a closer record never scores lower; to differ never speaks for one person.
 */
export function weigh(
  { levels, rarity, rarityOfSame }: Likeness,
  {
    bits,
    groups,
    from = 0,
  }: { readonly bits: LevelBits; readonly groups: readonly Group[]; readonly from?: number },
  into: Float64Array,
): number {
  for (let index = 0; index < bits.length; index++) {
    const level = levels[from + index]!
    const own = bits[index]!
    if (level < 0) into[index] = 0
    else if (level === own.length - 1) into[index] = Math.min(0, own[level]!)
    else {
      const weight = own[level]! + rarity[from + index]!
      into[index] = level === 0 ? weight : Math.min(weight, own[0]! + rarityOfSame[from + index]!)
    }
  }
  for (let group = 0; group < groups.length; group++) holdTogether(into, groups[group]!, { levels, from })
  let sum = 0
  for (let index = 0; index < bits.length; index++) sum += into[index]!
  return sum
}

/** What agrees together weighs together at most what full agreement is worth, and at least what the worst of it does. */
function holdTogether(
  parts: Float64Array,
  { most, members, unless }: Group,
  { levels, from }: { readonly levels: Int8Array; readonly from: number },
) {
  let [sum, worst] = [0, 0]
  for (const member of members) {
    sum += parts[member]!
    worst = Math.min(worst, parts[member]!)
  }
  if (sum === 0) return
  const areRelatives = unless.some(({ comparison, different }) => levels[from + comparison] === different)
  const share = Math.max(worst, Math.min(areRelatives ? 0 : most, sum)) / sum
  if (share < 1) for (const member of members) parts[member]! *= share
}
