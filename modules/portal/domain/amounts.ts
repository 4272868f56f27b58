import { monthOf, type CivilDate, type Month } from '#kernel/civil-date'
import { dong, type Dong } from '#kernel/dong'
import {
  engine,
  supportLaw,
  supportOn,
  type Group,
  type Label,
  type MonthLaw,
  type SupportRule,
} from '#modules/entitlement/engine'

/** What a group is paid, band by band, in đồng of today. */
export type AmountLine = { readonly label: Label; readonly amount: Dong; readonly isPerChild: boolean }
export type AmountGroup = { readonly group: Group; readonly lines: readonly AmountLine[] }
/** A right that is paid once, with the sum the law names for it. */
export type OnceLine = { readonly rule: SupportRule; readonly amount: Dong; readonly isFloor: boolean }

export type Amounts = {
  readonly month: Month
  readonly law: Label
  readonly standard: Dong
  readonly socialPension: Dong
  readonly groups: readonly AmountGroup[]
  readonly once: readonly OnceLine[]
}

/** Every amount the law gives today, straight from its rules and for the whole country. */
export function amountsOn(today: CivilDate): Amounts {
  const month = monthOf(today)
  const ml = engine.lawIn(month, today)
  if (!ml) throw new RangeError(`No law is known for ${month}`)
  const { rules } = ml.regime
  return {
    month,
    law: rules.label,
    standard: ml.base('standard', 'central'),
    socialPension: ml.base('social_pension', 'central'),
    groups: rules.groups.map((group) => ({
      group,
      lines: group.bands.map(({ label, coefficient }) => ({
        label,
        amount: dong((ml.base(group.base, 'central') * coefficient) / 10),
        isPerChild: group.per !== undefined,
      })),
    })),
    once: (supportOn(supportLaw, today)?.rules ?? []).flatMap((rule) => {
      const amount = amountOf(rule, ml)
      const isAsked = rule.family === 'emergency' || rule.family === 'funeral'
      return amount === undefined || !isAsked ? [] : [{ rule, amount, isFloor: rule.isFloor === true }]
    }),
  }
}

function amountOf({ gives }: SupportRule, ml: MonthLaw): Dong | undefined {
  switch (gives.kind) {
    case 'multiple':
      return dong((ml.base(gives.base, 'central') * gives.coefficient) / 10)
    case 'fixed':
      return gives.amount
    case 'realCost':
    case 'rice':
    case 'daily':
    case 'upTo':
    case 'topUp':
    case 'card':
    case 'inKind':
    case 'record':
      return undefined
  }
}
