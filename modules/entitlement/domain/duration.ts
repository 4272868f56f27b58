import { addMonths, firstDayOf, type CivilDate, type Month } from '#kernel/civil-date'
import { payeeOf, type Benefit, type Component, type Payee } from './determination.ts'
import { engine } from './determine.ts'
import { privateRule } from './discretion.ts'
import type { ConditionNode, Explanation, GroupExplanation, GroupOutcome } from './explanation.ts'
import type { Law } from './law-in-force.ts'
import type { Procedure } from './procedure.ts'
import type { Dated, Label } from './rule-set.ts'
import { firstFailing } from './trace.ts'
import { turningMonths, type TurningDays } from './turning-months.ts'

/**
 * How long a right that a month pays goes on, if nothing changes but what is told and what time brings: since which month in
 * a row, through which, and to whom it is paid («từ tháng, đến tháng, người nhận»).
 */
export type Duration = {
  readonly group: string
  readonly benefit: Benefit
  readonly component: Component
  readonly payee: Payee
  /** The first month; null where it was one as long as any law is known. */
  readonly from: Month | null
  /** The last month; null where nothing that is known ends it. */
  readonly until: Month | null
  /** Why the month after it is not paid. */
  readonly ends?: Ending
  /** Which month a decision made now lets it begin with. */
  readonly starts: 'month_of_decision' | Procedure['start'][number]['from']
}

export type Ending =
  | { readonly kind: 'condition'; readonly condition: ConditionNode }
  | { readonly kind: 'exclusion'; readonly label: Label }
  | { readonly kind: 'outcome'; readonly outcome: GroupOutcome }
  /** The person is alive no more, or the law has no such group. */
  | { readonly kind: 'death' | 'law' }

export type Asked = {
  /** The explanation of any month, as it is known on the same day. */
  readonly explainIn: (month: Month) => Explanation
  readonly days: TurningDays
  readonly law?: Law
  /** Whether groups that follow each other as the same component are one right: where their names are not told. */
  readonly isByComponent?: boolean
}

/** How long each right goes on that a month pays. Beside the explanation, because it asks for many of them. */
export function durationsOf(
  { month, groups, regime }: Explanation,
  { explainIn, days, law = engine.law, isByComponent = false }: Asked,
): Duration[] {
  const paid = groups.filter(isPaid)
  if (paid.length === 0) return []
  const explained = new Map<Month, Explanation>()
  const explanationOf = (asked: Month) => {
    const known = explained.get(asked) ?? explainIn(asked)
    explained.set(asked, known)
    return known
  }
  const paysIn = (asked: Month, { group, component }: GroupExplanation) =>
    explanationOf(asked).groups.some(
      (one) => isPaid(one) && (isByComponent ? one.component === component : one.group === group),
    )
  const turning = { ...days, days: [...days.days, ...turnsOfAmounts(law)] }
  const before = turningMonths({ from: law.regimes[0].from, through: month }, turning, law)
  const after = turningMonths({ from: month, through: null }, turning, law)
  const procedure = law.procedures.find(({ id }) => id === regime?.procedure.id)
  return paid.map((right) => {
    const { group, benefit, component } = right
    const last = before.findLastIndex((asked) => !paysIn(asked, right))
    // Between two of these months each is like the first of them.
    const from = last === -1 ? null : (before[last + 1] ?? month)
    const first = after.find((asked) => !paysIn(asked, right))
    return {
      group,
      benefit,
      component,
      payee: payeeOf[component],
      from,
      until: first === undefined ? null : addMonths(first, -1),
      ...(first !== undefined && endingIn(explanationOf(first), group)),
      starts: procedure?.start.find((start) => start.group === group)?.from ?? 'month_of_decision',
    }
  })
}

const isPaid = ({ outcome }: GroupExplanation) => outcome === 'paid'

function endingIn({ groups }: Explanation, id: string): { readonly ends?: Ending } {
  if (groups.length === 0) return { ends: { kind: 'death' } }
  const group = groups.find((one) => one.group === id)
  if (!group) return id === privateRule ? {} : { ends: { kind: 'law' } }
  const { outcome, firstFailing: failing, exclusion } = group
  if (failing) return { ends: { kind: 'condition', condition: within(failing) } }
  return { ends: exclusion ? { kind: 'exclusion', label: exclusion.label } : { kind: 'outcome', outcome } }
}

/** Of a group that rests on another, what the other lacks. */
function within(failing: ConditionNode): ConditionNode {
  return failing.kind === 'inGroup' ? within(firstFailing(failing.of)) : failing
}

/** Which of two rights is the higher may turn with any amount, and what a month pays with any procedure. */
function turnsOfAmounts({ regimes, procedures }: Law): CivilDate[] {
  return [
    ...procedures.map(({ inForce }) => inForce),
    ...regimes.flatMap(({ rules }) =>
      Object.values(rules.parameters as Readonly<Record<string, readonly Dated<unknown>[]>>) // Each a list with dates.
        .flat()
        .flatMap(({ from, until }) => [firstDayOf(from), ...(until ? [firstDayOf(until)] : [])]),
    ),
  ]
}
