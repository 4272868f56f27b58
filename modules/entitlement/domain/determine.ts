import type { CivilDate, Month } from '#kernel/civil-date'
import { dong, tenths, timesTenths, type Dong } from '#kernel/dong'
import { law as vietnameseLaw } from '../law/index.ts'
import { benefits, type Benefit, type Due, type PersonMonth, type StoodWithin } from './determination.ts'
import {
  instantOn,
  monthLaws,
  monthsRevisedBy,
  type Instant,
  type Law,
  type MonthLaw,
} from './law-in-force.ts'
import type { Band, ChildCount, Combination, Condition, Group } from './rule-set.ts'
import type { Standing } from './standing.ts'

/** A group whose condition holds for a person on a day, with its band. */
export type Right = { readonly group: Group; readonly band: Band; readonly units: number }

/** The engine over a law: the reference meaning of the rules, small and obvious. */
export function engineFor(law: Law) {
  const lawIn = monthLaws(law)
  return {
    law,
    lawIn,
    /** What the law gives a person for a month, of the benefits awarded. */
    dueIn(person: PersonMonth): Due[] {
      const ml = lawIn(person.month, person.knownOn)
      return ml ? determine(ml, person).due : []
    },
  }
}

export const engine = engineFor(vietnameseLaw)

/** What the law gives a person for a month, of the benefits awarded. */
export const dueIn = (person: PersonMonth): Due[] => engine.dueIn(person)

/** Months whose amounts a law that came into force in between has revised; arrears come of them. */
export const monthsRevised = (knownBefore: CivilDate, knownNow: CivilDate): Month[] =>
  monthsRevisedBy(vietnameseLaw, knownBefore, knownNow)

/** What is due, and each decision on the way to it, for the explanation. */
export type Determined = {
  readonly rights: ReadonlyMap<Benefit, Monthly>
  readonly due: Due[]
  /** The benefit that gave way to a higher one, and the sums compared. */
  readonly gaveWay:
    { readonly benefit: Benefit; readonly to: Benefit; readonly sums: readonly [Dong, Dong] } | undefined
  /** Benefits that begin with the next month, because the month pays what they replace. */
  readonly waiting: readonly Benefit[]
  /** The monthly allowance gave way to one for meritorious service. */
  readonly belowMeritorious: Dong | undefined
}

/** The rights of one benefit in a month: what was held at both ends, and what the month pays. */
export type Monthly = {
  readonly earlier: readonly Right[]
  readonly later: readonly Right[]
  readonly paid: readonly Right[]
  readonly why:
    | 'nothing'
    | 'level_of_end'
    | 'level_of_start'
    | 'starts'
    | 'begins_and_ends'
    | 'stops_next_month'
    | 'shrinks_next_month'
    | 'grows_at_once'
  /** The days that are paid, of what both begins and ends in the month. */
  readonly within?: StoodWithin
}

const nothing: Monthly = { earlier: [], later: [], paid: [], why: 'nothing' }

/** Level, stop and combination of a month, from the two days that decide it. */
export function determine(ml: MonthLaw, person: PersonMonth): Determined {
  const rights = new Map<Benefit, Monthly>()
  for (const benefit of benefits)
    if (person.awarded === 'all' || person.awarded.has(benefit))
      rights.set(benefit, inMonth(ml, benefit, person))
  const standing = person.later ?? person.earlier
  if (!standing) return { rights, due: [], gaveWay: undefined, waiting: [], belowMeritorious: undefined }

  const dues = new Map<Benefit, Due[]>()
  for (const [benefit, monthly] of rights) {
    const priced = pricedAs(person, monthly)
    dues.set(
      benefit,
      monthly.paid.map((right) => price(ml, priced, right)),
    )
  }

  const allowance = sum(dues.get('monthly_allowance'))
  const isBelow = ml.meritoriousOverlap === 'highest' && allowance > 0 && standing.meritorious >= allowance
  if (isBelow) dues.set('monthly_allowance', [])

  const waiting = whatWaits(ml, rights, (benefit) => sum(dues.get(benefit)) > 0)
  for (const benefit of waiting) dues.set(benefit, [])

  let gaveWay: Determined['gaveWay']
  const { higherOf } = ml.regime.rules.combination
  if (higherOf) {
    const [one, other] = higherOf.benefits
    const sums = [sum(dues.get(one)), sum(dues.get(other))] as const
    if (sums[0] > 0 && sums[1] > 0) {
      const kept = sums[0] === sums[1] ? higherOf.keeps : sums[0] > sums[1] ? one : other
      const lost = kept === one ? other : one
      gaveWay = { benefit: lost, to: kept, sums: [sums[lost === one ? 0 : 1], sums[kept === one ? 0 : 1]] }
      dues.set(lost, [])
    }
  }
  return {
    rights,
    due: [...dues.values()].flat(),
    gaveWay,
    waiting,
    belowMeritorious: isBelow ? standing.meritorious : undefined,
  }
}

/** C20: of benefits that follow each other, those not held when the month began; where none was, nursing goes first. */
function whatWaits(
  ml: MonthLaw,
  rights: ReadonlyMap<Benefit, Monthly>,
  pays: (benefit: Benefit) => boolean,
): readonly Benefit[] {
  const { oneAMonth } = ml.regime.rules.combination
  if (!oneAMonth || !pays(oneAMonth.benefit)) return []
  const paying = oneAMonth.against.filter(pays)
  const wasHeld = (benefit: Benefit) => rights.get(benefit)!.earlier.length > 0
  return wasHeld(oneAMonth.benefit) || !paying.some(wasHeld) ? paying : [oneAMonth.benefit]
}

/** What one benefit pays in a month, before it is compared with others. */
export function inMonth(ml: MonthLaw, benefit: Benefit, person: PersonMonth): Monthly {
  const earlier = rightsOn(ml, ml.earlier, benefit, person.earlier)
  const later = rightsOn(ml, endOf(ml, person), benefit, person.later)
  if (earlier.length === 0 && later.length === 0) return begunAndEnded(ml, benefit, person)
  if (later.length === 0) return { earlier, later, paid: earlier, why: 'stops_next_month' }
  if (earlier.length === 0) return { earlier, later, paid: later, why: 'starts' }
  if (ml.procedure.adjust === 'month_after' || hasTurnedBefore(ml, benefit, person, earlier)) {
    const paid = earlier.map((right) => later.find((after) => growsAtOnce(ml, right, after)) ?? right)
    const grows = paid.some((right, index) => right !== earlier[index])
    return { earlier, later, paid, why: grows ? 'grows_at_once' : 'level_of_start' }
  }

  const { together } = ml.regime.rules.combination
  const shrinking = new Set<Right>()
  const paid = later.map((right) => {
    const before = earlier.find(({ group }) => group === right.group)
    if (!before || !right.group.shrinksNextMonth || worth(before) <= worth(right)) return right
    shrinking.add(before)
    return before
  })
  // What ended within the month is due once more, if it may stand beside what is left.
  const ending = earlier.filter((right) =>
    later.every(
      ({ group }) => group.component !== right.group.component && mayStand(together, group, right.group),
    ),
  )
  return {
    earlier,
    later,
    paid: [...paid, ...ending],
    why: ending.length > 0 ? 'stops_next_month' : shrinking.size > 0 ? 'shrinks_next_month' : 'level_of_end',
  }
}

/** A start counts from the month of the decision and a stop from the month after: what begins and ends in one month is due for it. */
function begunAndEnded(ml: MonthLaw, benefit: Benefit, { within = [] }: PersonMonth): Monthly {
  for (const stood of within.toReversed()) {
    const paid = rightsOn(ml, instantOn(stood.through, ml.later), benefit, stood.standing)
    if (paid.length > 0) return { earlier: [], later: [], paid, why: 'begins_and_ends', within: stood }
  }
  return nothing
}

/** The day the end of a month is asked about: its last, or the last of a life that ended within it. */
export function endOf(ml: MonthLaw, { livedThrough }: PersonMonth): Instant {
  return livedThrough ? instantOn(livedThrough, ml.later) : ml.later
}

/** C6: the same group is worth more at the end of the month, and does not wait for the next. */
function growsAtOnce({ month }: MonthLaw, before: Right, after: Right): boolean {
  const { group } = before
  const isBefore = group.growsAtOnce !== undefined && month < group.growsAtOnce.until
  return isBefore && after.group === group && worth(after) > worth(before)
}

/** C5: what changed in the month but before the procedure did, an age as well as a fact, is a change under the old procedure. */
export function hasTurnedBefore(
  ml: MonthLaw,
  benefit: Benefit,
  person: PersonMonth,
  earlier: readonly Right[],
): boolean {
  if (!ml.turn) return false
  const between = rightsOn(ml, ml.turn, benefit, person.atTurn ?? person.earlier)
  return total(between) !== total(earlier) || between.some(({ band }, index) => band !== earlier[index]?.band)
}

/** The highest right of a benefit on a day, or the two the exception of khoản 2 Điều 6 allows. */
export function rightsOn(
  ml: MonthLaw,
  at: Instant,
  benefit: Benefit,
  standing: Standing | undefined,
): readonly Right[] {
  if (!standing || standing.born > at.day) return []
  const held = heldOn(ml, at, benefit, standing)
  if (held.length === 0) return held
  for (const exclusion of ml.exclusionsOf.get(benefit) ?? [])
    if (holds(exclusion.when, standing, at)) return []
  return chosen(ml.regime.rules.combination.together, held)
}

/** Whether there is any right of a benefit on a day: what `rightsOn` gives, without asking which and how much. */
export function hasRightOn(
  ml: MonthLaw,
  at: Instant,
  benefit: Benefit,
  standing: Standing | undefined,
): boolean {
  if (!standing || standing.born > at.day) return false
  const isMet = ({ when }: { readonly when: Condition }) => holds(when, standing, at)
  return !!ml.groupsOf.get(benefit)?.some(isMet) && !ml.exclusionsOf.get(benefit)?.some(isMet)
}

/** Every group of a benefit whose condition holds on a day, whatever is paid. */
export function heldOn(ml: MonthLaw, at: Instant, benefit: Benefit, standing: Standing): Right[] {
  const held: Right[] = []
  for (const group of ml.groupsOf.get(benefit) ?? []) {
    if (!holds(group.when, standing, at)) continue
    held.push({
      group,
      band: bandOf(group, standing, at),
      units: group.per ? count(group.per, standing, at) : 1,
    })
  }
  return held
}

function chosen(together: Combination['together'], held: readonly Right[]): Right[] {
  const highest = best(held)!
  const parent = held.find(({ group }) => group.id === together.group)
  const beside = parent && best(held.filter(({ group }) => together.with.includes(group.id)))
  return parent && beside && worth(parent) + worth(beside) > worth(highest) ? [beside, parent] : [highest]
}

function mayStand(together: Combination['together'], one: Group, other: Group): boolean {
  return (
    (one.id === together.group && together.with.includes(other.id)) ||
    (other.id === together.group && together.with.includes(one.id))
  )
}

/** The first band whose condition holds; the last has none. */
export function bandOf(group: Group, standing: Standing, at: Instant): Band {
  for (const band of group.bands) if (!band.when || holds(band.when, standing, at)) return band
  throw new RangeError(`${group.id} has no last band`)
}

/** Whether a condition is true of a person on a day. */
export function holds(condition: Condition, standing: Standing, at: Instant): boolean {
  switch (condition.kind) {
    case 'is':
      return condition.among.includes(standing[condition.fact])
    case 'flag':
      return standing[condition.fact]
    case 'not':
      return !holds(condition.of, standing, at)
    case 'all':
      for (const inner of condition.of) if (!holds(inner, standing, at)) return false
      return true
    case 'any':
      for (const inner of condition.of) if (holds(inner, standing, at)) return true
      return false
    case 'ageFrom':
      return standing.born <= at.bornBy(condition.months)
    case 'ageBelow':
      return standing.born > at.bornBy(condition.months)
    case 'livesIn':
      return condition.territories.includes(standing.territory)
    case 'countAtLeast':
      return count(condition.children, standing, at) >= condition.count
    case 'inGroup':
      return holds(at.group.get(condition.group)!.when, standing, at)
    case 'amountBelow':
      return (
        amountOf(condition.facts, standing) <
        (condition.limit === 'social_pension' ? at.socialPension : condition.limit)
      )
  }
}

/** The children of a person who pass one of the tests; an unborn child does not count. */
export function count({ anyOf }: ChildCount, { children }: Standing, at: Instant): number {
  let found = 0
  for (const child of children)
    if (child.born <= at.day && anyOf.some((test) => passes(test, child, at))) found++
  return found
}

/** Those `count` counts, for who asks which. */
export function counting({ anyOf }: ChildCount, { children }: Standing, at: Instant): Standing['children'] {
  return children.filter((child) => child.born <= at.day && anyOf.some((test) => passes(test, child, at)))
}

function passes(
  test: ChildCount['anyOf'][number],
  child: Standing['children'][number],
  at: Instant,
): boolean {
  return (
    (test.fromMonths === undefined || child.born <= at.bornBy(test.fromMonths)) &&
    (test.belowMonths === undefined || child.born > at.bornBy(test.belowMonths)) &&
    (test.is === undefined || test.is.every((fact) => child[fact]))
  )
}

export function amountOf(
  facts: readonly ('pension' | 'socialInsurance' | 'meritorious')[],
  standing: Standing,
): number {
  let found = 0
  for (const fact of facts) found += standing[fact]
  return found
}

/** What a right is worth beside others of its benefit, in tenths of the one base they share. */
export function worth({ band, units }: Right): number {
  return band.coefficient * units
}

function best(rights: readonly Right[]): Right | undefined {
  let found: Right | undefined
  for (const right of rights) if (!found || worth(right) > worth(found)) found = right
  return found
}

function total(rights: readonly Right[]): number {
  return rights.reduce((found, right) => found + worth(right), 0)
}

function sum(dues: readonly Due[] | undefined): Dong {
  return dong((dues ?? []).reduce((found, { amount }) => found + amount, 0))
}

/** Whoever moves within a month is paid once more as where they lived when it began; the new place pays from the next. */
export function pricedAs({ earlier, later }: PersonMonth, monthly: Monthly): Standing {
  const standing = (later ?? earlier)! // Nobody without a standing has a right.
  return earlier && monthly.earlier.length > 0 && earlier.territory !== standing.territory
    ? { ...standing, territory: earlier.territory }
    : standing
}

/** Coefficient × units × base. */
export function price(ml: MonthLaw, standing: Standing, { group, band, units }: Right): Due {
  const base = ml.base(group.base, standing.territory)
  // SP-03: where only the difference is paid, the base is what the own pension leaves of the social pension.
  const standard =
    group.base === 'social_pension' && ml.smallPension === 'difference'
      ? dong(base - amountOf(['pension', 'socialInsurance'], standing))
      : base
  return {
    component: group.component,
    rule: band.id,
    ruleSet: ml.version,
    coefficient: band.coefficient,
    units,
    standard,
    amount: timesTenths(standard, tenths(band.coefficient * units)),
  }
}
