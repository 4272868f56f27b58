import { faultOf, type Fault } from '#kernel/law'
import { eventChoices, eventFlags, eventNumbers } from './event-facts.ts'
import type { Law } from './law-in-force.ts'
import { confidentialFacts } from './facts.ts'
import { conventionFaults, faultsIn, neverIs, ofNothing, standsTwice } from './soundness.ts'
import type { Gives, SupportCondition, SupportLaw, SupportRegime, SupportRule } from './support.ts'

/** What is wrong with support rules as data, in words for who wrote them; nothing where they are sound. */
export function faultsOfSupport(support: SupportLaw, law: Law): Fault[] {
  return support.flatMap((regime, index) => {
    const before = support[index - 1]
    const monthly = law.regimes.find(({ rules }) => rules.id === regime.id)?.rules.groups ?? []
    const groups = new Set(monthly.map(({ id }) => id))
    return [
      ...(before && before.inForce >= regime.inForce
        ? [{ en: `${regime.id} is not after ${before.id}`, vi: `${regime.id} không sau ${before.id}` }]
        : []),
      ...faultsOfRegime(regime, groups).map((fault) => faultOf(regime.id, fault)),
    ]
  })
}

function faultsOfRegime({ rules, choices }: SupportRegime, groups: ReadonlySet<string>): Fault[] {
  const ids = rules.map(({ id }) => id)
  const known = new Set(choices.map(({ id }) => id))
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map(standsTwice),
    ...choices
      .filter(({ id }) => !rules.some(({ oneOf }) => oneOf === id))
      .map(({ id }) => ({ en: `nothing is chosen by ${id}`, vi: `không có gì để chọn theo ${id}` })),
    ...rules.flatMap((rule) =>
      [
        ...conditionFaults(rule.when, groups),
        ...conventionFaults(rule.cite),
        ...giveFaults(rule.gives),
        ...(rule.oneOf !== undefined && !known.has(rule.oneOf)
          ? [{ en: `${rule.oneOf} is no choice`, vi: `${rule.oneOf} không phải một lựa chọn` }]
          : []),
        ...(rule.of.length === 0 ? [{ en: 'asked of nothing', vi: 'không hỏi về việc gì' }] : []),
        ...deadlineFaults(rule),
      ].map((fault) => faultOf(rule.id, fault)),
    ),
  ]
}

function conditionFaults(condition: SupportCondition, groups: ReadonlySet<string>): Fault[] {
  switch (condition.kind) {
    case 'not':
      return conditionFaults(condition.of, groups)
    case 'all':
    case 'any':
      return condition.of.length === 0
        ? [ofNothing(condition.kind)]
        : condition.of.flatMap((inner) => conditionFaults(inner, groups))
    case 'eventIs': {
      // Compared as text: rules may come from a file.
      const known: readonly string[] | undefined = eventChoices[condition.fact]
      if (!known) return [noFactOfEvent(condition.fact)]
      return condition.among
        .filter((value) => !known.includes(value))
        .map((value) => neverIs(condition.fact, value))
    }
    case 'eventFlag':
      return eventFlags.includes(condition.fact) ? [] : [noFactOfEvent(condition.fact)]
    case 'eventAtLeast':
      if (!eventNumbers.includes(condition.fact))
        return [
          {
            en: `${condition.fact} is no number of an event`,
            vi: `${condition.fact} không phải một con số của sự việc`,
          },
        ]
      return condition.least > 0 ? [] : [{ en: 'a number below one', vi: 'một số dưới 1' }]
    case 'receives':
      return condition.benefits.length > 0
        ? []
        : [{ en: '«receives» nothing', vi: '«receives» không có chế độ nào' }]
    case 'entitledTo':
      return []
    case 'is':
    case 'flag':
      // These rights are shown to everybody who reads an explanation.
      return confidentialFacts.has(condition.fact)
        ? [{ en: `${condition.fact} is confidential`, vi: `${condition.fact} là thông tin kín` }]
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

function noFactOfEvent(fact: string): Fault {
  return { en: `${fact} is no fact of an event`, vi: `${fact} không phải dữ kiện của sự việc` }
}

function giveFaults(gives: Gives): Fault[] {
  const isNothing = (amount: number) => (amount > 0 ? [] : [{ en: 'gives nothing', vi: 'không cho gì' }])
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

function deadlineFaults({ procedure }: SupportRule): Fault[] {
  return procedure?.within && procedure.within.count <= 0
    ? [{ en: 'a deadline before it begins', vi: 'thời hạn hết trước khi bắt đầu' }]
    : []
}
