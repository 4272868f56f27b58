import { sql } from 'kysely'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'

/** How many of the living are at home in each recorded unit. */
export async function countAtHome(ctx: Ctx, areaIds: readonly number[]): Promise<Map<number, number>> {
  const { rows } = await sql<{ areaId: number; people: number }>`
    select home_area_id as area_id, count(*)::int as people from people.person
    where home_area_id = any(${[...areaIds]}::integer[]) and died_on is null and merged_into is null
      and ${withinArea(ctx, 'homeAreaId')}
    group by 1`.execute(ctx.db())
  return new Map(rows.map(({ areaId, people }) => [areaId, people]))
}

/** How many households have their head at home in each recorded unit. */
export async function countHouseholds(ctx: Ctx, areaIds: readonly number[]): Promise<Map<number, number>> {
  const { rows } = await sql<{ areaId: number; households: number }>`
    select home_area_id as area_id, count(*)::int as households
    from people.membership join people.person on person.id = person_id
    where home_area_id = any(${[...areaIds]}::integer[]) and is_head and retracted_at is null
      and upper_inf(during) and died_on is null and ${withinArea(ctx, 'homeAreaId')}
    group by 1`.execute(ctx.db())
  return new Map(rows.map(({ areaId, households }) => [areaId, households]))
}

/** The same by the village the head is at home in, as it was written; null for none. */
export async function countHouseholdsInVillages(
  ctx: Ctx,
  areaIds: readonly number[],
): Promise<Map<string | null, number>> {
  const { rows } = await sql<{ village: string | null; households: number }>`
    select home_village as village, count(*)::int as households
    from people.membership join people.person on person.id = person_id
    where home_area_id = any(${[...areaIds]}::integer[]) and is_head and retracted_at is null
      and upper_inf(during) and died_on is null and ${withinArea(ctx, 'homeAreaId')}
    group by 1`.execute(ctx.db())
  return new Map(rows.map(({ village, households }) => [village, households]))
}

/** The villages people of these units are at home in, as they were written, with how many live there; null for none. */
export async function countInVillages(
  ctx: Ctx,
  areaIds: readonly number[],
): Promise<Map<string | null, number>> {
  const { rows } = await sql<{ village: string | null; people: number }>`
    select home_village as village, count(*)::int as people from people.person
    where home_area_id = any(${[...areaIds]}::integer[]) and died_on is null and merged_into is null
      and ${withinArea(ctx, 'homeAreaId')}
    group by 1 order by 1`.execute(ctx.db())
  return new Map(rows.map(({ village, people }) => [village, people]))
}

/** The village each person of these units is at home in; nobody else is named. */
export async function villagesOfPeople(
  ctx: Ctx,
  areaIds: readonly number[],
): Promise<Map<string, string | null>> {
  const { rows } = await sql<{ id: string; village: string | null }>`
    select id, home_village as village from people.person
    where home_area_id = any(${[...areaIds]}::integer[]) and ${withinArea(ctx, 'homeAreaId')}`.execute(
    ctx.db(),
  )
  return new Map(rows.map(({ id, village }) => [id, village]))
}
