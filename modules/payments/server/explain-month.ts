import type { Month } from '#kernel/civil-date'
import { areaIdsWithin, areaNames } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { isWithinArea } from '#platform/server/scope'
import type { MonthFigures } from '../contract.ts'
import { countFigures } from '../db/figures.ts'
import { explainFigures } from '../domain/figures.ts'
import { problems } from '../domain/problems.ts'

/** The figures of a month in a unit, one explained by the other: those of lists, of the ledger and of pages of envelopes. */
export async function explainMonth(
  ctx: Ctx,
  { month, areaId = ctx.actor.areaId }: { month: Month; areaId?: number | undefined },
): Promise<MonthFigures> {
  if (!isWithinArea(ctx.actor, areaId)) throw problems('area_not_yours', { areaId })
  const names = await areaNames(ctx, new Set([areaId]))
  const counted = await countFigures(ctx, { month, areaIds: await areaIdsWithin(ctx, areaId) })
  return {
    month,
    area: { id: areaId, name: names.get(areaId) ?? '' },
    ladders: explainFigures(counted),
  }
}
