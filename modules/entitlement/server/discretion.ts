import { confidentialFacts } from '../domain/facts.ts'
import { law, type Group } from '../domain/index.ts'
import type { Condition } from '../domain/rule-set.ts'

/** The rules whose very name says what only some may know: their groups ask for a confidential fact. */
const confidentialRules: ReadonlySet<string> = new Set(
  law.regimes
    .flatMap(({ rules }) => rules.groups)
    .filter(asksConfidentially)
    .flatMap(({ id, bands }) => [id, ...bands.map((band) => band.id)]),
)

export function isConfidentialRule(rule: string): boolean {
  return confidentialRules.has(rule)
}

function asksConfidentially({ when }: Group): boolean {
  return requires(when)
}

/** What a condition asks to be true; what it only asks not to be true gives nobody away. */
function requires(condition: Condition): boolean {
  switch (condition.kind) {
    case 'flag':
      return confidentialFacts.has(condition.fact)
    case 'is':
      return confidentialFacts.has(condition.fact)
    case 'all':
    case 'any':
      return condition.of.some(requires)
    case 'not':
    case 'ageFrom':
    case 'ageBelow':
    case 'livesIn':
    case 'countAtLeast':
    case 'inGroup':
    case 'amountBelow':
      return false
  }
}
