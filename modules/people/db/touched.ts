import { sql } from 'kysely'
import type { Ctx } from '#platform/server/context'

/** Takes away, and returns, up to `limit` people whose facts changed since somebody last looked; two takers never share one. */
export async function takeTouched(ctx: Ctx, limit: number): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    delete from people.touched where person_id = any(array(
      select person_id from people.touched order by touched_at limit ${limit} for update skip locked))
    returning person_id`.execute(ctx.db())
  return rows.map(({ personId }) => personId)
}
