import {
  choices,
  components,
  dueColumns,
  fieldOf,
  nobody,
  packDay,
  type DueColumns,
  type Kernel,
} from '#modules/entitlement'
import { chunk, markRights, type Baseline } from './baseline.ts'
import { newlyEligible, type Fresh } from './newly-eligible.ts'
import { slice, type Register } from './register.ts'
import { at, tallyOf, type Counts, type Tally } from './tally.ts'

/** The ages rows are cut by, in years; each band reaches to the next. */
export const ageBands = [0, 4, 16, 60, 75, 80] as const

/** Money a month under one law: what is due by the awards, and out of which standards it is made up. */
export type Sum = {
  readonly people: number
  readonly lines: number
  readonly amount: number
  /** Coefficients in tenths by the standard they are multiplied with. */
  readonly parts: ReadonlyMap<number, number>
}

export type Reckoning = {
  /** People the register knows of in the area. */
  readonly people: number
  readonly before: Sum
  readonly after: Sum
  /** Of everybody with an award; `unchanged` are people whose money stays as it is. */
  readonly all: Counts
  readonly unchanged: number
  /** The newly eligible who are paid something else already. */
  readonly freshAlreadyPaid: number
  /** How much more or less a month, and for how many people. */
  readonly differences: ReadonlyMap<number, number>
  /** By the group of the law; counts are of lines. `coefficients` are tenths before and after. */
  readonly byGroup: ReadonlyMap<string, Counts & { readonly coefficients: readonly [number, number] }>
  /** By the index of the unit in the register. */
  readonly byArea: ReadonlyMap<number, Counts>
  readonly bySex: readonly Counts[]
  readonly byAge: readonly Counts[]
  readonly byPoverty: readonly Counts[]
}

/**
 * Compares two laws over everybody who lives in the area. Whoever has awards is paid by them before and after; whoever
 * would need a new decision for what the reform opens is counted apart, as newly eligible.
 */
export function* reckon({
  register,
  isInArea,
  before,
  baseline,
  after,
}: {
  readonly register: Register
  /** By the index of the unit. */
  readonly isInArea: readonly boolean[]
  readonly before: Kernel
  readonly baseline: Baseline
  readonly after: Kernel
}): Generator<void, Reckoning> {
  const counting = countingFor(register, before, after)
  const due = dueColumns(chunk)
  const whole = dueColumns(chunk)
  const rights = new Uint8Array(register.length)
  const fresh = newlyEligible({ register, isInArea, before, baseline, after, rights }, (one) =>
    counting.fresh(one),
  )
  const married: number[] = []
  const freed = new Set<number>()
  const { awarded } = register.columns
  for (let from = 0; from < register.length; from += chunk) {
    const to = Math.min(from + chunk, register.length)
    after.run(slice(register.columns, from, to), due, 0, to - from)
    markRights(after, register, from, to, whole, rights)
    const opened: number[] = []
    for (let index = from; index < to; index++) {
      if (!isInArea[register.area[index]!]) continue
      // Without an award nothing is paid under either law, and most people have none.
      if (awarded[index] === 0) counting.unpaid()
      else {
        counting.person(index, baseline.due, index, due, index - from)
        if (losesShare(index, index - from)) freed.add(register.spouse[index]!)
      }
      if (rights[index]! & ~baseline.rights[index]! & ~awarded[index]!)
        (register.spouse[index]! < 0 ? opened : married).push(index)
    }
    fresh.countEach(opened)
    yield
  }
  fresh.countMarried(married, freed)
  return counting.result()

  /** Whether the reform takes the share of a couple from the one of them who draws it, so that it is free for the other. */
  function losesShare(index: number, place: number): boolean {
    return (
      register.spouse[index]! >= 0 &&
      due.amount.parenting[place] === 0 &&
      baseline.due.amount.parenting[index]! > 0
    )
  }
}

function countingFor(register: Register, before: Kernel, after: Kernel) {
  const groups = [...new Set([...before.ml.group.keys(), ...after.ml.group.keys()])]
  const coefficients = groups.map(() => [0, 0] as [number, number])
  const tallies = {
    group: tallyOf(groups.length),
    area: tallyOf(register.areas.length),
    sex: tallyOf(choices.sex.length),
    age: tallyOf(ageBands.length),
    poverty: tallyOf(choices.household.length),
    all: tallyOf(1),
  }
  const [was, becomes] = [rulesOf(before, groups), rulesOf(after, groups)]
  const sums = { before: emptySum(), after: emptySum() }
  const differences = new Map<number, number>()
  const ageAt = packDay(before.ml.later.day)
  const { earlier, later } = register.columns
  let [people, unchanged, freshAlreadyPaid] = [0, 0, 0]

  const keys: { tally: Tally; key: number }[] = [
    { tally: tallies.area, key: 0 },
    { tally: tallies.sex, key: 0 },
    { tally: tallies.age, key: 0 },
    { tally: tallies.poverty, key: 0 },
    { tally: tallies.all, key: 0 },
  ]
  const count = (counter: number, by: number) => {
    for (const { tally, key } of keys) tally.add(key, counter, by)
  }
  /** In which row of each table a person belongs. */
  const place = (index: number) => {
    const side = later.born[index] === nobody ? earlier : later
    const facts = side.facts[index]!
    keys[0]!.key = register.area[index]!
    keys[1]!.key = (facts >>> fieldOf.sex.shift) & fieldOf.sex.mask
    keys[2]!.key = bandOf(Math.floor((ageAt - side.born[index]!) / 10_000))
    keys[3]!.key = (facts >>> fieldOf.household.shift) & fieldOf.household.mask
  }

  return {
    unpaid() {
      people++
    },
    /** Somebody before and after, by the awards they have. */
    person(index: number, one: DueColumns, at1: number, other: DueColumns, at2: number) {
      people++
      let [sumBefore, sumAfter, isSwitched] = [0, 0, false]
      for (const component of components) {
        const [b, a] = [one.amount[component][at1]!, other.amount[component][at2]!]
        if (b === 0 && a === 0) continue
        sumBefore += b
        sumAfter += a
        if ((b === 0) !== (a === 0)) isSwitched = true
        const rule1 = b > 0 ? was[one.rule[component][at1]!]! : undefined
        const rule2 = a > 0 ? becomes[other.rule[component][at2]!]! : undefined
        if (rule1) {
          const tenths = rule1.coefficient * one.units[component][at1]!
          addPart(sums.before, b, tenths)
          coefficients[rule1.group]![0] += tenths
          tallies.group.add(rule1.group, at.peopleBefore, 1)
          tallies.group.add(rule1.group, at.before, b)
        }
        if (rule2) {
          const tenths = rule2.coefficient * other.units[component][at2]!
          addPart(sums.after, a, tenths)
          coefficients[rule2.group]![1] += tenths
          tallies.group.add(rule2.group, at.peopleAfter, 1)
          tallies.group.add(rule2.group, at.after, a)
        }
        if (a === b) continue
        const { group } = (rule2 ?? rule1)! // One of them is paid.
        tallies.group.add(group, b === 0 ? at.gained : a === 0 ? at.lost : a > b ? at.raised : at.lowered, 1)
        if (rule1 && rule2 && rule1.group !== rule2.group) tallies.group.add(group, at.switched, 1)
      }
      if (sumBefore === 0 && sumAfter === 0) return
      place(index)
      if (sumBefore > 0) {
        count(at.peopleBefore, 1)
        count(at.before, sumBefore)
      }
      if (sumAfter > 0) {
        count(at.peopleAfter, 1)
        count(at.after, sumAfter)
      }
      if (sumBefore > 0 && sumAfter > 0 && isSwitched) count(at.switched, 1)
      if (sumBefore === sumAfter) {
        unchanged++
        return
      }
      const difference = sumAfter - sumBefore
      count(
        sumBefore === 0 ? at.gained : sumAfter === 0 ? at.lost : difference > 0 ? at.raised : at.lowered,
        1,
      )
      differences.set(difference, (differences.get(difference) ?? 0) + 1)
    },
    /** Somebody to whom a new decision would give more than their awards do, and than the law in force could. */
    fresh({ index, paid, amount, couldKeep, given, place: at1 }: Fresh) {
      if (amount <= 0) return
      // More in all is more of one of them.
      const more = components.find(
        (component) => given.amount[component][at1]! > couldKeep.amount[component][at1]!,
      )!
      const { group } = becomes[given.rule[more][at1]!]!
      place(index)
      count(at.fresh, 1)
      count(at.freshAmount, amount)
      tallies.group.add(group, at.fresh, 1)
      tallies.group.add(group, at.freshAmount, amount)
      if (paid > 0) freshAlreadyPaid++
    },
    result(): Reckoning {
      const all = tallies.all.countsOf(0)
      return {
        people,
        before: { ...sums.before, people: all.peopleBefore },
        after: { ...sums.after, people: all.peopleAfter },
        all,
        unchanged,
        freshAlreadyPaid,
        differences,
        byGroup: new Map(
          groups.map((id, key) => [id, { ...tallies.group.countsOf(key), coefficients: coefficients[key]! }]),
        ),
        byArea: new Map(register.areas.map((_, key) => [key, tallies.area.countsOf(key)])),
        bySex: choices.sex.map((_, key) => tallies.sex.countsOf(key)),
        byAge: ageBands.map((_, key) => tallies.age.countsOf(key)),
        byPoverty: choices.household.map((_, key) => tallies.poverty.countsOf(key)),
      }
    },
  }
}

function bandOf(age: number): number {
  let band = ageBands.length - 1
  while (band > 0 && age < ageBands[band]!) band--
  return band
}

/** For each rule of a kernel, the place of its group in a list and its coefficient; nothing for the number that is no rule. */
function rulesOf({ ml, rules }: Kernel, groups: readonly string[]) {
  const known = new Map(
    [...ml.group.values()].flatMap(({ id: group, bands }) =>
      bands.map(({ id, coefficient }) => [id, { group: groups.indexOf(group), coefficient }] as const),
    ),
  )
  return rules.map((rule) => known.get(rule))
}

type MutableSum = { people: number; lines: number; amount: number; parts: Map<number, number> }

const emptySum = (): MutableSum => ({ people: 0, lines: 0, amount: 0, parts: new Map() })

function addPart(sum: MutableSum, amount: number, tenths: number) {
  sum.lines++
  sum.amount += amount
  const standard = (amount * 10) / tenths
  sum.parts.set(standard, (sum.parts.get(standard) ?? 0) + tenths)
}
