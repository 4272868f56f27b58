import { sql } from 'kysely'
import type { Ctx } from '#platform/server/context'
import type { DuplicatesTables } from './tables.ts'

/** Writes down, before the pair is open again, who merged it and who makes it two, and why each did. */
export async function keepParting(ctx: Ctx, pairId: string, because: string) {
  const { actor, now } = ctx
  await sql`
    insert into duplicates.parting (pair_id, merged_by, merged_name, merged_at, merged_because,
      parted_by, parted_name, parted_at, parted_because)
    select id, decided_by, decided_name, decided_at, reason, ${actor.userId}::uuid, ${actor.name}, ${now}::timestamptz, ${because}
    from duplicates.pair where id = ${pairId} and state = 'merged'`.execute(ctx.db())
}

/** How often a pair was merged and made two again, the last time first. */
export function listPartings(ctx: Ctx, pairId: string) {
  return ctx
    .db<DuplicatesTables>()
    .selectFrom('duplicates.parting')
    .select(['mergedName', 'mergedAt', 'mergedBecause', 'partedName', 'partedAt', 'partedBecause'])
    .where('pairId', '=', pairId)
    .orderBy('partedAt', 'desc')
    .execute()
}
