import type { CivilDate } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import type { ConditionNode } from '../explanation.ts'
import { confidentialFacts } from '../facts.ts'
import { canonical } from '../fingerprint.ts'
import type { Condition, Group } from '../rule-set.ts'
import type { SupportCondition } from '../support.ts'

/** What a condition refers to besides the person: the other groups, and the social pension. */
export type Around = { readonly group: ReadonlyMap<string, Group>; readonly socialPension: Dong }

/**
 * A condition as the law states it, with nobody in it: the tree an explanation has, so that the same sentences are made
 * of it. What an explanation would have found is left empty.
 */
export function stated(condition: Condition | SupportCondition, around: Around): ConditionNode {
  const known = { holds: true }
  switch (condition.kind) {
    case 'is':
      return { ...condition, ...known, value: '', confidential: confidentialFacts.has(condition.fact) }
    case 'flag':
      return { ...condition, ...known, confidential: confidentialFacts.has(condition.fact) }
    case 'not': {
      const of = stated(condition.of, around)
      return { kind: 'not', of, ...known, confidential: of.confidential }
    }
    case 'all':
    case 'any': {
      const of = condition.of.map((inner) => stated(inner, around))
      return { kind: condition.kind, of, ...known, confidential: of.some((one) => one.confidential) }
    }
    case 'ageFrom':
    case 'ageBelow':
      return { ...condition, ...known, confidential: false, ageInMonths: 0, reachedOn: never }
    case 'eventIs':
      return { ...condition, ...known, value: '', confidential: false }
    case 'eventFlag':
    case 'receives':
    case 'entitledTo':
      return { ...condition, ...known, confidential: false }
    case 'eventAtLeast':
      return { ...condition, ...known, found: 0, confidential: false }
    case 'livesIn':
      return { ...condition, ...known, confidential: false, territory: '' }
    case 'countAtLeast':
      return {
        kind: 'countAtLeast',
        children: condition.children.label,
        count: condition.count,
        found: 0,
        counted: [],
        ...known,
        confidential: false,
      }
    case 'inGroup': {
      const { id, label, when } = around.group.get(condition.group)!
      const of = stated(when, around)
      return { kind: 'inGroup', group: id, label, of, ...known, confidential: of.confidential }
    }
    case 'amountBelow':
      return {
        kind: 'amountBelow',
        facts: condition.facts,
        value: 0 as Dong, // Zero is whole.
        limit: condition.limit === 'social_pension' ? around.socialPension : condition.limit,
        against: condition.limit === 'social_pension' ? 'social_pension' : 'amount',
        ...known,
        confidential: false,
      }
  }
}

/** No age is reached on it: stands where an explanation would name a birthday. */
const never = '0001-01-01' as CivilDate // It has the form of a day, and nobody reads it.

/** What must all hold, one by one. */
export function conjuncts(condition: ConditionNode): readonly ConditionNode[] {
  return condition.kind === 'all' ? condition.of.flatMap(conjuncts) : [condition]
}

/** A part of a condition that is not what it was. */
export type ConditionChange =
  | { readonly kind: 'added' | 'removed'; readonly condition: ConditionNode }
  | { readonly kind: 'replaced'; readonly before: ConditionNode; readonly after: ConditionNode }

/** What changed between two conditions, as deep inside as it can be told. */
export function conditionChanges(before: ConditionNode, after: ConditionNode): ConditionChange[] {
  if (meaning(before) === meaning(after)) return []
  if (before.kind === 'any' && after.kind === 'any') return listChanges(before.of, after.of)
  if (before.kind === 'all' || after.kind === 'all') return listChanges(conjuncts(before), conjuncts(after))
  return [{ kind: 'replaced', before, after }]
}

function listChanges(before: readonly ConditionNode[], after: readonly ConditionNode[]): ConditionChange[] {
  const kept = new Set(before.map(meaning)).intersection(new Set(after.map(meaning)))
  const gone = before.filter((one) => !kept.has(meaning(one)))
  const come = after.filter((one) => !kept.has(meaning(one)))
  const paired = gone.map((one) => {
    const match = come.find((other) => subject(other) === subject(one))
    if (match) come.splice(come.indexOf(match), 1)
    return [one, match] as const
  })
  return [
    ...paired.flatMap(([one, match]): ConditionChange[] =>
      match ? conditionChanges(one, match) : [{ kind: 'removed', condition: one }],
    ),
    ...come.map((condition): ConditionChange => ({ kind: 'added', condition })),
  ]
}

/** Two conditions about the same thing are one that changed. */
function subject(condition: ConditionNode): string {
  return condition.kind === 'is' ||
    condition.kind === 'flag' ||
    condition.kind === 'eventIs' ||
    condition.kind === 'eventFlag'
    ? `${condition.kind} ${condition.fact}`
    : condition.kind
}

/** What a condition says, apart from figures that change by themselves and groups that have a page of their own. */
function meaning(condition: ConditionNode): string {
  switch (condition.kind) {
    case 'not':
      return `not ${meaning(condition.of)}`
    case 'all':
    case 'any':
      return `${condition.kind} (${condition.of.map(meaning).join(' ')})`
    case 'inGroup':
      return `in ${condition.group}`
    case 'amountBelow':
      return condition.against === 'social_pension'
        ? `below the social pension ${condition.facts.join(' ')}`
        : canonical(condition)
    case 'is':
    case 'flag':
    case 'ageFrom':
    case 'ageBelow':
    case 'eventIs':
    case 'eventFlag':
    case 'eventAtLeast':
    case 'receives':
    case 'entitledTo':
    case 'livesIn':
    case 'countAtLeast':
    case 'private':
      return canonical(condition)
  }
}
