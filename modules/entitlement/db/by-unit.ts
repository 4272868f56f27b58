import { sql } from 'kysely'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'

/** How many awards are open of people who live in each of these recorded units today. */
export async function countAwardsIn(ctx: Ctx, areaIds: readonly number[]): Promise<Map<number, number>> {
  const { rows } = await sql<{ areaId: number; awards: number }>`
    select standing.area_id, count(*)::int as awards
    from entitlement.standing join entitlement.award on award.person_id = standing.person_id
    where standing.area_id = any(${[...areaIds]}::integer[]) and begins <= ${ctx.today} and ends > ${ctx.today}
      and retracted_at is null and award.during @> ${ctx.today}::date and ${withinArea(ctx, 'standing.areaId')}
    group by 1`.execute(ctx.db())
  return new Map(rows.map(({ areaId, awards }) => [areaId, awards]))
}

/** How many open awards each person of these units has, to follow them into a part of one. */
export async function countAwardsOfPeople(
  ctx: Ctx,
  areaIds: readonly number[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ personId: string; awards: number }>`
    select standing.person_id, count(*)::int as awards
    from entitlement.standing join entitlement.award on award.person_id = standing.person_id
    where standing.area_id = any(${[...areaIds]}::integer[]) and begins <= ${ctx.today} and ends > ${ctx.today}
      and retracted_at is null and award.during @> ${ctx.today}::date and ${withinArea(ctx, 'standing.areaId')}
    group by 1`.execute(ctx.db())
  return new Map(rows.map(({ personId, awards }) => [personId, awards]))
}
