import type { Month } from '#kernel/civil-date'
import { UnsoundLaw } from '#kernel/law'
import { benefitOf } from './determination.ts'
import { amounts, choices, flags } from './facts.ts'
import type { Law } from './law-in-force.ts'
import { longestLife } from './longest-life.ts'
import type { ChildCount, Condition, Dated, Group, RuleSet, Source } from './rule-set.ts'

/** Stops whoever is about to use a law that cannot be right: nobody is to be paid by it. */
export function assertSound(law: Law): void {
  const [fault, ...others] = faultsOfLaw(law)
  if (fault === undefined) return
  throw new UnsoundLaw(others.length === 0 ? fault : `${fault} (and ${others.length} more)`)
}

/** What is wrong with a rule set as data, in words for who wrote it; nothing where it is sound. */
export function faultsOf(rules: RuleSet): string[] {
  const ids = new Set(rules.groups.map(({ id }) => id))
  return [
    ...twice(rules.groups.map(({ id }) => id)).map((id) => `${id} stands twice`),
    ...twice(rules.groups.flatMap(({ bands }) => bands.map(({ id }) => id))).map(
      (id) => `band ${id} stands twice`,
    ),
    ...rules.groups.flatMap((group) => [
      ...conditionsOf(group).flatMap((condition) =>
        faultsIn(condition, ids).map((fault) => `${group.id}: ${fault}`),
      ),
      ...bandFaults(group),
      ...(benefitOf[group.component] === group.benefit
        ? []
        : [`${group.id}: ${group.component} is no part of ${group.benefit}`]),
      ...(reaches(group.id, group.id, rules) ? [`${group.id} refers to itself`] : []),
    ]),
    ...[rules.combination.together.group, ...rules.combination.together.with]
      .filter((id) => !ids.has(id))
      .map((id) => `the combination names ${id}, which is no group`),
    ...rules.combination.exclusions.flatMap(({ id, when }) =>
      faultsIn(when, ids).map((fault) => `${id}: ${fault}`),
    ),
    ...uncited(rules).map((id) => `${id} cites no article`),
    ...[...rules.parameters.standard, ...rules.parameters.social_pension]
      .filter(({ value }) => value <= 0)
      .map(({ from }) => `an amount from ${from} is not above zero`),
    ...listFaults('small_pension', rules.parameters.small_pension),
    ...listFaults('social_pension', rules.parameters.social_pension),
    ...listFaults('meritorious_overlap', rules.parameters.meritorious_overlap),
    ...[...new Set(rules.parameters.standard.map(({ territory }) => territory))].flatMap((territory) =>
      listFaults(
        `standard of ${territory}`,
        rules.parameters.standard.filter((dated) => dated.territory === territory),
      ),
    ),
  ]
}

/** Faults of all rule sets, and months in which a rule set reads a parameter that has no value. */
export function faultsOfLaw(law: Law): string[] {
  const procedures = law.procedures.flatMap(({ id, inForce }, index) => {
    const next = law.procedures[index + 1]
    return next && next.inForce <= inForce ? [`procedure ${id} is not followed by a later one`] : []
  })
  const regimes = law.regimes.flatMap(({ rules, from }, index) => {
    const until = law.regimes[index + 1]?.from
    const read = [
      ['standard', rules.parameters.standard.filter(({ territory }) => territory === 'central')],
      ['meritorious_overlap', rules.parameters.meritorious_overlap],
      ...(rules.groups.some(({ base }) => base === 'social_pension')
        ? ([
            ['social_pension', rules.parameters.social_pension],
            ['small_pension', rules.parameters.small_pension],
          ] as const)
        : []),
    ] as const
    return [
      ...faultsOf(rules).map((fault) => `${rules.id}: ${fault}`),
      ...read.flatMap(([name, list]) =>
        covers(list, from, until) ? [] : [`${rules.id}: ${name} has no value in some month from ${from}`],
      ),
      ...(until !== undefined && until <= from ? [`${rules.id} is not followed by a later regime`] : []),
    ]
  })
  return [...regimes, ...procedures]
}

/** Groups, bands, figures and clauses whose source does not say where they stand; a source without a document is none. */
function uncited({ groups, parameters, combination }: RuleSet): string[] {
  const { highest, together, higherOf, oneAMonth, added, exclusions } = combination
  const sources: (readonly [string, Source | undefined])[] = [
    ...groups.flatMap((group) => [group, ...group.bands].map(({ id, cite }) => [id, cite] as const)),
    ...groups.flatMap(({ id, shrinksNextMonth }) =>
      shrinksNextMonth ? [[`${id} (when it shrinks)`, shrinksNextMonth.cite] as const] : [],
    ),
    ...groups.flatMap(({ id, growsAtOnce }) =>
      growsAtOnce ? [[`${id} (when it grows)`, growsAtOnce.cite] as const] : [],
    ),
    ...Object.entries(parameters).flatMap(([name, list]: [string, readonly Dated<unknown>[]]) =>
      list.map(({ from, cite }) => [`${name} from ${from}`, cite] as const),
    ),
    ...Object.entries({ highest, together, higherOf, oneAMonth, added }).flatMap(([name, clause]) =>
      clause ? [[name, clause.cite] as const] : [],
    ),
    ...exclusions.map(({ id, cite }) => [id, cite] as const),
  ]
  return sources.filter(([, cite]) => !cite?.document.trim() || !cite.place.trim()).map(([id]) => id)
}

function conditionsOf({ when, bands }: Group): Condition[] {
  return [when, ...bands.flatMap((band) => band.when ?? [])]
}

/** Facts nobody has, words a fact never is, groups there are not. */
export function faultsIn(condition: Condition, groups: ReadonlySet<string>): string[] {
  switch (condition.kind) {
    case 'is': {
      // Compared as text: a rule set may come from a file.
      const known: readonly string[] | undefined = choices[condition.fact]
      if (!known) return [`${condition.fact} is no fact`]
      return condition.among
        .filter((value) => !known.includes(value))
        .map((value) => `${condition.fact} is never ${value}`)
    }
    case 'flag':
      return flags.includes(condition.fact) ? [] : [`${condition.fact} is no fact`]
    case 'not':
      return faultsIn(condition.of, groups)
    case 'all':
    case 'any':
      return condition.of.length === 0
        ? [`«${condition.kind}» of nothing`]
        : condition.of.flatMap((inner) => faultsIn(inner, groups))
    case 'ageFrom':
    case 'ageBelow':
      return isAge(condition.months) ? [] : [`${condition.months} months is no age`]
    case 'livesIn':
      return condition.territories.length > 0 ? [] : ['«livesIn» nowhere']
    case 'countAtLeast':
      return [...(condition.count > 0 ? [] : ['a count below one']), ...childFaults(condition.children)]
    case 'inGroup':
      return groups.has(condition.group) ? [] : [`${condition.group} is no group`]
    case 'amountBelow':
      return condition.facts.filter((fact) => !amounts.includes(fact)).map((fact) => `${fact} is no amount`)
  }
}

function childFaults({ anyOf }: ChildCount): string[] {
  return anyOf.flatMap(({ fromMonths = 0, belowMonths = 12 * longestLife }) =>
    isAge(fromMonths) && isAge(belowMonths) && fromMonths < belowMonths ? [] : ['a test no child can pass'],
  )
}

function isAge(months: number): boolean {
  return Number.isInteger(months) && months >= 0 && months <= 12 * longestLife
}

function bandFaults({ id, bands }: Group): string[] {
  const last = bands.at(-1)
  return [
    ...(last && last.when === undefined ? [] : [`${id} has no last band without a condition`]),
    ...bands
      .slice(0, -1)
      .filter(({ when }) => when === undefined)
      .map((band) => `${band.id} leaves nothing to the bands after it`),
    ...bands.filter(({ coefficient }) => coefficient <= 0).map((band) => `${band.id} pays nothing`),
  ]
}

function reaches(from: string, wanted: string, rules: RuleSet, seen = new Set<string>()): boolean {
  const group = rules.groups.find(({ id }) => id === from)
  const next = group ? conditionsOf(group).flatMap(groupsNamed) : []
  return next.some((id) => {
    if (id === wanted) return true
    if (seen.has(id)) return false
    seen.add(id)
    return reaches(id, wanted, rules, seen)
  })
}

function groupsNamed(condition: Condition): string[] {
  if (condition.kind === 'inGroup') return [condition.group]
  if (condition.kind === 'not') return groupsNamed(condition.of)
  return condition.kind === 'all' || condition.kind === 'any' ? condition.of.flatMap(groupsNamed) : []
}

function listFaults(name: string, list: readonly Dated<unknown>[]): string[] {
  return list.flatMap((entry, index) => {
    const next = list[index + 1]
    return [
      ...(entry.until !== undefined && entry.until <= entry.from
        ? [`${name} from ${entry.from} is empty`]
        : []),
      ...(next && (entry.until === undefined || entry.until > next.from)
        ? [`${name} overlaps at ${next.from}`]
        : []),
    ]
  })
}

function covers(list: readonly Dated<unknown>[], from: Month, until: Month | undefined): boolean {
  let month = from
  for (const entry of list) {
    if (entry.from > month) return false
    if (entry.until === undefined) return true
    if (entry.until > month) month = entry.until
    if (until !== undefined && month >= until) return true
  }
  return until !== undefined && month >= until
}

function twice(ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index)
}
