import { monthOf, type Month } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { forWholeCountry } from '#platform/server/whole-country'
import { listLastMonths, monthBefore } from '../db/runs.ts'
import type { Opening } from './opening.ts'

/** The month before the one whose list comes next, by unit: where none was ever drawn up, that is the one of the opening or of now. */
export async function listedThrough(
  ctx: Ctx,
  opening: Opening,
  areaIds: Iterable<number>,
): Promise<(areaId: number) => Month> {
  const last = await forWholeCountry(ctx, (ctx) => listLastMonths(ctx, new Set(areaIds)))
  const first = [opening.month, monthOf(ctx.today)].toSorted()[1]!
  return (areaId) => last.get(areaId) ?? monthBefore(first)
}
