import { eventChoices, eventFlags, eventNumbers } from './event-facts.ts'
import type { Law } from './law-in-force.ts'
import { confidentialFacts } from './facts.ts'
import { faultsIn } from './soundness.ts'
import type { Gives, SupportCondition, SupportLaw, SupportRegime, SupportRule } from './support.ts'

/** What is wrong with support rules as data, in words for who wrote them; nothing where they are sound. */
export function faultsOfSupport(support: SupportLaw, law: Law): string[] {
  return support.flatMap((regime, index) => {
    const before = support[index - 1]
    const monthly = law.regimes.find(({ rules }) => rules.id === regime.id)?.rules.groups ?? []
    const groups = new Set(monthly.map(({ id }) => id))
    return [
      ...(before && before.inForce >= regime.inForce ? [`${regime.id} is not after ${before.id}`] : []),
      ...faultsOfRegime(regime, groups).map((fault) => `${regime.id}: ${fault}`),
    ]
  })
}

function faultsOfRegime({ rules, choices }: SupportRegime, groups: ReadonlySet<string>): string[] {
  const ids = rules.map(({ id }) => id)
  const known = new Set(choices.map(({ id }) => id))
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} stands twice`),
    ...choices
      .filter(({ id }) => !rules.some(({ oneOf }) => oneOf === id))
      .map(({ id }) => `nothing is chosen by ${id}`),
    ...rules.flatMap((rule) =>
      [
        ...conditionFaults(rule.when, groups),
        ...giveFaults(rule.gives),
        ...(rule.oneOf !== undefined && !known.has(rule.oneOf) ? [`${rule.oneOf} is no choice`] : []),
        ...(rule.of.length === 0 ? ['asked of nothing'] : []),
        ...deadlineFaults(rule),
      ].map((fault) => `${rule.id}: ${fault}`),
    ),
  ]
}

function conditionFaults(condition: SupportCondition, groups: ReadonlySet<string>): string[] {
  switch (condition.kind) {
    case 'not':
      return conditionFaults(condition.of, groups)
    case 'all':
    case 'any':
      return condition.of.length === 0
        ? [`«${condition.kind}» of nothing`]
        : condition.of.flatMap((inner) => conditionFaults(inner, groups))
    case 'eventIs': {
      // Compared as text: rules may come from a file.
      const known: readonly string[] | undefined = eventChoices[condition.fact]
      if (!known) return [`${condition.fact} is no fact of an event`]
      return condition.among
        .filter((value) => !known.includes(value))
        .map((value) => `${condition.fact} is never ${value}`)
    }
    case 'eventFlag':
      return eventFlags.includes(condition.fact) ? [] : [`${condition.fact} is no fact of an event`]
    case 'eventAtLeast':
      if (!eventNumbers.includes(condition.fact)) return [`${condition.fact} is no number of an event`]
      return condition.least > 0 ? [] : ['a number below one']
    case 'receives':
      return condition.benefits.length > 0 ? [] : ['«receives» nothing']
    case 'entitledTo':
      return []
    case 'is':
    case 'flag':
      // These rights are shown to everybody who reads an explanation.
      return confidentialFacts.has(condition.fact)
        ? [`${condition.fact} is confidential`]
        : faultsIn(condition, groups)
    case 'ageFrom':
    case 'ageBelow':
    case 'livesIn':
    case 'countAtLeast':
    case 'inGroup':
    case 'amountBelow':
      return faultsIn(condition, groups)
  }
}

function giveFaults(gives: Gives): string[] {
  const isNothing = (amount: number) => (amount > 0 ? [] : ['gives nothing'])
  switch (gives.kind) {
    case 'multiple':
      return isNothing(gives.coefficient)
    case 'fixed':
      return isNothing(gives.amount)
    case 'realCost':
      return isNothing(gives.atLeast)
    case 'rice':
      return isNothing(gives.kilograms * gives.months)
    case 'daily':
      return isNothing(gives.rate * gives.months)
    case 'upTo':
      return isNothing(typeof gives.ceiling === 'number' ? gives.ceiling : gives.ceiling.coefficient)
    case 'topUp':
      return isNothing(gives.to)
    case 'card':
    case 'inKind':
    case 'record':
      return []
  }
}

function deadlineFaults({ procedure }: SupportRule): string[] {
  return procedure?.within && procedure.within.count <= 0 ? ['a deadline before it begins'] : []
}
