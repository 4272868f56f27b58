import { lastDayOf, type Month } from '#kernel/civil-date'
import { areaAt, areaIdsWithin } from '#modules/geography'
import type { Ctx } from '#platform/server/context'

type Asked = { readonly month: Month; readonly areaId: number; readonly except: ReadonlySet<number> }

/** Every unit, of any time, on the land a list is of: that of its area, without those that have a list of their own. */
export async function territoryOf(ctx: Ctx, { month, areaId, except }: Asked): Promise<readonly number[]> {
  const within = await areaIdsWithin(ctx, areaId)
  if (except.size === 0) return within
  const became = await areaAt(ctx, within, lastDayOf(month))
  return within.filter((unit) => !except.has(became.get(unit)!)) // Every unit that is asked for has become one.
}
