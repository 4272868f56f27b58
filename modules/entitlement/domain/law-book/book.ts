import { addMonths, firstDayOf, monthOf, type CivilDate, type Month } from '#kernel/civil-date'
import { timesTenths, type Dong } from '#kernel/dong'
import { canonical } from '../fingerprint.ts'
import {
  conversionIn,
  provincialIn,
  regimeFor,
  standardIn,
  valueIn,
  versionOf,
  type Law,
} from '../law-in-force.ts'
import type { Procedure } from '../procedure.ts'
import type { Dated, Group, Label, Regime, RegimeId, RuleSet, Source } from '../rule-set.ts'
import type { AmountIn, Provision, Statement } from './provision.ts'
import { stated, type Around } from './stated.ts'
import { supportDays, supportProvisions } from './support-provisions.ts'
import { territoriesOf } from './territories.ts'

/** The rule set that speaks on a day, and since when. */
export type RegimeOnDay = {
  readonly id: RegimeId
  readonly label: Label
  readonly version: string
  readonly from: Month
  readonly issued: CivilDate
  readonly inForce: CivilDate
  /** The day lies before the law came into force: it reaches back. */
  readonly isRetroactive: boolean
  /** What was in force on a day to which the law only reaches back. */
  readonly inForceThen?: Label
  readonly cite: Source
}

/** The whole law as it stood on a day («ngày xem») by what was known on another («biết đến»). */
export type LawBook = {
  readonly format: 'law-book.v1'
  readonly on: CivilDate
  readonly knownOn: CivilDate
  /** Undefined before the first law this system knows. */
  readonly regime?: RegimeOnDay
  readonly provisions: readonly Provision[]
}

/** Everything the law says on a day, made of the rule sets themselves; the last books opened are kept. */
export function lawBookOn(law: Law, on: CivilDate, knownOn: CivilDate): LawBook {
  return kept(books, law, `${on} ${knownOn}`, () => bookOn(law, on, knownOn))
}

const books = new WeakMap<Law, Map<string, LawBook>>()
const turns = new WeakMap<Law, Map<string, CivilDate[]>>()
const most = 64

/** Makes something of a law once, and forgets what was made longest ago. */
function kept<Made>(all: WeakMap<Law, Map<string, Made>>, law: Law, key: string, make: () => Made): Made {
  const ofLaw = all.get(law) ?? new Map<string, Made>()
  all.set(law, ofLaw)
  const made = ofLaw.get(key) ?? make()
  ofLaw.set(key, made)
  if (ofLaw.size > most) ofLaw.delete(ofLaw.keys().next().value!)
  return made
}

function bookOn(law: Law, on: CivilDate, knownOn: CivilDate): LawBook {
  const month = monthOf(on)
  const regime = regimeFor(law, month, knownOn)
  const blank = { format: 'law-book.v1', on, knownOn } as const
  if (!regime) return { ...blank, provisions: [] }
  const { rules } = regime
  const around = {
    group: new Map(rules.groups.map((group) => [group.id, group])),
    socialPension: valueIn(rules.parameters.social_pension, month)?.value ?? (0 as Dong), // Zero is whole.
  }
  const procedure = procedureKnown(law.procedures, on, knownOn)
  return {
    ...blank,
    regime: regimeOnDay(law, regime, on),
    provisions: [
      ...amountsIn(rules, month),
      ...rules.groups.map((group) => provisionOf(group, rules, month, around)),
      ...supportProvisions(law, on, knownOn, around),
      ...combinationOf(rules, month),
      ...exclusionsOf(rules, around),
      ...(on < regime.inForce ? conversionOf(law, regime, month) : []),
      ...(procedure ? [procedureProvision(procedure, around)] : []),
    ],
  }
}

function regimeOnDay(
  { regimes }: Law,
  { rules, from, issued, inForce, cite }: Regime,
  on: CivilDate,
): RegimeOnDay {
  const { id, label } = rules
  const isRetroactive = on < inForce
  const then = isRetroactive ? regimes.findLast((one) => one.inForce <= on) : undefined
  return {
    id,
    label,
    version: versionOf(rules),
    from,
    issued,
    inForce,
    isRetroactive,
    ...(then && { inForceThen: then.rules.label }),
    cite,
  }
}

function procedureKnown(procedures: readonly Procedure[], on: CivilDate, knownOn: CivilDate) {
  return procedures.findLast(({ inForce, issued }) => inForce <= on && issued <= knownOn)
}

const names = {
  central: { vi: 'Mức chuẩn trợ giúp xã hội', en: 'Standard amount of social assistance' },
  provincial: { vi: 'Mức chuẩn của tỉnh', en: 'Standard amount of the province' },
  social_pension: { vi: 'Mức trợ cấp hưu trí xã hội', en: 'Amount of the social pension' },
  small_pension: { vi: 'Lương hưu, trợ cấp bảo hiểm xã hội thấp', en: 'Small pensions' },
  meritorious_overlap: {
    vi: 'Đồng thời hưởng trợ cấp ưu đãi người có công',
    en: 'Beside an allowance for meritorious service',
  },
  highest: { vi: 'Chỉ hưởng một mức cao nhất', en: 'Only the highest amount' },
  together: { vi: 'Trường hợp được hưởng cả hai', en: 'Where both are paid' },
  higher_of: { vi: 'Chỉ hưởng chế độ cao hơn', en: 'Only the higher benefit' },
  one_a_month: { vi: 'Chuyển giữa hai chế độ trong tháng', en: 'From one benefit to another within a month' },
  added: { vi: 'Khoản được cộng thêm', en: 'What is added' },
  procedure: { vi: 'Tháng bắt đầu, điều chỉnh, thôi hưởng', en: 'First, adjusted and last month' },
} satisfies Record<string, Label>

function amountsIn(rules: RuleSet, month: Month): Provision[] {
  const { parameters } = rules
  const amount = ({ from, until, value, cite }: Dated<Dong>, overtaken?: Dong): Statement => ({
    key: 'amount',
    kind: 'amount',
    value,
    from,
    ...(until && { until }),
    ...(overtaken !== undefined && { overtaken }),
    cite,
  })
  const standards = territoriesOf(rules).flatMap((territory): Provision[] => {
    const dated = provincialIn(rules, month, territory)
    if (!dated) return []
    const used = standardIn(rules, month, territory)
    const isCentral = territory === 'central'
    return [
      {
        id: isCentral ? 'standard' : `standard-${territory}`,
        chapter: 'amounts',
        label: isCentral ? names.central : names.provincial,
        ...(!isCentral && { territory }),
        cite: dated.cite,
        statements: [amount(dated, used > dated.value ? used : undefined)],
      },
    ]
  })
  const pension = valueIn(parameters.social_pension, month)
  if (!pension) return standards
  return [
    ...standards,
    {
      id: 'social-pension',
      chapter: 'amounts',
      label: names.social_pension,
      cite: pension.cite,
      statements: [amount(pension)],
    },
  ]
}

function provisionOf(group: Group, rules: RuleSet, month: Month, around: Around): Provision {
  const { id, benefit, component, label, cite, when, bands, per, shrinksNextMonth, growsAtOnce } = group
  return {
    id,
    chapter: benefit,
    label,
    component,
    cite,
    statements: [
      { key: 'who', kind: 'who', condition: stated(when, around), cite },
      ...bands.map((band): Statement => ({
        key: band.id,
        kind: 'band',
        label: band.label,
        ...(band.when && { when: stated(band.when, around) }),
        coefficient: band.coefficient,
        amounts: basesOf(group, rules, month, around).map(({ territory, amount }) => ({
          territory,
          amount: timesTenths(amount, band.coefficient),
        })),
        cite: band.cite,
      })),
      ...(per ? [{ key: 'counted', kind: 'counted', what: per.label, cite } as const] : []),
      ...(shrinksNextMonth
        ? [{ key: 'shrinks', kind: 'shrinks', cite: shrinksNextMonth.cite } as const]
        : []),
      ...(growsAtOnce && month < growsAtOnce.until
        ? [{ key: 'grows', kind: 'grows', cite: growsAtOnce.cite } as const]
        : []),
    ],
  }
}

/** What the coefficients of a group are multiplied by: the centre’s amount, and those of provinces that give more. */
function basesOf({ base }: Group, rules: RuleSet, month: Month, { socialPension }: Around): AmountIn[] {
  if (base === 'social_pension') return [{ territory: 'central', amount: socialPension }]
  const central = standardIn(rules, month, 'central')
  return territoriesOf(rules)
    .map((territory) => ({ territory, amount: standardIn(rules, month, territory) }))
    .filter(({ territory, amount }) => territory === 'central' || amount > central)
}

function combinationOf({ combination, groups, parameters }: RuleSet, month: Month): Provision[] {
  const { highest, together, higherOf, oneAMonth, added } = combination
  const label = (id: string) => groups.find((group) => group.id === id)!.label
  const rule = (id: keyof typeof names, statement: Statement): Provision => ({
    id: id.replaceAll('_', '-'),
    chapter: 'combination',
    label: names[id],
    cite: statement.cite,
    statements: [statement],
  })
  const small = groups.some(({ base }) => base === 'social_pension')
    ? valueIn(parameters.small_pension, month)
    : undefined
  const overlap = valueIn(parameters.meritorious_overlap, month)
  return [
    rule('highest', { key: 'highest', kind: 'highest', cite: highest.cite }),
    {
      id: 'together',
      chapter: 'combination',
      label: names.together,
      cite: together.cite,
      statements: [
        { key: 'together', kind: 'together', group: label(together.group), cite: together.cite },
        ...together.with.map((id): Statement => ({
          key: `with ${id}`,
          kind: 'together_with',
          group: label(id),
          cite: together.cite,
        })),
      ],
    },
    ...(higherOf
      ? [
          rule('higher_of', {
            key: 'higher_of',
            kind: 'higher_of',
            benefits: higherOf.benefits,
            keeps: higherOf.keeps,
            cite: higherOf.cite,
          }),
        ]
      : []),
    ...(oneAMonth
      ? [
          {
            id: 'one-a-month',
            chapter: 'combination' as const,
            label: names.one_a_month,
            cite: oneAMonth.cite,
            statements: oneAMonth.against.map((against): Statement => ({
              key: `against ${against}`,
              kind: 'one_a_month',
              benefit: oneAMonth.benefit,
              against,
              cite: oneAMonth.cite,
            })),
          },
        ]
      : []),
    ...(added.benefits.length > 0
      ? [rule('added', { key: 'added', kind: 'added', benefits: added.benefits, cite: added.cite })]
      : []),
    ...(small
      ? [rule('small_pension', { key: 'value', kind: 'small_pension', value: small.value, cite: small.cite })]
      : []),
    ...(overlap
      ? [
          rule('meritorious_overlap', {
            key: 'value',
            kind: 'meritorious_overlap',
            value: overlap.value,
            cite: overlap.cite,
          }),
        ]
      : []),
  ]
}

function exclusionsOf({ combination }: RuleSet, around: Around): Provision[] {
  return combination.exclusions.map(({ id, label, benefits, when, cite }) => ({
    id,
    chapter: 'exclusions',
    label,
    cite,
    statements: [
      { key: 'who', kind: 'who', condition: stated(when, around), cite },
      ...benefits.map((benefit): Statement => ({
        key: `shut_out ${benefit}`,
        kind: 'shut_out',
        benefit,
        cite,
      })),
    ],
  }))
}

/** One rule, whatever benefits it is asked of: whom it shuts out is what the law before says. */
function conversionOf(law: Law, regime: Regime, month: Month): Provision[] {
  const [first, ...others] = conversionIn(law, regime, month)
  if (!first) return []
  const { id, label, cite } = first
  const shut = [first, ...others].flatMap(({ benefits }) => benefits)
  return [
    {
      id,
      chapter: 'exclusions',
      label,
      cite,
      statements: [
        { key: 'converts', kind: 'converts', cite },
        ...shut.map((benefit): Statement => ({
          key: `shut_out ${benefit}`,
          kind: 'shut_out',
          benefit,
          cite,
        })),
      ],
    },
  ]
}

function procedureProvision({ start, adjust, workingDays, cite }: Procedure, { group }: Around): Provision {
  return {
    id: 'procedure',
    chapter: 'procedure',
    label: names.procedure,
    cite,
    statements: [
      { key: 'start', kind: 'start', cite },
      ...start.flatMap((rule): Statement[] => {
        const label = group.get(rule.group)?.label
        if (!label) return [] // A group that ended; its procedure speaks of it no longer.
        const key = `start ${rule.group}`
        return rule.from === 'month_of_age'
          ? [{ key, kind: 'start_of_age', group: label, years: rule.years, cite }]
          : [{ key, kind: 'start_of_certificate', group: label, cite }]
      }),
      { key: 'adjust', kind: 'adjust', value: adjust, cite },
      { key: 'stop', kind: 'stop', cite },
      { key: 'working_days', kind: 'working_days', days: workingDays, cite },
    ],
  }
}

/** Every day on which the law, as known on a day, begins to say something else; the first is the beginning of all. */
export function turningDays(law: Law, knownOn: CivilDate): readonly CivilDate[] {
  return kept(turns, law, knownOn, () => daysOfChange(law, knownOn))
}

function daysOfChange(law: Law, knownOn: CivilDate): CivilDate[] {
  let before: string | undefined
  return candidates(law, knownOn).filter((day) => {
    const { regime, provisions } = lawBookOn(law, day, knownOn)
    const said = canonical([regime?.id, provisions])
    const isNew = regime !== undefined && said !== before
    before = said
    return isNew
  })
}

/** The first days of months in which a parameter or a regime begins, and the days on which laws came into force. */
function candidates({ regimes, procedures }: Law, knownOn: CivilDate): CivilDate[] {
  const known = [...regimes, ...procedures].filter(({ issued }) => issued <= knownOn)
  const months = [
    ...regimes.map(({ from }) => from),
    ...regimes.flatMap(({ rules }) =>
      Object.values(rules.parameters)
        .flat()
        .flatMap(({ from, until }: Dated<unknown>) => [from, ...(until ? [until] : [])]),
    ),
    // Public before it came into force, a law speaks for the months that begin after that day.
    ...known.map(({ inForce }) => addMonths(monthOf(inForce), 1)),
  ]
  const days = [...months.map(firstDayOf), ...known.map(({ inForce }) => inForce), ...supportDays(knownOn)]
  return [...new Set(days)].toSorted()
}
