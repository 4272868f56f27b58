import { firstDayOf, lastDayOf, addDays, type Month } from '#kernel/civil-date'
import {
  allAwarded,
  benefitOf,
  benefits,
  compileMonth,
  components,
  dueColumns,
  fieldOf,
  instantOn,
  type DueColumns,
  type Kernel,
  type MonthColumns,
  type MonthLaw,
} from '#modules/entitlement'
import { emptyCells, levels, type Cells } from './cells.ts'
import { survivalAfter, type LifeTable } from './life-table.ts'
import type { LineFinder, Lines } from './lines.ts'

/** Everybody the register knows of at the end of a month, in columns, and the number of the unit each is counted in. */
export type KnownPeople = {
  readonly month: Month
  readonly columns: MonthColumns
  /** 1 for whoever died or left within the month. */
  readonly isOver: Uint8Array
  readonly territories: readonly string[]
  /** -1 for whoever lives outside. */
  readonly area: Int32Array
  readonly areas: number
}

export type Ways = {
  readonly lines: Lines
  readonly lawOf: (month: Month) => MonthLaw
  readonly lifeTable: LifeTable
  readonly mortalityPercent: number
  readonly takeUpPercent: number
}

export type Projection = {
  /** What the month that is known pays by its awards, on the level `base`. */
  readonly now: () => Cells
  /** A month to come: nothing about anybody changes but age, the law, and who is still alive. */
  readonly in: (month: Month) => Cells
}

const [base, ageing, ofLaw, deaths] = levels.map((_, place) => place) as [number, number, number, number]

/**
 * Takes everybody through the months to come by the law itself. Facts stay as they are: a list of the poor is taken to be
 * carried on. Whom age or a new law gives a right they did not have is granted it, by the share that asks.
 */
export function project(people: KnownPeople, ways: Ways): Projection {
  const { columns, isOver, territories, area, areas } = people
  const { lines, lawOf, takeUpPercent } = ways
  const { length } = columns.later
  const { awarded } = columns
  const steady = { earlier: columns.later, later: columns.later, awarded }
  const lawNow = lawOf(people.month)
  const kernelNow = compileMonth(lawNow, territories)
  const due = dueColumns(length)
  kernelNow.run(columns, due)
  const linesNow = lines.ofKernel(kernelNow)
  const rights = rightsOf(kernelNow, steady, dueColumns(length))
  const room = { frozen: roomFor(length), own: roomFor(length) }
  const share = takeUpPercent / 100

  function addBase(cells: Cells, index: number, level: number) {
    for (const component of components) {
      const amount = due.amount[component][index]!
      if (amount > 0)
        cells.add(area[index]!, linesNow(component, due.rule[component][index]!), level, 1, amount)
    }
  }

  return {
    now() {
      const cells = emptyCells(areas)
      for (let index = 0; index < length; index++)
        if (area[index]! >= 0 && awarded[index]! !== 0) addBase(cells, index, base)
      return cells
    },
    in(month) {
      const cells = emptyCells(areas)
      const law = lawOf(month)
      const own = givenIn(compileMonth(law, territories), room.own)
      const isOther = differs(lawNow, law, territories)
      const frozen = isOther ? givenIn(compileMonth(frozenIn(lawNow, month), territories), room.frozen) : own
      // Whoever dies within a month is paid for it: alive at the end of the month before is what counts.
      const lived = distance(people.month, month) - 1
      const alive = survivalAfter(ways.lifeTable, lived, ways.mortalityPercent)
      for (let index = 0; index < length; index++) {
        if (area[index]! < 0) continue
        if (awarded[index]! !== 0) addBase(cells, index, base)
        if (isOver[index] === 1) {
          // Paid in the month that is known, and never again.
          addBase(cells, index, ageing)
          addBase(cells, index, ofLaw)
          continue
        }
        addGiven(cells, index, { level: ageing, given: frozen, scale: 1 })
        addGiven(cells, index, { level: ofLaw, given: own, scale: 1 })
        addGiven(cells, index, {
          level: deaths,
          given: own,
          scale: aliveOf(alive, columns, index, people.month),
        })
      }
      return cells
    },
  }

  type Room = { readonly due: DueColumns; readonly wider: DueColumns; readonly awards: Uint8Array }
  type Given = Room & { readonly lines: LineFinder }

  function roomFor(persons: number): Room {
    return { due: dueColumns(persons), wider: dueColumns(persons), awards: new Uint8Array(persons) }
  }

  /** What the awards there are give, and what they give together with the rights that have come since. */
  function givenIn(kernel: Kernel, { due, wider, awards }: Room): Given {
    const since = rightsOf(kernel, steady, wider)
    for (let index = 0; index < length; index++)
      awards[index] = awarded[index]! | (since[index]! & ~rights[index]!)
    kernel.run(steady, due)
    kernel.run({ ...steady, awarded: awards }, wider)
    return { due, wider, awards, lines: lines.ofKernel(kernel) }
  }

  function addGiven(
    cells: Cells,
    index: number,
    { level, given, scale }: { level: number; given: Given; scale: number },
  ) {
    const hasMore = given.awards[index] !== awarded[index]
    if (awarded[index] === 0 && !hasMore) return
    const add = (from: DueColumns, weight: number) => {
      for (const component of components) {
        const amount = from.amount[component][index]!
        if (amount === 0 || weight === 0) continue
        const line = given.lines(component, from.rule[component][index]!)
        cells.add(area[index]!, line, level, weight, amount * weight)
      }
    }
    if (!hasMore) return add(given.due, scale)
    add(given.due, scale * (1 - share))
    add(given.wider, scale * share)
  }
}

/** A bit for each benefit the law would give something of, if it were granted. */
function rightsOf(kernel: Kernel, steady: MonthColumns, room: DueColumns): Uint8Array {
  const { length } = steady.later
  kernel.run({ ...steady, awarded: new Uint8Array(length).fill(allAwarded) }, room)
  const rights = new Uint8Array(length)
  for (const component of components) {
    const bit = 1 << benefits.indexOf(benefitOf[component])
    const amounts = room.amount[component]
    for (let index = 0; index < length; index++) if (amounts[index]! > 0) rights[index]! |= bit
  }
  return rights
}

/** The law of one month as if it were still that of another: only time goes by. */
function frozenIn(law: MonthLaw, month: Month): MonthLaw {
  return {
    ...law,
    month,
    turn: undefined,
    earlier: instantOn(addDays(firstDayOf(month), -1), law.earlier),
    later: instantOn(lastDayOf(month), law.later),
  }
}

/** Whether a month has other rules or amounts than another: whoever gains a right by them comes all at once. */
export function isReformed(one: MonthLaw, other: MonthLaw, territories: readonly string[]): boolean {
  const told = ({ version, later, base: baseOf }: MonthLaw) =>
    JSON.stringify([
      version,
      later.socialPension,
      territories.map((territory) => baseOf('standard', territory)),
    ])
  return told(one) !== told(other)
}

/** Whether two months give other amounts, or to others, for the same facts and ages. */
function differs(one: MonthLaw, other: MonthLaw, territories: readonly string[]): boolean {
  const told = ({ version, procedure, smallPension, meritoriousOverlap, later, base: baseOf }: MonthLaw) =>
    JSON.stringify([
      version,
      procedure.id,
      smallPension,
      meritoriousOverlap,
      later.socialPension,
      territories.map((territory) => baseOf('standard', territory)),
    ])
  return told(one) !== told(other)
}

function aliveOf(
  alive: readonly [Float64Array, Float64Array],
  { later }: MonthColumns,
  index: number,
  month: Month,
): number {
  const born = later.born[index]!
  const age = numberOf(month) - (Math.trunc(born / 10_000) * 12 + (Math.trunc(born / 100) % 100) - 1)
  const sex = (later.facts[index]! >>> fieldOf.sex.shift) & fieldOf.sex.mask
  const bySex = alive[sex === 0 ? 0 : 1]
  return bySex[Math.min(Math.max(age, 0), bySex.length - 1)]!
}

function numberOf(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
}

/** How many months the second is after the first. */
export function distance(from: Month, to: Month): number {
  return numberOf(to) - numberOf(from)
}
