import { sql } from 'kysely'
import type { Ctx } from '#platform/server/context'

/** From so many rows on. Fewer are found one by one faster than the rest of the table is read. */
const manyRows = 2000

/**
 * Does work on rows that this transaction, or one just before it, has written. The planner does not know of them yet, takes a
 * province for a handful, and would look up each row anew for every other; joins through hashes take the same time
 * whatever it believes.
 */
export async function inBulk<Result>(ctx: Ctx, rows: number, work: () => Promise<Result>): Promise<Result> {
  if (rows < manyRows) return work()
  const loops = (is: 'on' | 'off') => sql`select set_config('enable_nestloop', ${is}, true)`.execute(ctx.db())
  await loops('off')
  const result = await work()
  await loops('on')
  return result
}
