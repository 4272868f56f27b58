import {
  addDays,
  addMonths,
  firstDayOf,
  lastDayOf,
  monthOf,
  type CivilDate,
  type Month,
} from '#kernel/civil-date'
import { dong, tenths, type Dong } from '#kernel/dong'
import { dayNumber, dayOfNumber, idBytes, type People } from '../db/people-stream.ts'
import {
  benefitOf,
  benefits,
  components,
  type Benefit,
  type Due,
  type PersonMonth,
} from '../domain/determination.ts'
import {
  bornAsOf,
  buildColumns,
  factsAsMonthBegins,
  packDay,
  standingAt,
  type Territories,
} from '../domain/evaluators/columns.ts'
import { compileMonth, type DueColumns, type Kernel } from '../domain/evaluators/kernel.ts'
import { engine } from '../domain/determine.ts'
import type { MonthLaw } from '../domain/law-in-force.ts'
import { growDues, noDues, roomFor, scratchOf, type Dues } from './dues-rooms.ts'

/** What a month gives some people, in their order and that of the components. */
export type MonthOfPeople = {
  /** The unit each lived in, or was awarded by; -1 for who has no award in the month or the one before. */
  readonly areaId: Int32Array
  /** A bit for each benefit with an open award; those whose award has lapsed are apart. */
  readonly awarded: Uint8Array
  readonly lapsed: Uint8Array
  /**
   * Index of the standing at the end of the month before, and of the month or of a life that ended within it; -1 where
   * there is none. On the day the procedure turned within the month, that index; -1 where it did not.
   */
  readonly earlier: Int32Array
  readonly later: Int32Array
  readonly atTurn: Int32Array
  /** The last day of a life that ended within the month; -1 for everybody else. */
  readonly livedThrough: Int32Array
  /** How many standings there were in between, at neither end: hardly anybody has any. */
  readonly between: Uint8Array
  readonly standingsBetween: (person: number) => readonly number[]
  readonly dues: Dues
}

/** A rule that lines are written from. */
export type MonthRule = { readonly id: string; readonly coefficient: number }

/** The law of a month, ready for people in columns. */
export type MonthRunner = {
  readonly month: Month
  readonly ruleSet: string
  readonly rules: readonly MonthRule[]
  /** What it returns holds until it is asked again. */
  readonly run: (people: People) => MonthOfPeople
}

type Gathered = readonly {
  readonly amount: Int32Array
  readonly rule: Uint8Array | Uint16Array
  readonly units: Uint8Array
}[]

const benefitOfComponent = components.map((component) => benefits.indexOf(benefitOf[component]))

/** Prepares a month under the law known on a day: its days, its law compiled, room for its results. Nothing before 2015. */
export function prepareMonth(
  month: Month,
  knownOn: CivilDate,
  territories: Territories,
): MonthRunner | undefined {
  const ml = engine.lawIn(month, knownOn)
  return ml && runnerOf(ml, territories)
}

function runnerOf(ml: MonthLaw, territories: Territories): MonthRunner {
  const days = daysOf(ml)
  const coefficients = new Map(
    ml.regime.rules.groups.flatMap(({ bands }) => bands.map(({ id, coefficient }) => [id, coefficient])),
  )
  let compiled = kernelOf(ml, territories.names)
  let known = territories.names.length
  const { steady, changing, awardedAt, earlierColumns, laterColumns, turnColumns, withinColumns } =
    scratchOf(territories)
  let room = roomFor(0)
  const dues = noDues()

  function run(people: People): MonthOfPeople {
    if (territories.names.length > known) {
      compiled = kernelOf(ml, territories.names)
      known = territories.names.length
    }
    const { length } = people
    if (room.areaId.length < length) room = roomFor(length)
    for (const columns of [earlierColumns, laterColumns, turnColumns, withinColumns]) columns.clear()
    let [changed, between] = [0, 0]
    place(people)
    // Whoever stands alike at both ends is asked about where they stand among all that was read: nothing is copied, and a
    // standing that is not of this month asks for nothing.
    const { columns } = people.standings
    const steadyAwarded = awardedAt(columns.length)
    const { row, awarded, earlier, later, atTurn, livedThrough, withinFrom } = room
    for (let person = 0; person < length; person++) {
      const bits = awarded[person]!
      const [before, after] = [earlier[person]!, later[person]!]
      row[person] = -1
      if (bits === 0 || (before < 0 && after < 0)) continue
      const lived = livedThrough[person]!
      if (before === after && lived < 0 && room.between[person] === 0) {
        steadyAwarded[after] = bits
        row[person] = after
      } else {
        add(earlierColumns, people, before, { factsOf: factsAsMonthBegins })
        add(laterColumns, people, after, lived < 0 ? {} : { day: packDay(dayOfNumber(lived)) })
        if (ml.turn) {
          const turned = atTurn[person]!
          if (turned < 0 || turned === before)
            add(turnColumns, people, before, { factsOf: factsAsMonthBegins })
          else add(turnColumns, people, turned)
        }
        for (const one of standingsBetween(people, room, person, days)) {
          add(withinColumns, people, one, { day: packDay(dayOfNumber(people.standings.ends[one]! - 1)) })
          between++
        }
        withinFrom[changed + 1] = between
        room.changingAwarded[changed] = bits
        row[person] = changed++
      }
    }
    const still = steady(columns.length)
    compiled.run({ earlier: columns, later: columns, awarded: steadyAwarded }, still)
    const moved = changing(changed)
    if (changed > 0)
      compiled.run(
        {
          earlier: earlierColumns.columns(),
          later: laterColumns.columns(),
          ...(ml.turn && { atTurn: turnColumns.columns() }),
          ...(between > 0 && { within: { stood: withinColumns.columns(), from: withinFrom } }),
          awarded: room.changingAwarded,
        },
        moved,
      )
    gather(people, still, moved)
    return { ...room, dues, standingsBetween: (person) => standingsBetween(people, room, person, days) }
  }

  /** Where each person stood and lived at both ends of the month, and what was open in it. */
  function place({ length, awards, awardsFrom, standings, standingsFrom }: People) {
    // Held here, because these loops turn millions of times for a province.
    const { begins: opens, ends: closes, lapses, benefit, areaId: payingArea } = awards
    const { begins, ends, areaId: home } = standings
    const { awarded, lapsed, earlier, later, atTurn, livedThrough, between, areaId } = room
    const { previous, dayBefore, first, turn, last, next } = days
    for (let person = 0; person < length; person++) {
      let [open, gone] = [0, 0]
      let awardArea = -1
      for (let award = awardsFrom[person]!; award < awardsFrom[person + 1]!; award++) {
        const until = closes[award]!
        if (opens[award]! >= next || until <= previous) continue
        const area = payingArea[award]!
        if (awardArea < 0 || area < awardArea) awardArea = area
        if (until <= first) continue
        if (lapses[award]! <= first) gone |= 1 << benefit[award]!
        else open |= 1 << benefit[award]!
      }
      let [before, after, turned, touching] = [-1, -1, -1, 0]
      for (let one = standingsFrom[person]!; one < standingsFrom[person + 1]!; one++) {
        const [from, until] = [begins[one]!, ends[one]!]
        if (from <= dayBefore && until > dayBefore) before = one
        // One after the other, so that the last of the month stays.
        if (from < next && until > first) {
          after = one
          touching++
        }
        if (from <= turn && until > turn) turned = one
      }
      awarded[person] = open
      lapsed[person] = gone
      // Whoever stood on no day of the month had gone when it began.
      earlier[person] = after < 0 ? -1 : before
      later[person] = after
      atTurn[person] = turned
      const ofEnds = after < 0 ? 0 : before >= 0 && before !== after && ends[before]! > first ? 2 : 1
      between[person] = touching - ofEnds
      livedThrough[person] = after >= 0 && ends[after]! <= last ? ends[after]! - 1 : -1
      const stood = after >= 0 ? after : before
      areaId[person] = awardArea < 0 || stood < 0 ? awardArea : home[stood]!
    }
  }

  function gather(people: People, still: DueColumns, moved: DueColumns) {
    dues.count = 0
    const [stillColumns, movedColumns] = [still, moved].map((from) =>
      components.map((component) => ({
        amount: from.amount[component],
        rule: from.rule[component],
        units: from.units[component],
      })),
    ) as unknown as [Gathered, Gathered] // Two were given.
    const { row: rows, awarded, earlier, later, livedThrough, between } = room
    for (let person = 0; person < people.length; person++) {
      const row = rows[person]!
      if (row < 0) continue
      const isStill = earlier[person] === later[person] && livedThrough[person]! < 0 && between[person] === 0
      const from = isStill ? stillColumns : movedColumns
      const bits = awarded[person]!
      for (let index = 0; index < benefitOfComponent.length; index++) {
        const benefit = benefitOfComponent[index]!
        if (((bits >>> benefit) & 1) === 0) continue
        const column = from[index]!
        const amount = column.amount[row]!
        if (amount === 0) continue
        if (dues.count === dues.person.length) growDues(dues)
        const due = dues.count++
        dues.person[due] = person
        dues.component[due] = index
        dues.rule[due] = column.rule[row]!
        dues.units[due] = column.units[row]!
        dues.amount[due] = amount
        dues.award[due] = openAward(people, person, benefit)
      }
    }
  }

  function openAward({ awards, awardsFrom }: People, person: number, benefit: number) {
    for (let award = awardsFrom[person]!; award < awardsFrom[person + 1]!; award++)
      if (
        awards.benefit[award] === benefit &&
        awards.begins[award]! < days.next &&
        awards.ends[award]! > days.first &&
        awards.lapses[award]! > days.first
      )
        return award
    throw new Error(`${benefits[benefit]} is due without an open award`)
  }

  return {
    month: ml.month,
    ruleSet: ml.version,
    rules: compiled.rules.map((id) => ({ id, coefficient: coefficients.get(id) ?? 0 })), // The first is no rule.
    run,
  }
}

/** The standings of a month that lay at neither end of it, one after the other. */
function standingsBetween(
  { standings: { begins, ends }, standingsFrom }: People,
  { earlier, later, between }: Pick<MonthOfPeople, 'earlier' | 'later' | 'between'>,
  person: number,
  { first, next }: Pick<ReturnType<typeof daysOf>, 'first' | 'next'>,
): readonly number[] {
  if (between[person] === 0) return []
  const found: number[] = []
  for (let one = standingsFrom[person]!; one < standingsFrom[person + 1]!; one++)
    if (begins[one]! < next && ends[one]! > first && one !== earlier[person] && one !== later[person])
      found.push(one)
  return found
}

/** One amount due, written out. */
export function dueAt({ rules, ruleSet }: MonthRunner, dues: Dues, index: number): Due {
  const { id, coefficient } = rules[dues.rule[index]!]!
  const units = dues.units[index]!
  const amount = dong(dues.amount[index]!)
  return {
    component: components[dues.component[index]!]!,
    rule: id,
    ruleSet,
    coefficient: tenths(coefficient),
    units,
    standard: standardOf(amount, coefficient, units),
    amount,
  }
}

/** A person as the interpreter asks for one. */
export function personMonthAt(
  people: People,
  {
    awarded,
    lapsed,
    earlier,
    later,
    atTurn,
    livedThrough,
    standingsBetween,
  }: Omit<MonthOfPeople, 'areaId' | 'dues'>,
  person: number,
  { month, knownOn, territories }: { month: Month; knownOn: CivilDate; territories: Territories },
): PersonMonth {
  const { awards, awardsFrom, standings } = people
  const stood = (index: number, factsOf?: (packed: number) => number) =>
    index < 0 ? undefined : standingAt(standings.columns, index, territories.names, factsOf)
  const lapses = new Map<Benefit, Month>()
  for (let award = awardsFrom[person]!; award < awardsFrom[person + 1]!; award++)
    if ((lapsed[person]! >>> awards.benefit[award]!) & 1)
      lapses.set(benefits[awards.benefit[award]!]!, monthOf(dayOfNumber(awards.lapses[award]!)))
  const last = stood(later[person]!)
  const turned = atTurn[person]!
  const lived = livedThrough[person]!
  const within = standingsBetween(person).map((one) => ({
    standing: stood(one)!, // Somebody stood so.
    through: dayOfNumber(standings.ends[one]! - 1),
  }))
  return {
    month,
    knownOn,
    earlier: earlier[person] === later[person] ? last : stood(earlier[person]!, factsAsMonthBegins),
    later: last,
    ...(lived >= 0 && { livedThrough: dayOfNumber(lived) }),
    ...(turned >= 0 && turned !== earlier[person] && { atTurn: stood(turned) }),
    ...(within.length > 0 && { within }),
    awarded: new Set(benefits.filter((_, bit) => (awarded[person]! >>> bit) & 1)),
    ...(lapses.size > 0 && { lapsed: lapses }),
  }
}

/** The base an amount was made from. */
export function standardOf(amount: number, coefficient: number, units: number): Dong {
  return dong((amount * 10) / (coefficient * units))
}

/**
 * Writes down what a month was computed from for some people, for the fingerprint of whatever is drawn from it: who,
 * where, which awards, and how they stood, as it was read. What it returns holds until it is asked again.
 */
export function sourceWriter() {
  let room = Buffer.alloc(2 ** 20)
  let at = 0
  const copy = (from: Buffer, start: number, end: number) => {
    if (at + end - start > room.length) room = Buffer.concat([room], room.length * 2)
    from.copy(room, at, start, end)
    at += end - start
  }
  const head = Buffer.alloc(8)
  return (
    people: People,
    { areaId, awarded, earlier, later, atTurn, livedThrough, standingsBetween }: MonthOfPeople,
    isIncluded: (person: number) => boolean,
    [first, end]: readonly [number, number] = [0, people.length],
  ): Buffer => {
    const { ids, awards, awardsFrom, standings } = people
    at = 0
    for (let person = first; person < end; person++) {
      if (!isIncluded(person)) continue
      copy(ids, person * idBytes, (person + 1) * idBytes)
      head.writeInt32LE(areaId[person]!)
      head.writeInt32LE(awarded[person]!, 4)
      copy(head, 0, head.length)
      const [from, until] = [awardsFrom[person]! * idBytes, awardsFrom[person + 1]! * idBytes]
      copy(awards.ids, from, until)
      copy(awards.payees, from, until)
      const { packed, packedFrom } = standings
      const [before, after] = [earlier[person]!, later[person]!]
      if (before >= 0) copy(packed, packedFrom[before]!, packedFrom[before + 1]!)
      if (after >= 0 && after !== before) copy(packed, packedFrom[after]!, packedFrom[after + 1]!)
      const turned = atTurn[person]!
      if (turned >= 0 && turned !== before && turned !== after)
        copy(packed, packedFrom[turned]!, packedFrom[turned + 1]!)
      for (const one of standingsBetween(person)) {
        copy(packed, packedFrom[one]!, packedFrom[one + 1]!)
        head.writeInt32LE(standings.ends[one]!)
        copy(head, 0, 4)
      }
      if (livedThrough[person]! < 0) continue
      head.writeInt32LE(livedThrough[person]!)
      copy(head, 0, 4)
    }
    return room.subarray(0, at)
  }
}

const kernels = new WeakMap<MonthLaw, Map<string, Kernel>>()

/** Kept, because a kernel is fast once it has run for a while. */
function kernelOf(ml: MonthLaw, territories: readonly string[]): Kernel {
  const known = kernels.get(ml) ?? new Map<string, Kernel>()
  kernels.set(ml, known)
  const key = territories.join()
  const kernel = known.get(key) ?? compileMonth(ml, territories)
  known.set(key, kernel)
  return kernel
}

function daysOf({ month, turn }: MonthLaw) {
  const first = firstDayOf(month)
  return {
    previous: dayNumber(firstDayOf(addMonths(month, -1))),
    dayBefore: dayNumber(addDays(first, -1)),
    first: dayNumber(first),
    /** No day at all where the procedure stays. */
    turn: turn ? dayNumber(turn.day) : Number.NEGATIVE_INFINITY,
    last: dayNumber(lastDayOf(month)),
    next: dayNumber(firstDayOf(addMonths(month, 1))),
  }
}

/** Filled anew for each standing copied, of which there are millions. */
const packed = { born: 0, facts: 0, territory: 0, pension: 0, socialInsurance: 0, meritorious: 0 }

/** Copies one standing, as old as it was on a day where one is said; the columns of somebody who is not there hold nobody. */
function add(
  columns: ReturnType<typeof buildColumns>,
  { standings }: People,
  index: number,
  { factsOf, day }: { factsOf?: (packed: number) => number; day?: number } = {},
) {
  if (index < 0) {
    columns.add(undefined)
    return
  }
  const from = standings.columns
  packed.born = day === undefined ? from.born[index]! : bornAsOf(day, from.born[index]!)
  packed.facts = factsOf ? factsOf(from.facts[index]!) : from.facts[index]!
  packed.territory = from.territory[index]!
  packed.pension = from.pension[index]!
  packed.socialInsurance = from.socialInsurance[index]!
  packed.meritorious = from.meritorious[index]!
  columns.addPacked(packed)
  for (let child = from.childrenFrom[index]!; child < from.childrenFrom[index + 1]!; child++) {
    const born = from.childBorn[child]!
    columns.addChild(day === undefined ? born : bornAsOf(day, born), from.childFacts[child]!)
  }
}
