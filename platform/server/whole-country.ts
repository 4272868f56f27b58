import type { Ctx } from './context.ts'
import { actAs } from './database.ts'

/**
 * Does the system's own work within a request: what the law sees of a person may rest on a parent or spouse who lives
 * outside the actor's unit. Nothing of it is shown; a request that fails in between is rolled back with its scope.
 */
export async function forWholeCountry<Result>(
  ctx: Ctx,
  work: (ctx: Ctx) => Promise<Result>,
): Promise<Result> {
  if (ctx.actor.areaId === 0) return work(ctx)
  const tx = ctx.db<Record<never, never>>()
  const actor = { ...ctx.actor, areaId: 0, areaIds: [] }
  await actAs(tx, actor)
  const result = await work({ ...ctx, actor })
  await actAs(tx, ctx.actor)
  return result
}
