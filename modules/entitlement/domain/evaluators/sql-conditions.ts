import type { MonthLaw } from '../law-in-force.ts'
import type { ChildCount, ChildTest, Condition, Group } from '../rule-set.ts'

/** What a condition is asked among: the groups it may name, and the social pension of the month. */
type Asked = { readonly groups: readonly Group[]; readonly socialPension: number }

/** The column that holds the latest birth date to have reached an age. */
export const boundOf = (months: number) => `m${months}`

/** A fact as a column. */
export const columnOf = (fact: string) => fact.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** A condition over `standing` on `day`; every one in brackets, so that no operator binds where it should not. */
export function conditionIn(condition: Condition, asked: Asked): string {
  switch (condition.kind) {
    case 'is':
      return `(standing.${columnOf(condition.fact)} in (${textsOf(condition.among)}))`
    case 'flag':
      return `standing.${columnOf(condition.fact)}`
    case 'not':
      return `(not ${conditionIn(condition.of, asked)})`
    case 'all':
      return `(${condition.of.map((part) => conditionIn(part, asked)).join(' and ')})`
    case 'any':
      return `(${condition.of.map((part) => conditionIn(part, asked)).join(' or ')})`
    case 'ageFrom':
      return `(standing.born <= day.${boundOf(condition.months)})`
    case 'ageBelow':
      return `(standing.born > day.${boundOf(condition.months)})`
    case 'livesIn':
      return `(standing.territory in (${textsOf(condition.territories)}))`
    case 'countAtLeast':
      return `(${countIn(condition.children)} >= ${condition.count})`
    case 'inGroup':
      return conditionIn(asked.groups.find(({ id }) => id === condition.group)!.when, asked)
    case 'amountBelow': {
      const sum = condition.facts.map((fact) => `standing.${columnOf(fact)}`).join(' + ')
      return `(${sum} < ${condition.limit === 'social_pension' ? asked.socialPension : condition.limit})`
    }
  }
}

/** How many children count. */
export function countIn({ anyOf }: ChildCount): string {
  return `(select count(*)::integer from child where child.id = standing.id and child.at = standing.at and child.nth = standing.nth
    and child.born <= day.day and (${anyOf.map(testIn).join(' or ')}))`
}

function testIn({ fromMonths, belowMonths, is = [] }: ChildTest): string {
  const parts = [
    ...(fromMonths === undefined ? [] : [`child.born <= day.${boundOf(fromMonths)}`]),
    ...(belowMonths === undefined ? [] : [`child.born > day.${boundOf(belowMonths)}`]),
    ...is.map((fact) => `child.${columnOf(fact)}`),
  ]
  return `(${parts.join(' and ') || 'true'})`
}

/** Every age the law of a month names, of people and of children. */
export function monthsNamed({ regime, conversion }: Pick<MonthLaw, 'regime' | 'conversion'>): number[] {
  const { groups, combination } = regime.rules
  const conditions = [
    ...groups.flatMap(({ when, bands }) => [when, ...bands.flatMap((band) => band.when ?? [])]),
    ...[...combination.exclusions, ...conversion].map(({ when }) => when),
  ]
  const counts = groups.flatMap(({ per }) => per ?? [])
  return [...new Set([...conditions.flatMap(agesIn), ...counts.flatMap(agesOfChildren)])]
}

function agesIn(condition: Condition): number[] {
  switch (condition.kind) {
    case 'ageFrom':
    case 'ageBelow':
      return [condition.months]
    case 'countAtLeast':
      return agesOfChildren(condition.children)
    case 'not':
      return agesIn(condition.of)
    case 'all':
    case 'any':
      return condition.of.flatMap(agesIn)
    case 'is':
    case 'flag':
    case 'livesIn':
    case 'inGroup':
    case 'amountBelow':
      return []
  }
}

function agesOfChildren({ anyOf }: ChildCount): number[] {
  return anyOf.flatMap(({ fromMonths, belowMonths }) =>
    [fromMonths, belowMonths].filter((months) => months !== undefined),
  )
}

/** The words of the law hold no quote, and a rule set from elsewhere may not bring one in. */
function textsOf(values: readonly string[]): string {
  return values.map((value) => `'${value.replaceAll("'", "''")}'`).join(', ')
}
