import type { Ctx } from '#platform/server/context'
import { systemActor } from '#platform/server/request'

/** What is told is nobody’s word but the population register’s, whoever had it read: no officer vouches for it. */
export function asTheRegister(ctx: Ctx): Ctx {
  const { userId, name } = systemActor()
  return { ...ctx, actor: { ...ctx.actor, userId, name } }
}
