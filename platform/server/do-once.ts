import { sql } from 'kysely'
import { createHash } from 'node:crypto'
import type { Problem } from '#kernel/problem'
import type { Ctx } from './context.ts'
import { lock } from './request.ts'

type Command = {
  /** Where a module keeps what was done: its own table, `<module>.command`. */
  readonly table: `${string}.command`
  readonly kind: string
  readonly input: { readonly requestId: string }
  /** What whoever sends the id of another command, or of somebody else, is refused with. */
  readonly reused: () => Problem
}

type Done = {
  readonly kind: string
  readonly inputDigest: string
  readonly result: Record<string, unknown>
  readonly recordedBy: string | null
}

/** Does a command once: whoever sends it again, with the same content, gets the first answer. */
export async function doOnce<Result extends Record<string, unknown>>(
  ctx: Ctx,
  { table, kind, input, reused }: Command,
  work: () => Promise<Result>,
): Promise<Result> {
  const { requestId } = input
  await lock(ctx, `${table} ${requestId}`)
  const inputDigest = createHash('sha256').update(JSON.stringify(input)).digest('hex')
  const db = ctx.db()
  const { rows } = await sql<Done>`
    select kind, input_digest, result, recorded_by from ${sql.table(table)} where request_id = ${requestId}`.execute(
    db,
  )
  const [done] = rows
  if (done) {
    const isSame =
      done.kind === kind && done.inputDigest === inputDigest && done.recordedBy === ctx.actor.userId
    if (!isSame) throw reused()
    return done.result as Result // Written below, by the same kind of command.
  }
  const result = await work()
  await sql`
    insert into ${sql.table(table)} (request_id, kind, input_digest, result, recorded_at, recorded_by)
    values (${requestId}, ${kind}, ${inputDigest}, ${JSON.stringify(result)}, ${ctx.now}, ${ctx.actor.userId})`.execute(
    db,
  )
  return result
}
