import {
  allAwarded,
  benefits,
  bitOf,
  components,
  dueColumns,
  type DueColumns,
  type Kernel,
  type MonthColumns,
} from '#modules/entitlement'
import type { Baseline } from './baseline.ts'
import { pick, type Register } from './register.ts'

/** What a new decision would add for somebody, beside what they have and what they could have had. */
export type Fresh = {
  readonly index: number
  readonly paid: number
  readonly amount: number
  /** What the reform gives for the rights there were, and for all there are; of each, their place. */
  readonly couldKeep: DueColumns
  readonly given: DueColumns
  readonly place: number
}

/** Two laws over a register, and which benefits the second gives everybody. */
type Compared = {
  readonly register: Register
  readonly isInArea: readonly boolean[]
  readonly before: Kernel
  readonly baseline: Baseline
  readonly after: Kernel
  readonly rights: Uint8Array
}

/** What somebody could have asked for, what they may ask for now, and what their spouse could have had in its place. */
type Claim = { readonly could: number; readonly may: number; readonly elsewhere: number }

/** The benefit of which a couple has one (CARE-2). */
const share = 1 << benefits.indexOf('parenting_support')

/**
 * Tells of everybody whom a reform gives a right they never had. Whoever could have had as much under the law in force,
 * and has not applied, gains nothing by it.
 */
export function newlyEligible(compared: Compared, tell: (fresh: Fresh) => void) {
  const { register, isInArea, before, baseline, after, rights } = compared
  const { awarded } = register.columns
  const newsOf = (index: number) => rights[index]! & ~baseline.rights[index]! & ~awarded[index]!
  const claimOf = (index: number): Claim => {
    const could = awarded[index]! | baseline.rights[index]!
    return { could, may: could | rights[index]!, elsewhere: 0 }
  }

  /** These people one by one, none of whom shares a right with another. */
  function countEach(people: readonly number[]) {
    count(people, people.map(claimOf), standingOf(people))
  }

  /**
   * Married people whom the reform gives something, and those whose spouse loses the share of the couple by it. Of a share
   * both could draw, the higher is drawn; of two alike, by the one who stands first in the register.
   */
  function countMarried(people: readonly number[], freed: ReadonlySet<number>) {
    const free = [...freed].filter(
      (index) => isInArea[register.area[index]!] && (awarded[index]! & share) === 0,
    )
    const all = [...new Set([...people, ...free])].toSorted((one, other) => one - other)
    const standing = standingOf(all, freed)
    const worth = new Map(sharesBy(after, standing).map((amount, place) => [all[place]!, amount] as const))
    // Of whoever lives elsewhere the reform says nothing.
    const isNew = (index: number) =>
      isInArea[register.area[index]!]! &&
      ((newsOf(index) & share) !== 0 || (freed.has(index) && (worth.get(index) ?? 0) > 0))
    const unclaimed = unclaimedShares(all.filter(isNew).map((index) => register.spouse[index]!))
    const claims = all.map((index): Claim => {
      const claim = claimOf(index)
      if (!isNew(index)) return claim
      const spouse = register.spouse[index]!
      const [own, other] = [worth.get(index)!, isNew(spouse) ? worth.get(spouse)! : 0]
      const elsewhere = unclaimed.get(spouse) ?? 0
      const isDrawn = own > other || (own === other && index < spouse)
      return isDrawn && own > elsewhere
        ? { ...claim, may: claim.may | share, elsewhere }
        : { ...claim, may: claim.may & ~share }
    })
    count(all, claims, standing)
  }

  /** The shares these people could have had under the law in force, as the law of where they live would give them now. */
  function unclaimedShares(people: readonly number[]): ReadonlyMap<number, number> {
    const could = people.filter((index) => (baseline.rights[index]! & ~awarded[index]! & share) !== 0)
    return new Map(
      [true, false].flatMap((isInside) => {
        const some = could.filter((index) => isInArea[register.area[index]!] === isInside)
        const amounts = sharesBy(isInside ? after : before, standingOf(some))
        return some.map((index, place) => [index, amounts[place]!] as const)
      }),
    )
  }

  function count(people: readonly number[], claims: readonly Claim[], standing: MonthColumns) {
    if (people.length === 0) return
    const give = (kernel: Kernel, bits: (place: number) => number) =>
      run(kernel, { ...standing, awarded: Uint8Array.from(people, (_, place) => bits(place)) })
    const couldHave = give(before, (place) => claims[place]!.could)
    const couldKeep = give(after, (place) => claims[place]!.could)
    const given = give(after, (place) => claims[place]!.may)
    const has = give(after, (place) => awarded[people[place]!]!)
    people.forEach((index, place) => {
      const paid = sumAt(has, place)
      const unclaimed = Math.max(
        sumAt(couldHave, place) - sumAt(baseline.due, index),
        sumAt(couldKeep, place) - paid,
      )
      const amount = sumAt(given, place) - paid - unclaimed - claims[place]!.elsewhere
      tell({ index, paid, amount, couldKeep, given, place })
    })
  }

  /** How people stand, apart from the others; for some, no spouse draws the share. */
  function standingOf(people: readonly number[], freed: ReadonlySet<number> = new Set()): MonthColumns {
    const standing = pick(register.columns, people, new Uint8Array(people.length))
    people.forEach((index, place) => {
      if (!freed.has(index)) return
      for (const { facts } of [standing.earlier, standing.later])
        facts[place]! &= ~(1 << bitOf.spouseHasParentingSupport)
    })
    return standing
  }

  return { countEach, countMarried }
}

/** What the share of a couple would come to for each, whatever else they have. */
function sharesBy(kernel: Kernel, standing: MonthColumns): number[] {
  const all = new Uint8Array(standing.later.length).fill(allAwarded)
  return [...run(kernel, { ...standing, awarded: all }).amount.parenting]
}

function run(kernel: Kernel, standing: MonthColumns): DueColumns {
  const found = dueColumns(standing.later.length)
  kernel.run(standing, found)
  return found
}

function sumAt({ amount }: DueColumns, place: number): number {
  return components.reduce((sum, component) => sum + amount[component][place]!, 0)
}
