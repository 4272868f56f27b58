import type { CivilDate, Month } from '#kernel/civil-date'
import { dong, tenths, type Dong } from '#kernel/dong'
import { dayOfNumber, type People } from '../db/people-stream.ts'
import { components, type Due } from '../domain/determination.ts'
import {
  bornAsOf,
  buildColumns,
  factsAsMonthBegins,
  packDay,
  type Territories,
} from '../domain/evaluators/columns.ts'
import { compileMonth, type Kernel } from '../domain/evaluators/kernel.ts'
import { engine } from '../domain/determine.ts'
import type { MonthLaw } from '../domain/law-in-force.ts'
import { daysOf } from './days-of-month.ts'
import { noDues, roomFor, scratchOf, type Dues } from './dues-rooms.ts'
import { gatherDues } from './gather-dues.ts'
import { placePeople, standingsBetween } from './place-people.ts'

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
    placePeople(people, room, days)
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
    gatherDues({ people, room, days }, { still, moved }, dues)
    return { ...room, dues, standingsBetween: (person) => standingsBetween(people, room, person, days) }
  }

  return {
    month: ml.month,
    ruleSet: ml.version,
    rules: compiled.rules.map((id) => ({ id, coefficient: coefficients.get(id) ?? 0 })), // The first is no rule.
    run,
  }
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

/** The base an amount was made from. */
export function standardOf(amount: number, coefficient: number, units: number): Dong {
  return dong((amount * 10) / (coefficient * units))
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
