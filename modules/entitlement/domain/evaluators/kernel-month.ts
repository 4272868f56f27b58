import type { MonthColumns } from './columns.ts'
import { nobody } from './columns.ts'
import { writeRights } from './kernel-closures.ts'
import { boundsOn, type BenefitPlan, type Plan } from './kernel-plan.ts'
import type { Prices } from './kernel-prices.ts'
import type { DueColumns, RightsEvaluator } from './kernel-rights.ts'

/**
 * What a month pays those who do not stand at both of its ends alike: the timing of `determine`, over numbers. A right is
 * a rule and its units; a benefit has at most two, the parent’s second.
 */
export function settleChanges(plan: Plan, rights: RightsEvaluator, prices: Prices) {
  const { ml } = plan
  const earlierBounds = boundsOn(plan, ml.earlier)
  const laterBounds = boundsOn(plan, ml.later)
  const turnBounds = ml.turn && boundsOn(plan, ml.turn)
  const isMonthAfter = ml.procedure.adjust === 'month_after'
  const room = plan.benefits.length * 4
  const [before, after, between, paid] = [room, room, room, 4].map((size) => new Int32Array(size)) as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ] // Four rooms were asked for.

  function worth(rights: Int32Array, at: number): number {
    const rule = plan.rules[rights[at]!]
    return rule ? rule.band.coefficient * rights[at + 1]! : 0
  }
  const total = (rights: Int32Array, at: number) => worth(rights, at) + worth(rights, at + 2)

  /** C5: what changed in the month but before the procedure did is a change under the old procedure. */
  function hasTurned(at: number): boolean {
    return (
      total(between, at) !== total(before, at) ||
      [at, at + 2].some((one) => between[one] !== 0 && between[one] !== before[one])
    )
  }

  /** A right that shrinks only from the month after is paid as it was. */
  function payLater(at: number, one: number) {
    const group = plan.rules[after[one]!]?.group
    const previous = [at, at + 2].find((other) => group && plan.rules[before[other]!]?.group === group)
    const isShrinking =
      group?.shrinksNextMonth && previous !== undefined && worth(before, previous) > worth(after, one)
    const [from, index] = isShrinking ? [before, previous] : [after, one]
    paid[one - at] = from[index]!
    paid[one - at + 1] = from[index + 1]!
  }

  /** C6: what grows does so at once, although the month is paid as it began. */
  function payGrowing(at: number, one: number) {
    const group = plan.rules[before[one]!]?.group
    if (!group?.growsAtOnce || ml.month >= group.growsAtOnce.until) return
    const next = [at, at + 2].find((other) => plan.rules[after[other]!]?.group === group)
    if (next !== undefined && worth(after, next) > worth(before, one))
      paid.set(after.subarray(next, next + 2), one - at)
  }

  /** What ended within the month is due once more, if it may stand beside what is left. */
  function payEnding({ together }: BenefitPlan, at: number) {
    if (after[at + 2] !== 0 || !together) return
    const left = plan.rules[after[at]!]!.group
    for (const one of [at, at + 2]) {
      const group = plan.rules[before[one]!]?.group
      if (!group || group.component === left.component) continue
      const mayStand =
        (group === together.parent && together.with.has(left)) ||
        (left === together.parent && together.with.has(group))
      if (mayStand) paid.set(before.subarray(one, one + 2), 2)
    }
  }

  function settleBenefit(benefit: BenefitPlan, at: number) {
    const [had, has] = [before[at] !== 0, after[at] !== 0]
    if (!has || (had && (isMonthAfter || (turnBounds !== undefined && hasTurned(at))))) {
      paid.set(before.subarray(at, at + 4))
      if (has) for (const one of [at, at + 2]) payGrowing(at, one)
      return
    }
    if (!had) {
      paid.set(after.subarray(at, at + 4))
      return
    }
    payLater(at, at)
    payLater(at, at + 2)
    payEnding(benefit, at)
  }

  const stood = new Int32Array(room)

  /** What began and ended within the month, the last that gave anything: whether there was any. */
  function payBegunAndEnded({ within }: MonthColumns, index: number, awarded: number, at: number): boolean {
    if (!within) return false
    for (let one = within.from[index + 1]! - 1; one >= within.from[index]!; one--) {
      rights.rightsOn(within.stood, one, laterBounds, awarded, stood)
      if (stood[at] === 0) continue
      paid.set(stood.subarray(at, at + 4))
      return true
    }
    return false
  }

  /** Writes what a person is due, and says which benefits were held when the month began: a bit for each. */
  return function settle(input: MonthColumns, output: DueColumns, index: number): number {
    const { earlier, later, atTurn = earlier, awarded } = input
    const a = awarded[index]!
    rights.rightsOn(earlier, index, earlierBounds, a, before)
    rights.rightsOn(later, index, laterBounds, a, after)
    if (turnBounds) rights.rightsOn(atTurn, index, turnBounds, a, between)
    const standing = later.born[index] === nobody ? earlier : later
    let held = 0
    plan.benefits.forEach((benefit, k) => {
      if (before[k * 4] !== 0) held |= benefit.bit
      // Nothing is in the columns of those who changed.
      if (before[k * 4] !== 0 || after[k * 4] !== 0) settleBenefit(benefit, k * 4)
      else if (!payBegunAndEnded(input, index, a, k * 4)) return
      writeRights(plan, benefit, paid, 0, output, index)
      // Whoever moves within a month is paid once more as where they lived when it began.
      const place = before[k * 4] !== 0 ? earlier : standing
      for (const component of benefit.components)
        prices.priceOne(output, component, index, { standing, territory: place.territory[index]! })
    })
    return held
  }
}
