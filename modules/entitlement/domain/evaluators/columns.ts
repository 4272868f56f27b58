import type { CivilDate } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import { benefits, type Benefit, type PersonMonth } from '../determination.ts'
import { amounts, childFacts, choices, flags, type ChoiceFact, type FlagFact } from '../facts.ts'
import { fingerprint } from '../fingerprint.ts'
import type { Standing } from '../standing.ts'

/** Standings in columns: a nation of them is a few hundred megabytes, and a loop over them allocates nothing. */
export type StandingColumns = {
  readonly length: number
  /** yyyymmdd; `nobody` where there is no standing. */
  readonly born: Int32Array
  /** Every choice and flag of a standing, packed. */
  readonly facts: Int32Array
  /** Index in the list of territories the columns were made with. */
  readonly territory: Uint16Array
  readonly pension: Int32Array
  readonly socialInsurance: Int32Array
  readonly meritorious: Int32Array
  /** One more than there are persons: where the children of each begin. */
  readonly childrenFrom: Int32Array
  readonly childBorn: Int32Array
  readonly childFacts: Uint8Array
}

/** Many persons in one month; one object for both ends where nothing about anybody changed within it. */
export type MonthColumns = {
  readonly earlier: StandingColumns
  readonly later: StandingColumns
  /** On the day the procedure turned within the month (C5); as it began, where they are left out. */
  readonly atTurn?: StandingColumns | undefined
  /** In between (`StoodWithin`), as old as on the last day of each; one more beginning than there are persons. */
  readonly within?: { readonly stood: StandingColumns; readonly from: Int32Array } | undefined
  /** A bit for each benefit with an open award, in the order of `benefits`. */
  readonly awarded: Uint8Array
}

/** The birth date of nobody: no age is ever reached, so nothing is ever due. */
export const nobody = 9999_12_31

/** Every benefit awarded: what the law would give. */
export const allAwarded = 255

/** Where a choice stands in the packed facts. */
export type Field = { readonly shift: number; readonly mask: number }

const { fieldOf, bitOf, width } = layOut()

/** Changes with the layout, so that packed facts that were stored under another one are known for stale. */
export const layoutVersion: string = fingerprint({ choices, flags, childFacts, amounts, benefits }).slice(
  0,
  16,
)

export { bitOf, fieldOf }

/** Choices and flags in the order of `facts.ts`, each in as few bits as it needs. */
function layOut() {
  const fieldOf = {} as Record<ChoiceFact, Field> // Filled for every choice below.
  const bitOf = {} as Record<FlagFact, number> // And for every flag.
  let width = 0
  for (const [fact, words] of Object.entries(choices)) {
    const bits = 32 - Math.clz32(words.length - 1)
    fieldOf[fact as ChoiceFact] = { shift: width, mask: (1 << bits) - 1 } // The keys of `choices`.
    width += bits
  }
  for (const flag of flags) bitOf[flag] = width++
  return { fieldOf, bitOf, width }
}
/** Beyond the facts, where the share of a couple turns with the month (`stood.ts`): read by `factsAsMonthBegins` alone. */
export const turnsBit = 1 << width
if (width >= 32)
  throw new RangeError(`Facts need ${width} bits; columns hold 32. Widen StandingColumns.facts.`)

/** Choices and flags of a standing in one number. */
export function packFacts(standing: Omit<Standing, 'born'>): number {
  let packed = 0
  for (const fact of choiceFacts) {
    const words: readonly string[] = choices[fact]
    packed |= words.indexOf(standing[fact]) << fieldOf[fact].shift
  }
  for (const flag of flags) if (standing[flag]) packed |= 1 << bitOf[flag]
  return packed
}

/** What `packFacts` packed. */
export function unpackFacts(packed: number): Pick<Standing, ChoiceFact | FlagFact> {
  const chosen = choiceFacts.map((fact) => {
    const { shift, mask } = fieldOf[fact]
    return [fact, choices[fact][(packed >>> shift) & mask]]
  })
  const flagged = flags.map((flag) => [flag, ((packed >>> bitOf[flag]) & 1) === 1])
  // Every choice and flag was named, with a word or a truth of its own.
  return Object.fromEntries([...chosen, ...flagged]) as Pick<Standing, ChoiceFact | FlagFact>
}
/** Packed facts of the day before a month, as that month asks about them: what `asMonthBegins` is to a standing. */
export function factsAsMonthBegins(packed: number): number {
  return packed & turnsBit ? (packed ^ (1 << bitOf.spouseHasParentingSupport)) & ~turnsBit : packed
}

const choiceFacts = Object.keys(choices) as ChoiceFact[] // Object.keys forgets the type of the keys.

export function packChildFacts(child: Standing['children'][number]): number {
  let packed = 0
  childFacts.forEach((fact, bit) => {
    if (child[fact]) packed |= 1 << bit
  })
  return packed
}

/** `2026-11-30` as 20261130, which compares in the same way. */
export function packDay(day: string): number {
  return Number(day.slice(0, 4)) * 10_000 + Number(day.slice(5, 7)) * 100 + Number(day.slice(8, 10))
}

export function unpackDay(packed: number): CivilDate {
  const text = String(packed).padStart(8, '0')
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` as CivilDate // Packed from a civil date.
}

/** The bits of the benefits awarded. */
export function packAwarded(awarded: ReadonlySet<Benefit> | 'all'): number {
  if (awarded === 'all') return allAwarded
  let packed = 0
  for (const benefit of awarded) packed |= 1 << benefits.indexOf(benefit)
  return packed
}

/** Territories by their index in columns; a list that grows, shared by the columns of both ends of a month. */
export type Territories = { readonly names: string[]; readonly indexOf: (territory: string) => number }

export function territoriesOf(known: readonly string[] = ['central']): Territories {
  const names = [...known]
  const indexes = new Map(names.map((name, index) => [name, index]))
  return {
    names,
    indexOf(territory) {
      const index = indexes.get(territory)
      if (index !== undefined) return index
      indexes.set(territory, names.length)
      return names.push(territory) - 1
    },
  }
}

/** Columns that grow with each person added; made anew batch by batch, they keep the room they have. */
export type ColumnsBuilder = {
  add: (standing: Standing | undefined) => void
  /** A person whose values come packed; the children follow by `addChild`. */
  addPacked: (person: PackedStanding) => void
  /** One more child of the person added last. */
  addChild: (born: number, facts: number) => void
  /** Views of what was added, valid until the next addition. */
  columns: () => StandingColumns
  clear: () => void
}

export type PackedStanding = {
  readonly born: number
  readonly facts: number
  readonly territory: number
  readonly pension: number
  readonly socialInsurance: number
  readonly meritorious: number
}

const absent: PackedStanding = {
  born: nobody,
  facts: 0,
  territory: 0,
  pension: 0,
  socialInsurance: 0,
  meritorious: 0,
}

export function buildColumns(territories: Territories, capacity = 1024): ColumnsBuilder {
  let own = ownColumns(capacity)
  let children = childColumns(capacity)
  let length = 0
  let childCount = 0

  function addPacked(person: PackedStanding) {
    if (length === own.born.length) own = copied(own, ownColumns(length * 2))
    own.born[length] = person.born
    own.facts[length] = person.facts
    own.territory[length] = person.territory
    own.pension[length] = person.pension
    own.socialInsurance[length] = person.socialInsurance
    own.meritorious[length] = person.meritorious
    length++
    own.childrenFrom[length] = childCount
  }

  function addChild(born: number, facts: number) {
    if (childCount === children.childBorn.length)
      children = copied(children, childColumns(Math.max(childCount, 16) * 2))
    children.childBorn[childCount] = born
    children.childFacts[childCount] = facts
    childCount++
    own.childrenFrom[length] = childCount
    if (childCount - own.childrenFrom[length - 1]! > mostChildren) throw new RangeError('Too many children')
  }

  return {
    addPacked,
    addChild,
    add(standing) {
      if (!standing) {
        addPacked(absent)
        return
      }
      addPacked({
        born: packDay(standing.born),
        facts: packFacts(standing),
        territory: territories.indexOf(standing.territory),
        pension: whole(standing.pension),
        socialInsurance: whole(standing.socialInsurance),
        meritorious: whole(standing.meritorious),
      })
      for (const child of standing.children) addChild(packDay(child.born), packChildFacts(child))
    },
    columns: () => ({
      length,
      born: own.born.subarray(0, length),
      facts: own.facts.subarray(0, length),
      territory: own.territory.subarray(0, length),
      pension: own.pension.subarray(0, length),
      socialInsurance: own.socialInsurance.subarray(0, length),
      meritorious: own.meritorious.subarray(0, length),
      childrenFrom: own.childrenFrom.subarray(0, length + 1),
      childBorn: children.childBorn.subarray(0, childCount),
      childFacts: children.childFacts.subarray(0, childCount),
    }),
    clear() {
      length = 0
      childCount = 0
    },
  }
}

/** Units of a due are one byte. */
const mostChildren = 255

function whole(amount: number): number {
  if (amount !== (amount | 0)) throw new RangeError(`${amount} đ is no monthly amount columns can hold`)
  return amount
}

function ownColumns(capacity: number) {
  return {
    born: new Int32Array(capacity),
    facts: new Int32Array(capacity),
    territory: new Uint16Array(capacity),
    pension: new Int32Array(capacity),
    socialInsurance: new Int32Array(capacity),
    meritorious: new Int32Array(capacity),
    childrenFrom: new Int32Array(capacity + 1),
  }
}

function childColumns(capacity: number) {
  return { childBorn: new Int32Array(capacity), childFacts: new Uint8Array(capacity) }
}

type Column = Int32Array | Uint16Array | Uint8Array

function copied<Columns extends Record<string, Column>>(from: Columns, into: Columns): Columns {
  for (const [name, column] of Object.entries(from)) into[name]!.set(column)
  return into
}

/** Standings in columns; nobody where there is none. */
export function columnsOf(
  standings: readonly (Standing | undefined)[],
  territories: Territories,
): StandingColumns {
  const builder = buildColumns(territories, Math.max(standings.length, 1))
  for (const standing of standings) builder.add(standing)
  return builder.columns()
}

/**
 * A birth date that is, on the last day of a month, as old as this one was on a day of it; nobody’s where it came after that
 * day. Ages are whole months, so a birthday still to come is as good as one on the first of the next month.
 */
export function bornAsOf(day: number, born: number): number {
  if (born > day) return nobody
  if (born % 100 <= day % 100) return born
  const next = Math.trunc(born / 100) + 1
  return (next % 100 === 13 ? next + 88 : next) * 100 + 1
}

/** How somebody stood on the last day of their life, as columns ask about it at the end of the month. */
export function asAtMonthEnd({ later, livedThrough }: PersonMonth): Standing | undefined {
  return later && livedThrough ? asOldAsOn(later, livedThrough) : later
}

/** Somebody as columns ask about them at the end of the month who are no older than they were on a day of it. */
export function asOldAsOn(later: Standing, through: CivilDate): Standing {
  const day = packDay(through)
  const asOf = (born: CivilDate) => unpackDay(bornAsOf(day, packDay(born)))
  return {
    ...later,
    born: asOf(later.born),
    children: later.children.flatMap((child) =>
      child.born > through ? [] : [{ ...child, born: asOf(child.born) }],
    ),
  }
}

/** Persons of one month in columns. */
export function monthColumnsOf(persons: readonly PersonMonth[], territories: Territories): MonthColumns {
  const ends = persons.map(asAtMonthEnd)
  const later = columnsOf(ends, territories)
  const isUnchanged = persons.every((person, index) => person.earlier === ends[index])
  const isTurned = persons.some(({ atTurn }) => atTurn)
  return {
    later,
    ...(persons.some(({ within }) => within) && { within: withinColumnsOf(persons, territories) }),
    ...(isTurned && {
      atTurn: columnsOf(
        persons.map(({ atTurn, earlier }) => atTurn ?? earlier),
        territories,
      ),
    }),
    earlier: isUnchanged
      ? later
      : columnsOf(
          persons.map((person) => person.earlier),
          territories,
        ),
    awarded: Uint8Array.from(persons, ({ awarded }) => packAwarded(awarded)),
  }
}

function withinColumnsOf(persons: readonly PersonMonth[], territories: Territories) {
  const stood = persons.flatMap(({ within = [] }) =>
    within.map(({ standing, through }) => asOldAsOn(standing, through)),
  )
  const from = new Int32Array(persons.length + 1)
  for (const [index, { within = [] }] of persons.entries()) from[index + 1] = from[index]! + within.length
  return { stood: columnsOf(stood, territories), from }
}

/** A person taken out of columns again. How much of a birth date is known is not kept, because no rule asks for it. */
export function standingAt(
  columns: StandingColumns,
  index: number,
  territories: readonly string[],
  factsOf: (packed: number) => number = (packed) => packed,
): Standing | undefined {
  const born = columns.born[index]!
  if (born === nobody) return undefined
  const children = []
  for (let child = columns.childrenFrom[index]!; child < columns.childrenFrom[index + 1]!; child++) {
    const facts = columns.childFacts[child]!
    const has = (fact: (typeof childFacts)[number]) => ((facts >>> childFacts.indexOf(fact)) & 1) === 1
    children.push({
      born: unpackDay(columns.childBorn[child]!),
      isStudying: has('isStudying'),
      continued: has('continued'),
    })
  }
  return {
    ...unpackFacts(factsOf(columns.facts[index]!)),
    born: unpackDay(born),
    bornPrecision: 'day',
    territory: territories[columns.territory[index]!]!,
    pension: dong(columns.pension[index]!),
    socialInsurance: dong(columns.socialInsurance[index]!),
    meritorious: dong(columns.meritorious[index]!),
    children,
  }
}
