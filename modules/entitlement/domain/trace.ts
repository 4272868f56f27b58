import { lastDayOf, monthOf, type CivilDate, type Month } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import { amountOf, counting, holds } from './determine.ts'
import type { ConditionNode } from './explanation.ts'
import { confidentialFacts } from './facts.ts'
import { instantOn, type Instant } from './law-in-force.ts'
import type { Condition, Group } from './rule-set.ts'
import type { Standing } from './standing.ts'

/** The same walk as `holds`, keeping every node; nothing is cut short. */
export function trace(condition: Condition, standing: Standing, at: Instant): ConditionNode {
  switch (condition.kind) {
    case 'is': {
      const { fact, among } = condition
      const value = standing[fact]
      return {
        kind: 'is',
        fact,
        among,
        value,
        holds: among.includes(value),
        confidential: confidentialFacts.has(fact),
      }
    }
    case 'flag': {
      const { fact } = condition
      return {
        kind: 'flag',
        fact,
        holds: standing[fact],
        confidential: confidentialFacts.has(fact),
        ...(!standing[fact] &&
          fact === 'isPregnant' &&
          !mayBePregnant(standing, at) && { isImpossible: true }),
      }
    }
    case 'not': {
      const of = trace(condition.of, standing, at)
      return { kind: 'not', of, holds: !of.holds, confidential: of.confidential }
    }
    case 'all':
    case 'any':
      return joined(
        condition.kind,
        condition.of.map((inner) => trace(inner, standing, at)),
      )
    case 'ageFrom':
    case 'ageBelow': {
      const hasReached = standing.born <= at.bornBy(condition.months)
      return {
        kind: condition.kind,
        months: condition.months,
        ageInMonths: ageInMonths(standing.born, at.day),
        reachedOn: reachedOn(standing.born, condition.months),
        holds: condition.kind === 'ageFrom' ? hasReached : !hasReached,
        confidential: false,
      }
    }
    case 'livesIn':
      return {
        kind: 'livesIn',
        label: condition.label,
        territory: standing.territory,
        holds: condition.territories.includes(standing.territory),
        confidential: false,
      }
    case 'countAtLeast': {
      const counted = counting(condition.children, standing, at).map(({ born }) => born)
      const found = counted.length
      return {
        kind: 'countAtLeast',
        children: condition.children.label,
        count: condition.count,
        found,
        counted,
        holds: found >= condition.count,
        confidential: false,
      }
    }
    case 'inGroup': {
      const group = at.group.get(condition.group)!
      const of = trace(group.when, standing, at)
      return {
        kind: 'inGroup',
        group: group.id,
        label: group.label,
        of,
        holds: of.holds,
        confidential: of.confidential,
      }
    }
    case 'amountBelow': {
      const limit = condition.limit === 'social_pension' ? at.socialPension : condition.limit
      const value = dong(amountOf(condition.facts, standing))
      return {
        kind: 'amountBelow',
        facts: condition.facts,
        value,
        limit,
        against: condition.limit === 'social_pension' ? 'social_pension' : 'amount',
        holds: value < limit,
        confidential: false,
      }
    }
  }
}

/** Of nature and not of the law: above this age nobody is told of a pregnancy as something that may yet be. */
const oldestMother = 60

function mayBePregnant({ sex, born }: Standing, at: Instant): boolean {
  return sex === 'female' && born > at.bornBy(oldestMother * 12)
}

/** A node of several, with its truth. */
export function joined(kind: 'all' | 'any', of: readonly ConditionNode[]): ConditionNode {
  const truths = of.map(({ holds }) => holds)
  return {
    kind,
    of,
    holds: kind === 'all' ? truths.every(Boolean) : truths.some(Boolean),
    confidential: of.some(({ confidential }) => confidential),
  }
}

/** The first condition that fails, as one reads the article: into «all», but an «any» fails as a whole. */
export function firstFailing(node: ConditionNode): ConditionNode {
  if (node.kind !== 'all') return node
  const failing = node.of.find((inner) => !inner.holds)
  return failing ? firstFailing(failing) : node
}

/** The first month in which the group holds by growing older alone; undefined where more is lacking. */
export function whenOldEnough(
  failing: ConditionNode,
  group: Group,
  standing: Standing,
  at: Instant,
): Month | undefined {
  if (failing.kind !== 'ageFrom') return undefined
  for (const months of agesOf(group.when).toSorted((one, other) => one - other)) {
    const day = reachedOn(standing.born, months)
    if (day > at.day && holds(group.when, standing, instantOn(day, at))) return monthOf(day)
  }
  return undefined
}

function agesOf(condition: Condition): number[] {
  switch (condition.kind) {
    case 'ageFrom':
      return [condition.months]
    case 'all':
    case 'any':
      return condition.of.flatMap(agesOf)
    case 'not':
      return agesOf(condition.of)
    case 'is':
    case 'flag':
    case 'ageBelow':
    case 'livesIn':
    case 'countAtLeast':
    case 'inGroup':
    case 'amountBelow':
      return []
  }
}

/** The day an age is reached: the birthday, and 1 March for who was born on 29 February (C10). */
export function reachedOn(born: CivilDate, months: number): CivilDate {
  const count = Number(born.slice(0, 4)) * 12 + Number(born.slice(5, 7)) - 1 + months
  const month = monthText(count)
  // A month and a day that it has are the text of a civil date.
  const exists = born.slice(8) <= '28' || `${month}-${born.slice(8)}` <= lastDayOf(month)
  return (exists ? `${month}-${born.slice(8)}` : `${monthText(count + 1)}-01`) as CivilDate
}

/** Months since the year 0 as text; explanations name many birthdays, and Temporal would take most of their time. */
function monthText(count: number): Month {
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}` as Month // Years have four figures.
}

function ageInMonths(born: CivilDate, day: CivilDate): number {
  const months =
    (Number(day.slice(0, 4)) - Number(born.slice(0, 4))) * 12 +
    Number(day.slice(5, 7)) -
    Number(born.slice(5, 7))
  return day.slice(8) < born.slice(8) ? months - 1 : months
}
