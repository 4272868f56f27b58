import { benefitOf, components, type Benefit, type Component } from '../determination.ts'
import { nobody, type MonthColumns, type StandingColumns } from './columns.ts'
import type { Plan } from './kernel-plan.ts'
import type { DueColumns } from './kernel-rights.ts'

export type Prices = {
  /** Coefficient × units × base for a range of persons, at what their territory pays. */
  readonly priceRange: (input: MonthColumns, output: DueColumns, from: number, to: number) => void
  readonly priceOne: (
    output: DueColumns,
    component: Component,
    index: number,
    as: { readonly standing: StandingColumns; readonly territory: number },
  ) => void
  /**
   * What becomes of several benefits of one person: meritorious service, one a month, the higher of two. `begins` says,
   * from `from` on, who did not hold the benefit of «one a month» when the month began.
   */
  readonly combineRange: (
    input: MonthColumns,
    output: DueColumns,
    range: { readonly from: number; readonly to: number; readonly begins: Uint8Array },
  ) => void
}

/** Amounts by rule and territory, worked out once; refuses those that are not whole or do not fit. */
export function pricesOf(plan: Plan): Prices {
  const { ml, territories } = plan
  const paid = plan.benefits.flatMap((benefit) => benefit.components)
  const width = territories.length
  const unitAmounts = unitAmountsOf(plan)
  // SP-03: where only the difference is paid, the base is what the own pension leaves of the social pension.
  const isDifference = Uint8Array.from(plan.rules, (rule) =>
    rule?.group.base === 'social_pension' && ml.smallPension === 'difference' ? 1 : 0,
  )
  const coefficients = Int32Array.from(plan.rules, (rule) => rule?.band.coefficient ?? 0)
  const differing = paid.filter((component) => {
    const { first, last } = plan.rulesOf[component]
    return isDifference.subarray(first, last + 1).includes(1)
  })

  function difference(output: DueColumns, component: Component, index: number, standing: StandingColumns) {
    const base = ml.later.socialPension - standing.pension[index]! - standing.socialInsurance[index]!
    const rule = output.rule[component][index]!
    const amount = (base * coefficients[rule]! * output.units[component][index]!) / 10
    if (amount !== (amount | 0)) throw new RangeError(`Not a whole amount of đồng: ${amount}`)
    output.amount[component][index] = amount
  }

  return {
    priceRange({ later }, output, from, to) {
      for (let i = from; i < to; i++)
        if (later.territory[i]! >= width) throw new RangeError('A territory the law was not compiled for')
      for (const component of paid)
        priceColumn(
          { rule: output.rule[component], units: output.units[component], amount: output.amount[component] },
          { unitAmounts, territory: later.territory, width },
          from,
          to,
        )
      for (const component of differing)
        for (let i = from; i < to; i++)
          if (isDifference[output.rule[component][i]!] === 1) difference(output, component, i, later)
    },
    priceOne(output, component, index, { standing, territory }) {
      if (territory >= width) throw new RangeError('A territory the law was not compiled for')
      const rule = output.rule[component][index]!
      if (isDifference[rule] === 1) difference(output, component, index, standing)
      else
        output.amount[component][index] =
          unitAmounts[rule * width + territory]! * output.units[component][index]!
    },
    combineRange: combining(plan),
  }
}

function priceColumn(
  { rule, units, amount }: { rule: Uint8Array; units: Uint8Array; amount: Int32Array },
  { unitAmounts, territory, width }: { unitAmounts: Int32Array; territory: Uint16Array; width: number },
  from: number,
  to: number,
) {
  for (let i = from; i < to; i++) amount[i] = unitAmounts[rule[i]! * width + territory[i]!]! * units[i]!
}

/** The most units a column can hold. */
const mostUnits = 255

function unitAmountsOf({ ml, rules, territories }: Plan): Int32Array {
  return Int32Array.from(
    rules.flatMap((rule) =>
      territories.map((territory) => {
        if (!rule) return 0
        const amount = (ml.base(rule.group.base, territory) * rule.band.coefficient) / 10
        if (!Number.isSafeInteger(amount) || amount * (rule.group.per ? mostUnits : 1) >= 2 ** 31)
          throw new RangeError(`${rule.band.id} in ${territory} is no sum columns can hold: ${amount}`)
        return amount
      }),
    ),
  )
}

function combining({ ml, benefits }: Plan): Prices['combineRange'] {
  const { higherOf, oneAMonth } = ml.regime.rules.combination
  const isComparing = ml.meritoriousOverlap === 'highest'
  const amountsOf = (output: DueColumns, benefit: Benefit) =>
    components
      .filter((component) => benefitOf[component] === benefit)
      .map((component) => output.amount[component])
  const isPaid = (benefit: Benefit) => benefits.some((plan) => plan.benefit === benefit)
  return (input, output, { from, to, begins }) => {
    if (isComparing && isPaid('monthly_allowance')) {
      const sums = summed(amountsOf(output, 'monthly_allowance'))
      for (let i = from; i < to; i++) {
        const sum = sums(i)
        if (sum > 0 && sum <= meritorious(input, i)) drop(output, 'monthly_allowance', i)
      }
    }
    if (oneAMonth && isPaid(oneAMonth.benefit)) {
      const own = summed(amountsOf(output, oneAMonth.benefit))
      const against = oneAMonth.against
        .filter(isPaid)
        .map((benefit) => ({ benefit, sum: summed(amountsOf(output, benefit)) }))
      for (let i = from; i < to; i++) {
        if (own(i) <= 0) continue
        const paying = against.filter(({ sum }) => sum(i) > 0)
        if (paying.length === 0) continue
        if (begins[i - from] === 1) drop(output, oneAMonth.benefit, i)
        else for (const { benefit } of paying) drop(output, benefit, i)
      }
    }
    if (higherOf && higherOf.benefits.every(isPaid)) {
      const [one, other] = higherOf.benefits
      const [ofOne, ofOther] = [summed(amountsOf(output, one)), summed(amountsOf(output, other))]
      for (let i = from; i < to; i++) {
        const [first, second] = [ofOne(i), ofOther(i)]
        if (first <= 0 || second <= 0) continue
        const kept = first === second ? higherOf.keeps : first > second ? one : other
        drop(output, kept === one ? other : one, i)
      }
    }
  }
}

function meritorious({ earlier, later }: MonthColumns, index: number): number {
  return (later.born[index] === nobody ? earlier : later).meritorious[index]!
}

function summed(columns: readonly Int32Array[]): (index: number) => number {
  const [first, second, ...more] = columns
  if (!first) return () => 0
  if (!second) return (index) => first[index]!
  if (more.length === 0) return (index) => first[index]! + second[index]!
  return (index) => columns.reduce((sum, column) => sum + column[index]!, 0)
}

function drop(output: DueColumns, benefit: Benefit, index: number) {
  for (const component of components) {
    if (benefitOf[component] !== benefit) continue
    output.amount[component][index] = 0
    output.rule[component][index] = 0
    output.units[component][index] = 0
  }
}
