import { addMonths, monthOf, monthsThrough, type CivilDate, type Month } from '#kernel/civil-date'
import { outsideLaw, type Award } from '#modules/entitlement'
import type { Ctx } from '#platform/server/context'

/** Long enough for every age and every certificate that a fact of today can make matter. */
const yearsAhead = 5

/**
 * The months that are looked at to say what a change comes to («các tháng được xét»): from the first in which one of these
 * awards gives something – or the first the change is about, where that is later – through five years from now, as far as
 * the law is known here. A preview, the guard over what one officer records, and a list that is to be taken in look at the same.
 */
export function monthsToCompare(
  { today }: Ctx,
  awards: readonly Pick<Award, 'during'>[],
  since: CivilDate | null = null,
): Month[] {
  const given = awards
    .flatMap(({ during }) => during.from ?? [])
    .reduce((one: CivilDate, other) => (one < other ? one : other), today)
  const first = since !== null && since > given ? since : given
  return monthsThrough(monthOf(first), addMonths(monthOf(today), yearsAhead * 12)).filter(
    (month) => outsideLaw(month) === undefined,
  )
}
