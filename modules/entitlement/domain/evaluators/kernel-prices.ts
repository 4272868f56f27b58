import { benefitOf, benefits, components, type Benefit, type Component } from '../determination.ts'
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
   * What becomes of several benefits of one person: meritorious service, one a month, the higher of two. It must be known
   * which benefits were held when the month began: a bit for each.
   */
  readonly combineOne: (input: MonthColumns, output: DueColumns, index: number, held: number) => void
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
    combineOne: combining(plan),
  }
}

function priceColumn(
  { rule, units, amount }: { rule: Uint8Array; units: Uint8Array; amount: Int32Array },
  { unitAmounts, territory, width }: { unitAmounts: Int32Array; territory: Uint16Array; width: number },
  from: number,
  to: number,
) {
  for (let i = from; i < to; i++) {
    const number = rule[i]!
    amount[i] = number === 0 ? 0 : unitAmounts[number * width + territory[i]!]! * units[i]!
  }
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

function combining({ ml }: Plan): Prices['combineOne'] {
  const { higherOf, oneAMonth } = ml.regime.rules.combination
  const isComparing = ml.meritoriousOverlap === 'highest'
  return (input, output, index, held) => {
    if (isComparing) {
      const allowance = sumOf(output, 'monthly_allowance', index)
      if (allowance > 0 && meritorious(input, index) >= allowance) drop(output, 'monthly_allowance', index)
    }
    if (oneAMonth && sumOf(output, oneAMonth.benefit, index) > 0) {
      const paying = oneAMonth.against.filter((benefit) => sumOf(output, benefit, index) > 0)
      const wasHeld = (benefit: Benefit) => (held & bitOfBenefit[benefit]) !== 0
      const waiting = wasHeld(oneAMonth.benefit) || !paying.some(wasHeld) ? paying : [oneAMonth.benefit]
      for (const benefit of waiting) drop(output, benefit, index)
    }
    if (higherOf) {
      const [one, other] = higherOf.benefits
      const [first, second] = [sumOf(output, one, index), sumOf(output, other, index)]
      if (first <= 0 || second <= 0) return
      const kept = first === second ? higherOf.keeps : first > second ? one : other
      drop(output, kept === one ? other : one, index)
    }
  }
}

function sumOf(output: DueColumns, benefit: Benefit, index: number): number {
  let sum = 0
  for (const component of componentsOf[benefit]) sum += output.amount[component][index]!
  return sum
}

const componentsOf = Object.fromEntries(
  benefits.map((benefit): [Benefit, readonly Component[]] => [
    benefit,
    components.filter((component) => benefitOf[component] === benefit),
  ]),
) as Record<Benefit, readonly Component[]> // An entry for every benefit.

const bitOfBenefit = Object.fromEntries(
  benefits.map((benefit, place): [Benefit, number] => [benefit, 1 << place]),
) as Record<Benefit, number> // An entry for every benefit.

function meritorious({ earlier, later }: MonthColumns, index: number): number {
  return (later.born[index] === nobody ? earlier : later).meritorious[index]!
}

function drop(output: DueColumns, benefit: Benefit, index: number) {
  for (const component of componentsOf[benefit]) {
    output.amount[component][index] = 0
    output.rule[component][index] = 0
    output.units[component][index] = 0
  }
}
