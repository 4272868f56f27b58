import { monthOf, type CivilDate } from '#kernel/civil-date'
import { timesTenths, type Tenths } from '#kernel/dong'
import { cardLevels, supportLaw } from '../../law/support/index.ts'
import { regimeFor, standardIn, valueIn, type Law } from '../law-in-force.ts'
import type { BaseParameter } from '../rule-set.ts'
import type { Choice, Gives, SupportRegime, SupportRule } from '../support.ts'
import type { AmountIn, Given, Provision, Statement } from './provision.ts'
import { stated, type Around } from './stated.ts'
import { territoriesOf } from './territories.ts'

/** The rules for events and rights beside the monthly ones, by the law in force on the day: no level reaches back. */
export function supportProvisions(
  law: Law,
  on: CivilDate,
  knownOn: CivilDate,
  around: Around,
): readonly Provision[] {
  const regime = supportKnown(on, knownOn)
  if (!regime) return []
  const amounts = amountsFor(law, on, knownOn)
  return regime.rules.map((rule) => provisionOf(rule, regime.choices, around, amounts))
}

/** The days on which these rules begin to say something else. */
export function supportDays(knownOn: CivilDate): readonly CivilDate[] {
  return supportLaw.filter(({ issued }) => issued <= knownOn).map(({ inForce }) => inForce)
}

function supportKnown(on: CivilDate, knownOn: CivilDate): SupportRegime | undefined {
  return supportLaw.findLast(({ inForce, issued }) => inForce <= on && issued <= knownOn)
}

type Amounts = (coefficient: Tenths, base: BaseParameter) => readonly AmountIn[]

/** What a coefficient comes to for an event of the day: by the standard as it was known then. */
function amountsFor(law: Law, on: CivilDate, knownOn: CivilDate): Amounts {
  const month = monthOf(on)
  const rules = regimeFor(law, month, on < knownOn ? on : knownOn)?.rules
  if (!rules) return () => []
  return (coefficient, base) => {
    if (base === 'social_pension') {
      const pension = valueIn(rules.parameters.social_pension, month)?.value
      return pension ? [{ territory: 'central', amount: timesTenths(pension, coefficient) }] : []
    }
    const central = standardIn(rules, month, 'central')
    return territoriesOf(rules)
      .map((territory) => ({ territory, standard: standardIn(rules, month, territory) }))
      .filter(({ territory, standard }) => territory === 'central' || standard > central)
      .map(({ territory, standard }) => ({ territory, amount: timesTenths(standard, coefficient) }))
  }
}

function provisionOf(
  { id, family, label, cite, when, gives, payee, isFloor, procedure, oneOf }: SupportRule,
  choices: readonly Choice[],
  around: Around,
  amounts: Amounts,
): Provision {
  const choice = choices.find((one) => one.id === oneOf)
  return {
    id,
    chapter: family,
    label,
    cite,
    statements: [
      { key: 'who', kind: 'who', condition: stated(when, around), cite },
      {
        key: 'gives',
        kind: 'gives',
        gives: givenBy(gives),
        isFloor: isFloor === true,
        amounts: amountsOf(gives, amounts),
        cite,
      },
      { key: 'payee', kind: 'payee', payee, cite },
      ...(choice ? [{ key: 'choice', kind: 'choice', label: choice.label, cite: choice.cite } as const] : []),
      ...(procedure
        ? [
            {
              key: 'decided',
              kind: 'decided',
              authority: procedure.authority,
              form: procedure.form,
              within: procedure.within,
              note: procedure.note,
              cite: procedure.cite,
            } satisfies Statement,
          ]
        : []),
    ],
  }
}

/** A card says how much of the costs it pays. */
function givenBy(gives: Gives): Given {
  return gives.kind === 'card' ? { ...gives, percent: cardLevels[gives.level].percent } : gives
}

function amountsOf(gives: Gives, amounts: Amounts): readonly AmountIn[] {
  switch (gives.kind) {
    case 'multiple':
      return amounts(gives.coefficient, gives.base)
    case 'realCost':
      return amounts(gives.atLeast, gives.base)
    case 'upTo':
      return typeof gives.ceiling === 'number'
        ? [{ territory: 'central', amount: gives.ceiling }]
        : amounts(gives.ceiling.coefficient, gives.ceiling.base)
    case 'fixed':
      return [{ territory: 'central', amount: gives.amount }]
    case 'daily':
      return [{ territory: 'central', amount: gives.rate }]
    case 'topUp':
      return [{ territory: 'central', amount: gives.to }]
    case 'rice':
    case 'card':
    case 'inKind':
    case 'record':
      return []
  }
}
