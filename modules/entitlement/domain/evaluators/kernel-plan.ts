import { lastDayOf, month as monthNamed } from '#kernel/civil-date'
import { benefitOf, benefits, components, type Benefit, type Component } from '../determination.ts'
import { amounts, childFacts } from '../facts.ts'
import { canonical } from '../fingerprint.ts'
import type { Instant, MonthLaw } from '../law-in-force.ts'
import type { Band, ChildCount, Condition, Group } from '../rule-set.ts'
import { bitOf, fieldOf, packDay } from './columns.ts'

/** A band with its number: what a column of rules holds. 0 is no rule. */
export type NumberedBand = { readonly rule: number; readonly band: Band }

export type GroupPlan = {
  readonly group: Group
  readonly bands: readonly NumberedBand[]
}

/** One benefit as the kernel works it out. */
export type BenefitPlan = {
  readonly benefit: Benefit
  readonly bit: number
  readonly groups: readonly GroupPlan[]
  readonly exclusions: readonly Condition[]
  /** The exception of khoản 2 Điều 6, where it concerns groups of this benefit. */
  readonly together: { readonly parent: Group; readonly with: ReadonlySet<Group> } | undefined
  readonly components: readonly Component[]
}

/** The law of a month with everything named by number: rules, ages, counts of children. */
export type Plan = {
  readonly ml: MonthLaw
  /** Names of the territories by the numbers in the columns. */
  readonly territories: readonly string[]
  readonly benefits: readonly BenefitPlan[]
  /** By number; the first is no rule. Those of one component stand together. */
  readonly rules: readonly ({ readonly group: Group; readonly band: Band } | undefined)[]
  readonly rulesOf: Readonly<Record<Component, { readonly first: number; readonly last: number }>>
  /** Ages in months a rule may ask about, 0 first: whether somebody is born. */
  readonly ages: readonly number[]
  readonly counts: readonly ChildCount[]
  readonly countOf: (children: ChildCount) => number
  /** Groups others refer to, each after those it refers to itself. */
  readonly named: readonly Group[]
}

/** Prepares a month for evaluation, and refuses a rule set the columns could not tell the truth about. */
export function planOf(
  ml: MonthLaw,
  territories: readonly string[],
  wanted: readonly Benefit[] = benefits,
): Plan {
  const { groups, combination } = ml.regime.rules
  for (const { id, benefit, component } of groups)
    if (benefitOf[component] !== benefit)
      throw new RangeError(`${id} pays ${component}, which is not of ${benefit}`)
  const numbered = components.flatMap((component) =>
    groups
      .filter((group) => group.component === component)
      .flatMap((group) => group.bands.map((band) => ({ group, band }))),
  )
  if (numbered.length > 255) throw new RangeError(`${numbered.length} rules do not fit one byte`)
  const rules = [undefined, ...numbered]
  const numberOf = new Map(rules.map((rule, number) => [rule?.band, number]))
  const asked = groups.filter(({ benefit }) => wanted.includes(benefit))
  const own = [
    ...asked.flatMap(({ when, bands }) => [when, ...bands.flatMap((band) => band.when ?? [])]),
    ...[...combination.exclusions, ...ml.conversion].map(({ when }) => when),
  ]
  const named = inOrder(own.flatMap(groupsIn), ml)
  const conditions = [...own, ...named.map(({ when }) => when)]
  const pers = asked.flatMap(({ per }) => per ?? [])
  const counts = new Map(
    [...pers, ...conditions.flatMap(countsIn)].map((children) => [canonical(children.anyOf), children]),
  )
  const countKeys = [...counts.keys()]
  const ages = new Set([
    0,
    ...conditions.flatMap(agesIn),
    ...[...counts.values()].flatMap(({ anyOf }) =>
      anyOf.flatMap(({ fromMonths, belowMonths }) => [fromMonths ?? 0, belowMonths ?? 0]),
    ),
  ])
  conditions.forEach((condition) => assertSpeakable(condition, ml))
  for (const { anyOf } of counts.values())
    for (const { is = [] } of anyOf)
      for (const fact of is)
        if (!childFacts.includes(fact)) throw new RangeError(`${fact} is no fact of a child`)
  return {
    ml,
    territories,
    rules,
    rulesOf: Object.fromEntries(
      components.map((component) => {
        const of = rules.flatMap((rule, number) => (rule?.group.component === component ? [number] : []))
        return [component, { first: of[0] ?? 0, last: of.at(-1) ?? -1 }]
      }),
    ) as Plan['rulesOf'], // An entry for every component.
    ages: [...ages].map(age).toSorted((one, other) => one - other),
    counts: [...counts.values()],
    countOf: (children) => countKeys.indexOf(canonical(children.anyOf)),
    named,
    benefits: benefits
      .filter((benefit) => wanted.includes(benefit))
      .map((benefit) => {
        const ofBenefit = ml.groupsOf.get(benefit) ?? []
        return {
          benefit,
          bit: 1 << benefits.indexOf(benefit),
          groups: ofBenefit.map((group) => ({
            group,
            bands: group.bands.map((band) => ({ band, rule: numberOf.get(band)! })), // Every band was numbered.
          })),
          exclusions: (ml.exclusionsOf.get(benefit) ?? []).map(({ when }) => when),
          together: togetherIn(ofBenefit, ml),
          components: components.filter((component) =>
            ofBenefit.some((group) => group.component === component),
          ),
        }
      }),
  }
}

/** Birth dates by which each age of the plan is reached on a day. */
export function boundsOn({ ages }: Plan, at: Instant): Int32Array {
  return Int32Array.from(ages, (months) => packDay(at.bornBy(months)))
}

/** For each month of birth whether an age is reached between the two ends: `at` a month, 1 if somebody may turn it. */
export type Turning = { readonly first: number; readonly months: Uint8Array }

/** Who was born in no such month stands at both ends alike, and at every day between. */
export function turningBetween(earlier: Int32Array, later: Int32Array): Turning {
  const marked = new Set<number>()
  earlier.forEach((from, index) => {
    const until = later[index]!
    if (until <= from) return
    marked.add(Math.trunc(until / 100))
    const text = String(from).padStart(8, '0')
    const born = monthNamed(`${text.slice(0, 4)}-${text.slice(4, 6)}`)
    if (Number(lastDayOf(born).slice(8)) > from % 100) marked.add(Math.trunc(from / 100))
  })
  const first = Math.min(...marked, 9999_12)
  const months = new Uint8Array(marked.size === 0 ? 0 : Math.max(...marked) - first + 1)
  for (const one of marked) months[one - first] = 1
  return { first, months }
}

/** Pairs of benefits one of which may give way to the other. */
export function meetingsIn({ ml, benefits }: Plan): readonly (readonly [Benefit, Benefit])[] {
  const { higherOf, oneAMonth } = ml.regime.rules.combination
  const isPaid = (one: Benefit) => benefits.some(({ benefit }) => benefit === one)
  return [
    ...(higherOf ? [higherOf.benefits] : []),
    ...(oneAMonth ? oneAMonth.against.map((other) => [oneAMonth.benefit, other] as const) : []),
  ].filter((pair) => pair.every(isPaid))
}

function togetherIn(groups: readonly Group[], ml: MonthLaw): BenefitPlan['together'] {
  const { together } = ml.regime.rules.combination
  const parent = groups.find(({ id }) => id === together.group)
  const beside = groups.filter(({ id }) => together.with.includes(id))
  if (!parent || beside.length === 0) return undefined
  const same = beside.find(({ component }) => component === parent.component)
  if (same) throw new RangeError(`${same.id} is paid as ${same.component}, as ${parent.id} beside it`)
  return { parent, with: new Set(beside) }
}

function inOrder(named: readonly string[], ml: MonthLaw): Group[] {
  const found: Group[] = []
  const open = new Set<string>()
  const visit = (id: string) => {
    const group = ml.group.get(id)
    if (!group) throw new RangeError(`${id} is no group`)
    if (found.includes(group)) return
    if (open.has(id)) throw new RangeError(`${id} refers to itself`)
    open.add(id)
    groupsIn(group.when).forEach(visit)
    found.push(group)
  }
  named.forEach(visit)
  return found
}

/** Refuses what is no condition of the language: evaluators turn it into code. */
function assertSpeakable(condition: Condition, ml: MonthLaw) {
  switch (condition.kind) {
    case 'is':
      if (!(condition.fact in fieldOf)) throw new RangeError(`${condition.fact} is no fact`)
      return
    case 'flag':
      if (!(condition.fact in bitOf)) throw new RangeError(`${condition.fact} is no fact`)
      return
    case 'not':
      assertSpeakable(condition.of, ml)
      return
    case 'all':
    case 'any':
      condition.of.forEach((inner) => assertSpeakable(inner, ml))
      return
    case 'ageFrom':
    case 'ageBelow':
      age(condition.months)
      return
    case 'countAtLeast':
      integer(condition.count)
      return
    case 'inGroup':
    case 'livesIn':
      return
    case 'amountBelow':
      if (condition.limit !== 'social_pension') integer(condition.limit)
      for (const fact of condition.facts)
        if (!amounts.includes(fact)) throw new RangeError(`${fact} is no amount`)
      return
  }
}

function integer(value: number): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`Not whole: ${value}`)
  return value
}

function age(months: number): number {
  if (!(integer(months) >= 0 && months <= 12 * 200)) throw new RangeError(`${months} months is no age`)
  return months
}

/** Every condition within one, itself first. */
function within(condition: Condition): Condition[] {
  switch (condition.kind) {
    case 'not':
      return [condition, ...within(condition.of)]
    case 'all':
    case 'any':
      return [condition, ...condition.of.flatMap(within)]
    case 'is':
    case 'flag':
    case 'ageFrom':
    case 'ageBelow':
    case 'livesIn':
    case 'countAtLeast':
    case 'inGroup':
    case 'amountBelow':
      return [condition]
  }
}

const agesIn = (condition: Condition) =>
  within(condition).flatMap((one) => (one.kind === 'ageFrom' || one.kind === 'ageBelow' ? [one.months] : []))
const countsIn = (condition: Condition) =>
  within(condition).flatMap((one) => (one.kind === 'countAtLeast' ? [one.children] : []))
const groupsIn = (condition: Condition) =>
  within(condition).flatMap((one) => (one.kind === 'inGroup' ? [one.group] : []))
