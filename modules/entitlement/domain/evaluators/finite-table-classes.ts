import type { CivilDate } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import type { Benefit } from '../determination.ts'
import { count, holds } from '../determine.ts'
import { choices, type AmountFact, type ChoiceFact, type FlagFact } from '../facts.ts'
import type { Instant, MonthLaw } from '../law-in-force.ts'
import { all, type ChildCount, type Condition, type Group, type RuleSet } from '../rule-set.ts'
import { plainStanding, type Standing } from '../standing.ts'

/** What rules read of a person: ages, sums of money and children each count as one fact. */
export type ReadFact = ChoiceFact | FlagFact | 'age' | 'amounts' | 'children' | 'territory'

/** A part of a person; ages are in whole months, so that a part fits any day. */
export type Piece = {
  readonly facts: Partial<Standing>
  readonly age?: number
  readonly children?: readonly ChildPiece[]
}
type ChildPiece = { readonly age: number; readonly isStudying: boolean; readonly continued: boolean }

/** The classes of a few facts that are read together: a piece for each, and where a person stands among them. */
export type Axis = {
  readonly facts: ReadonlySet<ReadFact>
  readonly pieces: readonly Piece[]
  readonly classOf: (standing: Standing, at: Instant) => number
}

/** All that rule sets ask of a person before they give one of a few benefits. */
export type Reading = {
  readonly conditions: readonly Condition[]
  /** What coefficients are multiplied by for whom, and from how many on one more changes nothing but the product. */
  readonly counts: readonly { readonly asked: Condition; readonly of: ChildCount }[]
  readonly cap: number
}

/** What months ask for some benefits: all that any of them asks. */
export function readingOf(
  months: readonly Pick<MonthLaw, 'regime' | 'exclusionsOf'>[],
  benefits: readonly Benefit[],
): Reading {
  const conditions: Condition[] = []
  const counts: Reading['counts'][number][] = []
  const caps = [1]
  for (const { regime, exclusionsOf } of months) {
    const { rules } = regime
    const groups = rules.groups.filter(({ benefit }) => benefits.includes(benefit))
    const inline = inliner(rules)
    for (const group of groups) {
      // Whoever is shut out, or is not in a group, is not asked further: all such people are alike.
      const barred = (exclusionsOf.get(group.benefit) ?? []).map(({ when }): Condition => ({
        kind: 'not',
        of: inline(when),
      }))
      const asked = inline(all(...barred, group.when))
      conditions.push(asked)
      for (const { when } of group.bands) if (when) conditions.push(inline(all(asked, when)))
      if (group.per) counts.push({ asked, of: group.per })
    }
    caps.push(unitsThatOutweigh(groups))
  }
  const atLeast = conditions.flatMap(leaves).map((leaf) => (leaf.kind === 'countAtLeast' ? leaf.count : 0))
  return {
    conditions: distinct(conditions),
    counts: distinct(counts),
    cap: Math.max(...caps, ...atLeast),
  }
}

/** From so many units on, a group that is paid for each is above every other of its benefit. */
function unitsThatOutweigh(groups: readonly Group[]): number {
  const coefficients = (some: readonly Group[]) =>
    some.flatMap(({ bands }) => bands.map(({ coefficient }) => coefficient))
  const counting = groups.filter(({ per }) => per)
  if (counting.length === 0) return 1
  return Math.ceil(Math.max(...coefficients(groups)) / Math.min(...coefficients(counting))) + 1
}

/** Groups named in a condition are replaced by what they ask, so that only facts are left. */
function inliner({ groups }: RuleSet): (condition: Condition) => Condition {
  const inline = (condition: Condition): Condition => {
    switch (condition.kind) {
      case 'inGroup': {
        const group = groups.find(({ id }) => id === condition.group)
        if (!group) throw new RangeError(`${condition.group} is no group`)
        return inline(group.when)
      }
      case 'not':
        return { kind: 'not', of: inline(condition.of) }
      case 'all':
      case 'any': {
        const { kind } = condition
        // One within another of its kind is taken apart, so that what is read together stands together.
        return {
          kind,
          of: condition.of.map(inline).flatMap((part) => (part.kind === kind ? part.of : [part])),
        }
      }
      case 'is':
      case 'flag':
      case 'ageFrom':
      case 'ageBelow':
      case 'livesIn':
      case 'countAtLeast':
      case 'amountBelow':
        return condition
    }
  }
  return inline
}

/**
 * The axes of a space of classes: every person stands in one class of each, and two people in the same classes are the same
 * person to the rules. Facts that are only ever read together share an axis, which keeps the space small.
 */
export function axesOf(
  reading: Reading,
  at: Instant,
  apart: readonly ReadFact[] = ['age', 'territory'],
): Axis[] {
  const facts = new Set(reading.conditions.flatMap((condition) => [...factsOf(condition)]))
  if (reading.counts.length > 0) facts.add('children')
  const single = [...facts]
    .map((fact) => axis(reading, new Set([fact]), piecesOf(fact, reading, at), at))
    .toSorted((one, other) => Number(isApart(other)) - Number(isApart(one)))
  function isApart({ facts: own }: Axis) {
    return apart.some((fact) => own.has(fact))
  }
  return [
    ...single.filter(isApart),
    ...merged(
      reading,
      single.filter((one) => !isApart(one)),
      at,
    ),
  ]
}

/** More than this many pieces are not tried out to see whether two axes are smaller as one. */
const largest = 2_000

function merged(reading: Reading, axes: readonly Axis[], at: Instant): Axis[] {
  let best: { gain: number; pair: readonly [Axis, Axis]; axis: Axis } | undefined
  for (const [index, one] of axes.entries())
    for (const other of axes.slice(index + 1)) {
      const product = one.pieces.length * other.pieces.length
      if (product > largest || !areReadTogether(reading, one, other)) continue
      const pieces = one.pieces.flatMap((piece) => other.pieces.map((beside) => joined(piece, beside)))
      const together = axis(reading, one.facts.union(other.facts), pieces, at)
      const gain = together.pieces.length / product
      if (gain < (best?.gain ?? 1)) best = { gain, pair: [one, other], axis: together }
    }
  if (!best) return [...axes]
  const { pair, axis: together } = best
  return merged(reading, [...axes.filter((one) => !pair.includes(one)), together], at)
}

function areReadTogether({ conditions }: Reading, one: Axis, other: Axis): boolean {
  return conditions.some((condition) => {
    const read = factsOf(condition)
    return !read.isDisjointFrom(one.facts) && !read.isDisjointFrom(other.facts)
  })
}

/** The fields behind facts that are called otherwise. */
const fieldsOf = {
  age: ['born'],
  amounts: ['pension', 'socialInsurance', 'meritorious'],
} as const satisfies Partial<Record<ReadFact, readonly (keyof Standing)[]>>

/** Keeps one piece of each class: of those that give the same answers to all that is asked of these facts alone. */
function axis(reading: Reading, facts: ReadonlySet<ReadFact>, pieces: readonly Piece[], at: Instant): Axis {
  const asked = reading.conditions.flatMap((condition) => partsWithin(condition, facts))
  const counts = facts.has('children')
    ? reading.counts.map((one) => ({ ...one, asked: partsWithin(one.asked, facts)[0] }))
    : []
  const answers = (standing: Standing, day: Instant) => {
    let text = ''
    for (const condition of asked) text += holds(condition, standing, day) ? '1' : '0'
    for (const { asked: first, of } of counts)
      text +=
        !first || holds(first, standing, day) ? `,${Math.min(count(of, standing, day), reading.cap)}` : ',-'
    return text
  }
  const kept: Piece[] = []
  const classes = new Map<string, number>()
  for (const piece of pieces) {
    const key = answers(standingOf([piece], at), at)
    if (classes.has(key)) continue
    classes.set(key, kept.length)
    kept.push(piece)
  }
  const fields = [...facts].flatMap(
    (fact) => fieldsOf[fact as keyof typeof fieldsOf] ?? [fact as keyof Standing],
  ) // Other facts are fields.
  const last = new WeakMap<Instant, { standing: Standing; found: number }>()
  return {
    facts,
    pieces: kept,
    classOf: (standing, day) => {
      // One person is often asked about again with nothing but another birth date.
      const before = last.get(day)
      if (before && fields.every((field) => before.standing[field] === standing[field])) return before.found
      const key = answers(standing, day)
      const found = classes.get(key)
      if (found === undefined)
        throw new RangeError(`No class of ${[...facts].join(', ')} answers like this person (${key})`)
      last.set(day, { standing, found })
      return found
    },
  }
}

/** The largest parts of a condition that read nothing but some facts; the rest of it is built from their answers. */
function partsWithin(condition: Condition, facts: ReadonlySet<ReadFact>): Condition[] {
  const read = factsOf(condition)
  if (read.isSubsetOf(facts)) return [condition]
  if (read.isDisjointFrom(facts)) return []
  if (condition.kind === 'not') return partsWithin(condition.of, facts)
  if (condition.kind !== 'all' && condition.kind !== 'any') return [condition]
  const inside = condition.of.filter((part) => factsOf(part).isSubsetOf(facts))
  const rest = condition.of.filter((part) => !inside.includes(part))
  return [
    ...(inside.length > 0 ? [{ kind: condition.kind, of: inside }] : []),
    ...rest.flatMap((part) => partsWithin(part, facts)),
  ]
}

/** A person made of pieces, on a day; of what no piece speaks, nothing particular is known. */
export function standingOf(pieces: readonly Piece[], at: Instant): Standing {
  const whole = pieces.reduce(joined, { facts: {} })
  return {
    ...plainStanding,
    ...whole.facts,
    born: bornAt(whole.age ?? 30 * 12, at),
    children: (whole.children ?? []).map(({ age, ...child }) => ({ ...child, born: bornAt(age, at) })),
  }
}

function joined(one: Piece, other: Piece): Piece {
  const age = one.age ?? other.age
  const children = one.children ?? other.children
  return {
    facts: { ...one.facts, ...other.facts },
    ...(age !== undefined && { age }),
    ...(children && { children }),
  }
}

/** The last day of birth to have that age; text that compares like a day, though its month may be too short for it. */
function bornAt(months: number, at: Instant): CivilDate {
  return at.bornBy(months) as CivilDate
}

function agesNamed(leaf: Condition): number[] {
  return leaf.kind === 'ageFrom' || leaf.kind === 'ageBelow' ? [leaf.months] : []
}

/** The ages at which the rules change their mind about a person, in months; from birth on they are of one mind until the next. */
export function agesIn({ conditions }: Reading): number[] {
  return withZero(conditions.flatMap(leaves).flatMap(agesNamed))
}

function piecesOf(fact: ReadFact, reading: Reading, at: Instant): Piece[] {
  if (fact === 'age') return agesIn(reading).map((age) => ({ facts: {}, age }))
  if (fact === 'children') return childrenPieces(reading, at)
  if (fact === 'amounts') return amountPieces(reading, at)
  if (fact === 'territory')
    return [...new Set(['central', ...reading.conditions.flatMap(leaves).flatMap(territoriesNamed)])].map(
      (territory) => ({ facts: { territory } }),
    )
  const values = Object.hasOwn(choices, fact) ? choices[fact as ChoiceFact] : [false, true]
  const plain = plainStanding[fact]
  // The plain value first, so that a search through the classes begins with plain people.
  return [plain, ...values.filter((value) => value !== plain)].map((value) => ({ facts: { [fact]: value } }))
}

function territoriesNamed(leaf: Condition): readonly string[] {
  return leaf.kind === 'livesIn' ? leaf.territories : []
}

/** Sums on both sides of every limit, each made in every way from the amounts that count towards it. */
function amountPieces({ conditions }: Reading, at: Instant): Piece[] {
  const limits = conditions
    .flatMap(leaves)
    .flatMap((leaf) =>
      leaf.kind === 'amountBelow'
        ? [{ facts: leaf.facts, limit: leaf.limit === 'social_pension' ? at.socialPension : leaf.limit }]
        : [],
    )
  const values = withZero(limits.flatMap(({ limit }) => [limit - 1, limit])).filter((value) => value >= 0)
  const facts = [...new Set<AmountFact>(limits.flatMap((one) => one.facts))]
  return facts.reduce<Piece[]>(
    (pieces, fact) =>
      pieces.flatMap((piece) => values.map((value) => joined(piece, { facts: { [fact]: dong(value) } }))),
    [{ facts: {} }],
  )
}

/** As many children as can matter of every kind the tests tell apart. */
function childrenPieces(reading: Reading, at: Instant): Piece[] {
  const counts = distinct([
    ...reading.counts.map(({ of }) => of),
    ...reading.conditions
      .flatMap(leaves)
      .flatMap((leaf) => (leaf.kind === 'countAtLeast' ? [leaf.children] : [])),
  ])
  const kinds = kindsOfChildren(counts, at)
  let families: ChildPiece[][] = [[]]
  const known = new Map<string, ChildPiece[]>()
  const answers = (children: ChildPiece[]) => {
    const standing = standingOf([{ facts: {}, children }], at)
    return counts.map((one) => Math.min(count(one, standing, at), reading.cap)).join()
  }
  while (families.length > 0) {
    const next: ChildPiece[][] = []
    for (const family of families) {
      const key = answers(family)
      if (known.has(key)) continue
      known.set(key, family)
      next.push(...kinds.map((kind) => [...family, kind]))
    }
    families = next
  }
  return [...known.values()].map((children) => ({ facts: {}, children }))
}

function kindsOfChildren(counts: readonly ChildCount[], at: Instant): ChildPiece[] {
  const tests = counts.flatMap(({ anyOf }) => anyOf)
  const ages = withZero(tests.flatMap(({ fromMonths, belowMonths }) => [fromMonths, belowMonths]))
  const known = new Map<string, ChildPiece>()
  for (const age of ages)
    for (const isStudying of [false, true])
      for (const continued of [false, true]) {
        const child = { age, isStudying, continued }
        const standing = standingOf([{ facts: {}, children: [child] }], at)
        const key = counts.map((one) => count(one, standing, at)).join('')
        if (/1/.test(key) && !known.has(key)) known.set(key, child)
      }
  return [...known.values()]
}

/** What a condition reads, groups it names not included. */
export function factsOf(condition: Condition): ReadonlySet<ReadFact> {
  const known = read.get(condition)
  if (known) return known
  const facts = new Set(leaves(condition).flatMap(factsRead))
  read.set(condition, facts)
  return facts
}
const read = new WeakMap<Condition, ReadonlySet<ReadFact>>()

function factsRead(leaf: Condition): ReadFact[] {
  if (leaf.kind === 'is' || leaf.kind === 'flag') return [leaf.fact]
  if (leaf.kind === 'ageFrom' || leaf.kind === 'ageBelow') return ['age']
  if (leaf.kind === 'livesIn') return ['territory']
  if (leaf.kind === 'countAtLeast') return ['children']
  return leaf.kind === 'amountBelow' ? ['amounts'] : []
}

function leaves(condition: Condition): Condition[] {
  if (condition.kind === 'not') return leaves(condition.of)
  return condition.kind === 'all' || condition.kind === 'any' ? condition.of.flatMap(leaves) : [condition]
}

function withZero(values: readonly (number | undefined)[]): number[] {
  return [...new Set([0, ...values.filter((value) => value !== undefined)])].toSorted((a, b) => a - b)
}

function distinct<Value>(values: readonly Value[]): Value[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()]
}
