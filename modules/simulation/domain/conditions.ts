import type { Condition, Group } from '#modules/entitlement'
import type { PovertyLevel, Whose } from './scenario.ts'

const households: Readonly<Record<PovertyLevel, readonly string[]>> = {
  poor: ['poor'],
  poor_or_near_poor: ['poor', 'near_poor'],
  any: ['poor', 'near_poor', 'other'],
}

/** An age at which a group, or one of its bands, begins or ends. */
export type Boundary = { readonly whose: Whose; readonly months: number }

/** Every age a group asks about, each once, the youngest first. */
export function boundariesOf(group: Group): Boundary[] {
  const found = new Map<string, Boundary>()
  for (const condition of conditionsOf(group).flatMap(parts)) {
    if (condition.kind === 'ageFrom' || condition.kind === 'ageBelow')
      found.set(`person ${condition.months}`, { whose: 'person', months: condition.months })
    if (condition.kind === 'countAtLeast')
      for (const months of agesOf(condition.children))
        found.set(`child ${months}`, { whose: 'child', months })
  }
  for (const months of group.per ? agesOf(group.per) : [])
    found.set(`child ${months}`, { whose: 'child', months })
  return [...found.values()].toSorted(
    (one, other) => one.whose.localeCompare(other.whose) * -1 || one.months - other.months,
  )
}

/** The group with one of its ages moved, in its condition, its bands and whatever it counts. */
export function withBoundary(group: Group, { whose, months: from }: Boundary, to: number): Group {
  const age = (months: number) => (months === from ? to : months)
  const count: typeof group.per = group.per && whose === 'child' ? withAges(group.per, age) : group.per
  const move = (condition: Condition): Condition => {
    if (whose === 'person' && (condition.kind === 'ageFrom' || condition.kind === 'ageBelow'))
      return { ...condition, months: age(condition.months) }
    if (whose === 'child' && condition.kind === 'countAtLeast')
      return { ...condition, children: withAges(condition.children, age) }
    return condition
  }
  return { ...rewritten(group, move), ...(count && { per: count }) }
}

/** Whether a group, or one of its bands, reaches more people once an age has moved; of the ages of children, that is taken for granted. */
export function opensBy(group: Group, { whose, months }: Boundary, to: number): boolean {
  if (whose === 'child') return true
  const opens = (condition: Condition, isNegated: boolean): boolean => {
    if (condition.kind === 'not') return opens(condition.of, !isNegated)
    if (condition.kind === 'all' || condition.kind === 'any')
      return condition.of.some((part) => opens(part, isNegated))
    if (condition.kind === 'ageFrom') return condition.months === months && to < months !== isNegated
    if (condition.kind === 'ageBelow') return condition.months === months && to > months !== isNegated
    return false
  }
  return conditionsOf(group).some((condition) => opens(condition, false))
}

/** Which households a group asks for; undefined where it does not ask. */
export function povertyOf(group: Group): PovertyLevel | undefined {
  const asked = parts(group.when).find(asksHousehold)
  if (!asked) return undefined
  return (Object.keys(households) as PovertyLevel[]).find(
    (level) =>
      households[level].length === asked.among.length &&
      households[level].every((household) => asked.among.includes(household)),
  )
}

/** The group asking for other households. */
export function withPoverty(group: Group, level: PovertyLevel): Group {
  return rewritten(group, (condition) =>
    asksHousehold(condition) ? { ...condition, among: households[level] } : condition,
  )
}

/** The groups a group’s condition names. */
export function groupsNamedBy(group: Group): string[] {
  return conditionsOf(group)
    .flatMap(parts)
    .flatMap((condition) => (condition.kind === 'inGroup' ? [condition.group] : []))
}

function asksHousehold(condition: Condition): condition is Condition & { kind: 'is' } {
  return condition.kind === 'is' && condition.fact === 'household'
}

function conditionsOf({ when, bands }: Group): Condition[] {
  return [when, ...bands.flatMap((band) => band.when ?? [])]
}

/** A condition and everything it is made of. */
function parts(condition: Condition): Condition[] {
  if (condition.kind === 'not') return [condition, ...parts(condition.of)]
  if (condition.kind === 'all' || condition.kind === 'any') return [condition, ...condition.of.flatMap(parts)]
  return [condition]
}

function rewritten(group: Group, change: (condition: Condition) => Condition): Group {
  const deep = (condition: Condition): Condition => {
    if (condition.kind === 'not') return { ...condition, of: deep(condition.of) }
    if (condition.kind === 'all' || condition.kind === 'any')
      return { ...condition, of: condition.of.map(deep) }
    return change(condition)
  }
  return {
    ...group,
    when: deep(group.when),
    bands: group.bands.map((band) => (band.when ? { ...band, when: deep(band.when) } : band)),
  }
}

type Count = NonNullable<Group['per']>

function agesOf({ anyOf }: Count): number[] {
  return anyOf.flatMap(({ fromMonths, belowMonths }) =>
    [fromMonths, belowMonths].filter((months) => months !== undefined),
  )
}

function withAges(count: Count, age: (months: number) => number): Count {
  return {
    ...count,
    anyOf: count.anyOf.map((test) => ({
      ...test,
      ...(test.fromMonths !== undefined && { fromMonths: age(test.fromMonths) }),
      ...(test.belowMonths !== undefined && { belowMonths: age(test.belowMonths) }),
    })),
  }
}
