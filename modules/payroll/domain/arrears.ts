import { dong, type Dong } from '#kernel/dong'

/** Why more was paid than was due; `paid_before`: a list of before had paid the month already. */
export const overpaidCauses = ['died', 'not_entitled', 'lower_amount', 'paid_before'] as const
export type OverpaidCause = (typeof overpaidCauses)[number]

type Owed<Component extends string> = { readonly component: Component; readonly amount: Dong }

/** What is still to be paid for a month, and what was paid above the right. */
export type Settlement<Component extends string, Due extends Owed<Component>> = {
  readonly arrears: readonly { readonly due: Due; readonly amount: Dong }[]
  readonly overpaid: readonly {
    readonly component: Component
    readonly amount: Dong
    readonly isDue: boolean
  }[]
}

/**
 * Compares what a person is due for a month, as known now, with what all lists so far gave them for it («truy lĩnh»,
 * «chi thừa»). What is missing is arrears; what is too much is reported, and never taken from another component.
 */
export function settle<Component extends string, Due extends Owed<Component>>(
  dues: readonly Due[],
  decided: ReadonlyMap<Component, Dong>,
): Settlement<Component, Due> {
  const arrears = []
  const overpaid = []
  for (const due of dues) {
    const difference = due.amount - (decided.get(due.component) ?? 0)
    if (difference > 0) arrears.push({ due, amount: dong(difference) })
    if (difference < 0) overpaid.push({ component: due.component, amount: dong(-difference), isDue: true })
  }
  for (const [component, amount] of decided)
    if (amount > 0 && !dues.some((due) => due.component === component))
      overpaid.push({ component, amount, isDue: false })
  return { arrears, overpaid }
}
