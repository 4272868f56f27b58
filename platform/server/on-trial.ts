import { sql } from 'kysely'
import type { Ctx } from './context.ts'

/** Does something and takes it back: nothing is written, told or put into the trail. */
export async function onTrial<Result>(ctx: Ctx, work: (ctx: Ctx) => Promise<Result>): Promise<Result> {
  await sql`savepoint on_trial`.execute(ctx.db())
  try {
    return await work({ ...ctx, emit: () => {}, audit: () => {} })
  } finally {
    await sql`rollback to savepoint on_trial`.execute(ctx.db())
  }
}
