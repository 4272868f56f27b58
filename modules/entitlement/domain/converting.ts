import type { Dong } from '#kernel/dong'
import { benefits, type Benefit } from './determination.ts'
import {
  ageBelow,
  all,
  any,
  not,
  type Condition,
  type Exclusion,
  type Regime,
  type RuleSet,
} from './rule-set.ts'

/** The id under which it stands in explanations and in the law book. */
export const notConverted = 'CONVERSION'

type PensionOf = (rules: RuleSet) => Dong

/**
 * Whom a month before a law came into force gives nothing (TRN-05): whoever had no right to a benefit by the law before,
 * so that there was nothing to convert. Made of that law, so that every evaluator asks it as any other exclusion.
 */
export function shutOutOfConversion(
  { converts, rules }: Regime,
  before: RuleSet,
  pensionOf: PensionOf,
): Exclusion[] {
  if (!converts) return []
  const { label, cite, of } = converts
  const given = benefits.filter((benefit) => rules.groups.some((group) => group.benefit === benefit))
  return given.map((benefit) => {
    const had = rightTo(benefit, before, pensionOf)
    const when = of ? all(rightTo(benefit, of, pensionOf), not(had)) : not(had)
    return { id: notConverted, benefits: [benefit], when, label, cite }
  })
}

const nobody = ageBelow(0)

/** What a rule set asks of whoever has a right to a benefit, in facts alone. */
function rightTo(benefit: Benefit, rules: RuleSet, pensionOf: PensionOf): Condition {
  const groups = rules.groups.filter((group) => group.benefit === benefit)
  if (groups.length === 0) return nobody
  const barred = rules.combination.exclusions.filter((one) => one.benefits.includes(benefit))
  const asked = all(any(...groups.map(({ when }) => when)), ...barred.map(({ when }) => not(when)))
  return inFacts(asked, rules, pensionOf(rules))
}

/** The names of groups and of the social pension mean those of their own rule set, so what they say stands for them. */
function inFacts(condition: Condition, rules: RuleSet, pension: Dong): Condition {
  const inner = (one: Condition) => inFacts(one, rules, pension)
  switch (condition.kind) {
    case 'inGroup':
      return inner(rules.groups.find(({ id }) => id === condition.group)!.when) // Rule sets are checked for it.
    case 'amountBelow':
      return condition.limit === 'social_pension' ? { ...condition, limit: pension } : condition
    case 'not':
      return not(inner(condition.of))
    case 'all':
    case 'any':
      return { kind: condition.kind, of: condition.of.map(inner) }
    case 'is':
    case 'flag':
    case 'ageFrom':
    case 'ageBelow':
    case 'livesIn':
    case 'countAtLeast':
      return condition
  }
}
