import { monthOf, type CivilDate } from '#kernel/civil-date'
import { dong, tenths } from '#kernel/dong'
import {
  amend,
  faultsOf,
  provincialIn,
  regimeFor,
  valueIn,
  type Amendment,
  type Condition,
  type Group,
  type Law,
  type Regime,
  type RuleSet,
  type Source,
} from '#modules/entitlement'
import { boundariesOf, groupsNamedBy, povertyOf, withBoundary, withPoverty } from './conditions.ts'
import type { Refusal } from './refusals.ts'
import type { Change, NewGroup, Scenario } from './scenario.ts'

/** The law as it is and as it would be, or why a scenario cannot be reckoned with. */
export type Reform =
  | { readonly isSound: true; readonly law: Law; readonly before: Regime; readonly after: RuleSet }
  | { readonly isSound: false; readonly refusals: readonly Refusal[] }

/**
 * Writes a scenario as one more regime at the end of the law, an amendment of the one it starts from. It speaks for every
 * place: where it holds is a question of who is asked (see reckon.ts), so that a province may change what is central.
 */
export function reformOf(law: Law, scenario: Scenario, today: CivilDate): Reform {
  const { month, from, changes, knownOn = today } = scenario
  const before = regimeFor(law, month, knownOn)
  if (!before)
    return refuse({ path: 'month', code: 'month_before_law', details: { first: law.regimes[0].from } })
  if (month > monthOf(today)) return refuse({ path: 'month', code: 'month_to_come', details: {} })
  if (from < month) return refuse({ path: 'from', code: 'starts_before_base', details: { month } })

  const refusals: Refusal[] = []
  let rules = before.rules
  const seen = new Set<string>()
  for (const [index, change] of changes.entries()) {
    const found = seen.has(subjectOf(change))
      ? [wrong('', 'changed_twice')]
      : refusalsOf(change, rules, scenario.month)
    seen.add(subjectOf(change))
    refusals.push(
      ...found.map(({ path, ...rest }) => ({ ...rest, path: `changes.${index}${path && `.${path}`}` })),
    )
    if (found.length === 0) rules = amend(rules, amendmentBy(change, index, rules, scenario.month))
  }
  if (refusals.length > 0) return { isSound: false, refusals }
  const unsound = [
    ...uneven(rules, scenario),
    ...faultsOf(rules).map(({ vi, en }) => wrong('changes', 'unsound', { fault: vi, inEnglish: en })),
  ]
  if (unsound.length > 0) return { isSound: false, refusals: unsound }
  const kept = law.regimes.slice(0, law.regimes.indexOf(before) + 1) as [Regime, ...Regime[]] // It is in there itself.
  return {
    isSound: true,
    law: { ...law, regimes: [...kept, { ...before, ...convertingAs(before), from: month, rules }] },
    before,
    after: rules,
  }
}

/** In months the law only converts, what it opened itself stays shut, and what the scenario opens does not. */
function convertingAs({ converts, rules }: Regime): Pick<Regime, 'converts'> {
  return converts ? { converts: { ...converts, of: rules } } : {}
}

const refuse = (...refusals: Refusal[]): Reform => ({ isSound: false, refusals })

function wrong(path: string, code: Refusal['code'], details: Refusal['details'] = {}): Refusal {
  return { path, code, details }
}

/** What a change is about; two about one thing contradict each other. */
function subjectOf(change: Change): string {
  switch (change.kind) {
    case 'coefficient':
      return `coefficient ${change.rule}`
    case 'age':
      return `age ${change.group} ${change.whose} ${change.from}`
    case 'poverty':
    case 'without':
      return `${change.kind} ${change.group}`
    case 'new_group':
      return `new_group ${change.name.toLocaleLowerCase('vi')}`
    case 'standard':
    case 'social_pension':
    case 'small_pension':
      return change.kind
  }
}

function refusalsOf(change: Change, rules: RuleSet, month: Scenario['month']): Refusal[] {
  switch (change.kind) {
    case 'standard': {
      const central = provincialIn(rules, month, 'central')
      return central && change.value < central.value
        ? [wrong('value', 'below_central', { floor: central.value, place: placeOf(central.cite) })]
        : []
    }
    case 'social_pension': {
      const central = valueIn(rules.parameters.social_pension, month)
      if (!central) return [wrong('value', 'no_social_pension')]
      return change.value < central.value
        ? [wrong('value', 'below_social_pension', { floor: central.value, place: placeOf(central.cite) })]
        : []
    }
    case 'small_pension':
      return valueIn(rules.parameters.small_pension, month) ? [] : [wrong('to', 'no_social_pension')]
    case 'coefficient':
      return rules.groups.some(({ bands }) => bands.some(({ id }) => id === change.rule))
        ? []
        : [wrong('rule', 'rule_unknown', { rule: change.rule })]
    case 'age':
      return ageRefusals(change, rules)
    case 'poverty': {
      const group = groupOf(rules, change.group)
      if (!group) return [wrong('group', 'group_unknown', { group: change.group })]
      return povertyOf(group) ? [] : [wrong('group', 'no_poverty_condition', { group: group.label.vi })]
    }
    case 'without': {
      const group = groupOf(rules, change.group)
      if (!group) return [wrong('group', 'group_unknown', { group: change.group })]
      const others = rules.groups.filter(
        (other) => other !== group && groupsNamedBy(other).includes(change.group),
      )
      return others.length > 0 || rules.combination.together.group === change.group
        ? [
            wrong('group', 'others_refer_to_it', {
              group: group.label.vi,
              others:
                others.map(({ label }) => `«${label.vi}»`).join(', ') ||
                placeOf(rules.combination.together.cite),
            }),
          ]
        : []
    }
    case 'new_group':
      return newGroupRefusals(change)
  }
}

function ageRefusals({ group: id, whose, from, to }: Change & { kind: 'age' }, rules: RuleSet): Refusal[] {
  const group = groupOf(rules, id)
  if (!group) return [wrong('group', 'group_unknown', { group: id })]
  const boundaries = boundariesOf(group).filter((boundary) => boundary.whose === whose)
  if (!boundaries.some(({ months }) => months === from))
    return [wrong('from', 'boundary_unknown', { group: group.label.vi, months: from })]
  const crossed = boundaries.find(
    ({ months }) => months !== from && (months === to || months < from !== months < to),
  )
  return crossed ? [wrong('to', 'age_crosses', { group: group.label.vi, other: crossed.months })] : []
}

function newGroupRefusals(group: NewGroup): Refusal[] {
  const { fromAge, belowAge, poverty, disability, inDifficultArea, withoutPension } = group
  if (fromAge !== null && belowAge !== null && fromAge >= belowAge)
    return [wrong('belowAge', 'ages_exclude_everybody', { fromAge, belowAge })]
  const asksSomething =
    fromAge !== null ||
    belowAge !== null ||
    poverty !== 'any' ||
    disability.length > 0 ||
    inDifficultArea ||
    withoutPension
  return asksSomething ? [] : [wrong('name', 'group_for_everybody')]
}

function amendmentBy(change: Change, index: number, rules: RuleSet, month: Scenario['month']): Amendment {
  const { id, label } = rules
  const from = month
  switch (change.kind) {
    case 'standard': {
      const { standard } = rules.parameters
      const territories = [...new Set(standard.map(({ territory }) => territory))]
      return {
        id,
        label,
        parameters: {
          standard: [
            ...endedBefore(standard, from),
            ...territories.map((territory) => ({
              territory,
              from,
              value: dong(change.value),
              cite: assumed,
            })),
          ],
        },
      }
    }
    case 'social_pension':
      return {
        id,
        label,
        parameters: {
          social_pension: [
            ...endedBefore(rules.parameters.social_pension, from),
            { from, value: dong(change.value), cite: assumed },
          ],
        },
      }
    case 'small_pension':
      return {
        id,
        label,
        parameters: {
          small_pension: [
            ...endedBefore(rules.parameters.small_pension, from),
            { from, value: change.to, cite: assumed },
          ],
        },
      }
    case 'coefficient':
      return {
        id,
        label,
        groups: rules.groups
          .filter(({ bands }) => bands.some((band) => band.id === change.rule))
          .map((group) => ({
            ...group,
            bands: group.bands.map((band) =>
              band.id === change.rule ? { ...band, coefficient: tenths(change.value), cite: assumed } : band,
            ),
          })),
      }
    case 'age':
      return {
        id,
        label,
        groups: [
          withBoundary(
            groupOf(rules, change.group)!, // Refused above where there is none.
            { whose: change.whose, months: change.from },
            change.to,
          ),
        ],
      }
    case 'poverty':
      return { id, label, groups: [withPoverty(groupOf(rules, change.group)!, change.to)] }
    case 'without': {
      const { together } = rules.combination
      return {
        id,
        label,
        without: [change.group],
        combination: {
          together: { ...together, with: together.with.filter((other) => other !== change.group) },
        },
      }
    }
    case 'new_group':
      return { id, label, groups: [groupFrom(change, index)] }
  }
}

/** What a scenario assumes is nobody’s law; it names itself as its place, as a rule must have one to be sound. */
const assumed: Source = { document: 'scenario', place: 'scenario', certainty: 'uncertain' }

function groupFrom(change: NewGroup, index: number): Group {
  const { fromAge, belowAge, poverty, disability, inDifficultArea, withoutPension } = change
  const asked: Condition[] = [
    ...(fromAge === null ? [] : [{ kind: 'ageFrom' as const, months: fromAge * 12 }]),
    ...(belowAge === null ? [] : [{ kind: 'ageBelow' as const, months: belowAge * 12 }]),
    ...(poverty === 'any'
      ? []
      : [
          {
            kind: 'is' as const,
            fact: 'household' as const,
            among: poverty === 'poor' ? ['poor'] : ['poor', 'near_poor'],
          },
        ]),
    ...(disability.length === 0
      ? []
      : [{ kind: 'is' as const, fact: 'disability' as const, among: disability }]),
    ...(inDifficultArea ? [{ kind: 'flag' as const, fact: 'inDifficultArea' as const }] : []),
    ...(withoutPension
      ? [{ kind: 'amountBelow' as const, facts: ['pension', 'socialInsurance'] as const, limit: dong(1) }]
      : []),
  ]
  const label = { vi: change.name, en: change.name }
  return {
    id: `PROV-${index + 1}`,
    benefit: 'monthly_allowance',
    component: 'allowance',
    base: 'standard',
    label,
    cite: assumed,
    when: { kind: 'all', of: asked },
    bands: [{ id: `PROV-${index + 1}`, label, coefficient: tenths(change.coefficient), cite: assumed }],
  }
}

/** A list of dated values cut off at a month, so that another may begin there. */
function endedBefore<Entry extends { readonly from: Scenario['month']; readonly until?: Scenario['month'] }>(
  list: readonly Entry[],
  month: Scenario['month'],
): Entry[] {
  return list
    .filter(({ from }) => from < month)
    .map((entry) => (entry.until === undefined || entry.until > month ? { ...entry, until: month } : entry))
}

/** Amounts that would not come out in whole đồng: no rounding is known to the law, so none is invented. */
function uneven(rules: RuleSet, { month, changes }: Scenario): Refusal[] {
  const standards = rules.parameters.standard.filter(
    ({ from, until }) => from <= month && (until === undefined || month < until),
  )
  const pension = valueIn(rules.parameters.social_pension, month)?.value
  const isDifference = valueIn(rules.parameters.small_pension, month)?.value === 'difference'
  for (const { base, bands } of rules.groups) {
    const amounts = base === 'standard' ? standards.map(({ value }) => Number(value)) : [pension ?? 0]
    for (const { id, coefficient } of bands) {
      const odd = amounts.find((amount) => (amount * coefficient) % 10 !== 0)
      // What a pension leaves of the social pension may be any number of đồng.
      if (odd === undefined && !(base === 'social_pension' && isDifference && coefficient % 10 !== 0))
        continue
      const place = changes.findIndex(
        (change) => (change.kind === 'coefficient' && change.rule === id) || change.kind === base,
      )
      return [
        wrong(place === -1 ? 'changes' : `changes.${place}.value`, 'amount_not_whole', {
          amount: odd ?? pension ?? 0,
          coefficient,
        }),
      ]
    }
  }
  return []
}

const groupOf = (rules: RuleSet, id: string) => rules.groups.find((group) => group.id === id)
const placeOf = ({ place, document }: Source) => `${place}, ${document}`
