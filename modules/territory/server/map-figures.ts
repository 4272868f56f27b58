import type { CivilDate } from '#kernel/civil-date'
import { areaAt, areaIdsWithin, communesOf } from '#modules/geography'
import { countAtHome } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { isWithinArea } from '#platform/server/scope'

/** Fewer than this might be somebody. */
const few = 5

/** How many people of the register there are in each commune of a day, wherever and as whatever unit they were recorded. */
export async function mapFigures(
  ctx: Ctx,
  { id, on = ctx.today }: { id: number; on?: CivilDate | undefined },
) {
  const communes = await communesOf(ctx, id, on)
  const recorded = (await areaIdsWithin(ctx, id)).filter((area) => isWithinArea(ctx.actor, area))
  const now = await areaAt(ctx, recorded, on)
  const people = await countAtHome(ctx, recorded)
  const sums = new Map(communes.map((commune) => [commune, 0]))
  for (const [area, count] of people) {
    // Whoever was recorded in a later unit is not carried back: nobody knows in which part of it they would have lived.
    const unit = now.get(area)!
    if (sums.has(unit)) sums.set(unit, sums.get(unit)! + count)
  }
  return Array.from(sums, ([area, count]) => ({
    id: area,
    people: count > 0 && count < few ? null : count,
  }))
}
