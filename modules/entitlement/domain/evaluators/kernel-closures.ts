import type { Component } from '../determination.ts'
import { childFacts, choices } from '../facts.ts'
import type { ChildCount, Condition } from '../rule-set.ts'
import { bitOf, fieldOf, type StandingColumns } from './columns.ts'
import { boundsOn, turningBetween, type BenefitPlan, type Plan } from './kernel-plan.ts'
import type { DueColumns, RightsEvaluator } from './kernel-rights.ts'

/** What `compileRights` compiles, out of closures: for pages that forbid evaluating strings. */
export function closeRights(plan: Plan): RightsEvaluator {
  const later = boundsOn(plan, plan.ml.later)
  const turning = turningBetween(boundsOn(plan, plan.ml.earlier), later)
  const benefits = plan.benefits.map((benefit) => benefitRights(plan, benefit))
  const mayAChildTurn = (s: StandingColumns, i: number) => {
    for (let c = s.childrenFrom[i]!; c < s.childrenFrom[i + 1]!; c++)
      if (mayTurn(s.childBorn[c]!)) return true
    return false
  }
  const mayTurn = (born: number) => turning.months[Math.trunc(born / 100) - turning.first] === 1

  const rightsOn: RightsEvaluator['rightsOn'] = (s, i, bounds, awarded, into) => {
    into.fill(0)
    if (s.born[i]! > bounds[0]!) return
    plan.benefits.forEach(({ bit }, k) => {
      if ((awarded & bit) !== 0) benefits[k]!(s, i, bounds, into, k * 4)
    })
  }
  const own = new Int32Array(plan.benefits.length * 4)
  return {
    rightsOn,
    steady({ earlier, later: s, awarded }, output, from, to, found) {
      found.changedCount = 0
      found.meetingCount = 0
      for (let i = from; i < to; i++) {
        const isSteady =
          !mayTurn(s.born[i]!) && !mayAChildTurn(s, i) && (earlier === s || isAlike(earlier, s, i))
        if (isSteady) rightsOn(s, i, later, awarded[i]!, own)
        else {
          own.fill(0)
          found.changed[found.changedCount++] = i
        }
        plan.benefits.forEach((benefit, k) => writeRights(plan, benefit, own, k * 4, output, i))
        // A few too many are looked at again: whoever has two rights of any kind, or an allowance for meritorious service.
        if (isSteady && (s.meritorious[i] !== 0 || rightsIn(own) > 1)) found.meeting[found.meetingCount++] = i
      }
    },
  }
}

function rightsIn(rights: Int32Array): number {
  let found = 0
  for (let at = 0; at < rights.length; at += 4) if (rights[at] !== 0) found++
  return found
}

/** Puts the one or two rights of a benefit into the columns of their components, and nothing into its others. */
export function writeRights(
  plan: Plan,
  { components }: BenefitPlan,
  rights: Int32Array,
  at: number,
  output: DueColumns,
  index: number,
) {
  for (const component of components) {
    const own = componentOf(plan, rights[at]!) === component ? at : at + 2
    const isPaid = componentOf(plan, rights[own]!) === component
    output.rule[component][index] = isPaid ? rights[own]! : 0
    output.units[component][index] = isPaid ? rights[own + 1]! : 0
  }
}

function componentOf(plan: Plan, rule: number): Component | undefined {
  return plan.rules[rule]?.group.component
}

type Holds = (s: StandingColumns, i: number, bounds: Int32Array) => boolean
type Counts = (s: StandingColumns, i: number, bounds: Int32Array) => number

function benefitRights(plan: Plan, { groups, exclusions, together }: BenefitPlan) {
  const closed = groups.map(({ group, bands }) => ({
    isParent: together?.parent === group,
    isBeside: together?.with.has(group) ?? false,
    when: conditionClosure(plan, group.when),
    units: group.per && countClosure(plan, group.per),
    bands: bands.map(({ rule, band }) => ({
      rule,
      coefficient: band.coefficient,
      when: band.when ? conditionClosure(plan, band.when) : () => true,
    })),
  }))
  const excluded = exclusions.map((condition) => conditionClosure(plan, condition))
  return (s: StandingColumns, i: number, bounds: Int32Array, into: Int32Array, at: number) => {
    let [best, parent, beside] = [none, none, none]
    for (const { when, bands, units, isParent, isBeside } of closed) {
      if (!when(s, i, bounds)) continue
      const { rule, coefficient } = bands.find((band) => band.when(s, i, bounds))! // The last has no condition.
      const counted = units ? units(s, i, bounds) : 1
      const right = { rule, units: counted, worth: coefficient * counted }
      if (right.worth > best.worth) best = right
      if (isParent) parent = right
      if (isBeside && right.worth > beside.worth) beside = right
    }
    if (best.rule === 0 || excluded.some((condition) => condition(s, i, bounds))) return
    const areBoth = parent.rule !== 0 && beside.rule !== 0 && parent.worth + beside.worth > best.worth
    const [first, second] = areBoth ? [beside, parent] : [best, none]
    into.set([first.rule, first.units, second.rule, second.units], at)
  }
}
const none = { rule: 0, units: 0, worth: -1 }

function conditionClosure(plan: Plan, of: Condition): Holds {
  switch (of.kind) {
    case 'is': {
      const words: readonly string[] = choices[of.fact]
      const { shift, mask } = fieldOf[of.fact]
      const isAmong = words.map((word) => of.among.includes(word))
      return (s, i) => isAmong[(s.facts[i]! >>> shift) & mask]!
    }
    case 'flag': {
      const bit = 1 << bitOf[of.fact]
      return (s, i) => (s.facts[i]! & bit) !== 0
    }
    case 'not': {
      const inner = conditionClosure(plan, of.of)
      return (s, i, bounds) => !inner(s, i, bounds)
    }
    case 'all': {
      const all = of.of.map((one) => conditionClosure(plan, one))
      return (s, i, bounds) => all.every((holds) => holds(s, i, bounds))
    }
    case 'any': {
      const any = of.of.map((one) => conditionClosure(plan, one))
      return (s, i, bounds) => any.some((holds) => holds(s, i, bounds))
    }
    case 'ageFrom': {
      const age = plan.ages.indexOf(of.months)
      return (s, i, bounds) => s.born[i]! <= bounds[age]!
    }
    case 'ageBelow': {
      const age = plan.ages.indexOf(of.months)
      return (s, i, bounds) => s.born[i]! > bounds[age]!
    }
    case 'livesIn': {
      const isAmong = plan.territories.map((territory) => of.territories.includes(territory))
      return (s, i) => isAmong[s.territory[i]!]!
    }
    case 'countAtLeast': {
      const counted = countClosure(plan, of.children)
      return (s, i, bounds) => counted(s, i, bounds) >= of.count
    }
    case 'inGroup': {
      const { when } = plan.named.find(({ id }) => id === of.group)! // The plan names every group referred to.
      return conditionClosure(plan, when)
    }
    case 'amountBelow': {
      const limit = of.limit === 'social_pension' ? plan.ml.later.socialPension : of.limit
      return (s, i) => of.facts.reduce((sum, fact) => sum + s[fact][i]!, 0) < limit
    }
  }
}

function countClosure(plan: Plan, { anyOf }: ChildCount): Counts {
  const tests = anyOf.map(({ fromMonths, belowMonths, is = [] }) => ({
    from: fromMonths === undefined ? 0 : plan.ages.indexOf(fromMonths),
    below: belowMonths === undefined ? -1 : plan.ages.indexOf(belowMonths),
    bits: is.reduce((found, fact) => found | (1 << childFacts.indexOf(fact)), 0),
  }))
  return (s, i, bounds) => {
    let found = 0
    for (let c = s.childrenFrom[i]!; c < s.childrenFrom[i + 1]!; c++) {
      const born = s.childBorn[c]!
      const passes = tests.some(
        ({ from, below, bits }) =>
          born <= bounds[from]! && (below < 0 || born > bounds[below]!) && (s.childFacts[c]! & bits) === bits,
      )
      if (born <= bounds[0]! && passes) found++
    }
    return found
  }
}

function isAlike(e: StandingColumns, s: StandingColumns, i: number): boolean {
  const [from, other] = [s.childrenFrom[i]!, e.childrenFrom[i]!]
  const count = s.childrenFrom[i + 1]! - from
  if (!own.every((column) => e[column][i] === s[column][i]) || e.childrenFrom[i + 1]! - other !== count)
    return false
  for (let k = 0; k < count; k++)
    if (
      e.childBorn[other + k] !== s.childBorn[from + k] ||
      e.childFacts[other + k] !== s.childFacts[from + k]
    )
      return false
  return true
}
const own = ['born', 'facts', 'territory', 'pension', 'socialInsurance', 'meritorious'] as const
