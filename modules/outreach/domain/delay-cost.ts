import { dong, type Dong } from '#kernel/dong'
import type { MonthLaw } from '#modules/entitlement'

/**
 * What each month without a decision costs the person. Where the procedure lets a group begin with the birthday or the
 * certificate, a late decision is paid back and costs nothing; elsewhere money begins in the month of the decision.
 */
export function delayCostOf({ procedure, group }: MonthLaw, rules: readonly string[], gain: number): Dong {
  const isPaidBack = procedure.start.some((start) =>
    group.get(start.group)?.bands.some(({ id }) => rules.includes(id)),
  )
  return dong(isPaidBack ? 0 : Math.max(0, gain))
}
