import { sql } from 'kysely'
import type { Ctx } from '#platform/server/context'
import type { TerritoryTables } from './tables.ts'

export async function insertToPlace(
  ctx: Ctx,
  { stepId, areaId, personIds }: { stepId: string; areaId: number; personIds: readonly string[] },
) {
  if (personIds.length === 0) return
  await sql`
    insert into territory.to_place (step_id, person_id, area_id)
    select ${stepId}::uuid, person_id, ${areaId}::integer from unnest(${[...personIds]}::uuid[]) as person_id
    on conflict do nothing`.execute(ctx.db())
}

/** Who is still to be placed in the actor’s units, by step; the people themselves are the register’s to name. */
export function listToPlaceRows(ctx: Ctx, { most }: { most: number }) {
  return ctx
    .db<TerritoryTables>()
    .selectFrom('territory.toPlace')
    .select(['stepId', 'personId', 'areaId'])
    .where('placedAt', 'is', null)
    .where((row) =>
      ctx.actor.areaId === 0 ? row.lit(true) : row('areaId', 'in', [...ctx.actor.areaIds, -1]),
    )
    .orderBy('areaId')
    .orderBy('personId')
    .limit(most)
    .execute()
}

export function findToPlace(ctx: Ctx, personId: string) {
  return ctx
    .db<TerritoryTables>()
    .selectFrom('territory.toPlace')
    .select(['stepId', 'areaId'])
    .where('personId', '=', personId)
    .where('placedAt', 'is', null)
    .where((row) =>
      ctx.actor.areaId === 0 ? row.lit(true) : row('areaId', 'in', [...ctx.actor.areaIds, -1]),
    )
    .forUpdate()
    .executeTakeFirst()
}

export async function markPlaced(ctx: Ctx, { stepId, personId }: { stepId: string; personId: string }) {
  await ctx
    .db<TerritoryTables>()
    .updateTable('territory.toPlace')
    .set({ placedAt: ctx.now, placedBy: ctx.actor.userId })
    .where('stepId', '=', stepId)
    .where('personId', '=', personId)
    .execute()
}

/** How many of each step are still to be placed. */
export async function countToPlace(ctx: Ctx, stepIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ stepId: string; people: number }>`
    select step_id, count(*)::int as people from territory.to_place
    where placed_at is null and step_id = any(${[...stepIds]}::uuid[]) group by 1`.execute(ctx.db())
  return new Map(rows.map(({ stepId, people }) => [stepId, people]))
}
