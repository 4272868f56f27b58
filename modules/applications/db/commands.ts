import { createHash } from 'node:crypto'
import type { Ctx } from '#platform/server/context'
import { lock } from '#platform/server/request'
import { problems } from '../domain/problems.ts'
import type { ApplicationsTables } from './tables.ts'

/** Does a command once: whoever sends it again, with the same content, gets the first answer. */
export async function once<Result extends Record<string, unknown>>(
  ctx: Ctx,
  kind: string,
  input: { readonly requestId: string },
  work: () => Promise<Result>,
): Promise<Result> {
  const { requestId } = input
  await lock(ctx, `applications.command ${requestId}`)
  const inputDigest = createHash('sha256').update(JSON.stringify(input)).digest('hex')
  const db = ctx.db<ApplicationsTables>()
  const done = await db
    .selectFrom('applications.command')
    .select(['kind', 'inputDigest', 'result', 'recordedBy'])
    .where('requestId', '=', requestId)
    .executeTakeFirst()
  if (done) {
    const { userId } = ctx.actor
    if (done.kind !== kind || done.inputDigest !== inputDigest || done.recordedBy !== userId)
      throw problems('request_reused')
    return done.result as Result // Written below, by the same kind of command.
  }
  const result = await work()
  await db
    .insertInto('applications.command')
    .values({
      requestId,
      kind,
      inputDigest,
      result: JSON.stringify(result),
      recordedAt: ctx.now,
      recordedBy: ctx.actor.userId,
    })
    .execute()
  return result
}
