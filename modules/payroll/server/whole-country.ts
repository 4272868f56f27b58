import type { Ctx } from '#platform/server/context'
import { actAs } from '#platform/server/database'

/**
 * Does within a request what may not stop at the actor's border: whether a month was already paid elsewhere, and how
 * somebody is called who has just moved away. What comes of it is filtered by the run's own units.
 */
export async function forWholeCountry<Result>(
  ctx: Ctx,
  work: (ctx: Ctx) => Promise<Result>,
): Promise<Result> {
  if (ctx.actor.areaId === 0) return work(ctx)
  const actor = { ...ctx.actor, areaId: 0, areaIds: [] }
  await actAs(ctx.db<Record<never, never>>(), actor)
  const result = await work({ ...ctx, actor })
  await actAs(ctx.db<Record<never, never>>(), ctx.actor)
  return result
}
