import type { Month } from '#kernel/civil-date'
import { lastListedOf } from '#modules/payroll'
import type { Ctx } from '#platform/server/context'
import { forWholeCountry } from '#platform/server/whole-country'

/**
 * The last month a unit pays whoever leaves it by a decision of `decided`: that month, or the later one its lists give already. The new
 * unit goes on with the first month the old one has not («từ tháng nơi cũ thôi chi trả», rules §9.3).
 */
export async function lastMonthHere(ctx: Ctx, personIds: readonly string[], decided: Month): Promise<Month> {
  const listed = await forWholeCountry(ctx, (ctx) => lastListedOf(ctx, personIds))
  return listed !== undefined && listed > decided ? listed : decided
}
