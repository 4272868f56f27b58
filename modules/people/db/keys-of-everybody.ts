import { sql } from 'kysely'
import type { Ctx } from '#platform/server/context'
import type { Keys } from './matching.ts'

/**
 * Puts the keys of everybody in the place of those there were. Whoever looks somebody up meanwhile meets the former ones, and
 * waits for a moment at the end: the transaction is to do nothing else.
 */
export async function replaceKeys(ctx: Ctx, batches: Iterable<readonly Keys[]>) {
  await sql`select people.begin_keys()`.execute(ctx.db())
  for (const batch of batches)
    await sql`
      insert into people.match_record_next (person_id, keys, area_now_id)
      select person_id, keys::integer[], area_now_id from unnest(
        ${batch.map(({ personId }) => personId)}::uuid[], ${batch.map(({ keys }) => `{${keys.join()}}`)}::text[],
        ${batch.map(({ areaNowId }) => areaNowId)}::integer[]) as row (person_id, keys, area_now_id)`.execute(
      ctx.db(),
    )
  await sql`select people.join_keys()`.execute(ctx.db())
}
