import { sql } from 'kysely'
import type { Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'

/** The last month that was drawn up for any of these units before one, and the first from it on. */
export async function monthsAround(
  ctx: Ctx,
  areaIds: readonly number[],
  from: Month,
): Promise<{ before: Month | null; since: Month | null }> {
  const { rows } = await sql<{ before: Month | null; since: Month | null }>`
    select max(month) filter (where month < ${from}) as before, min(month) filter (where month >= ${from}) as since
    from payroll.run_area where area_id = any(${[...areaIds]}::integer[]) and ${withinArea(ctx, 'areaId')}`.execute(
    ctx.db(),
  )
  return rows[0]! // An aggregate is always a row.
}

export type PaidInUnit = { readonly people: number; readonly amount: Dong }

/** Who was due money in a month in each of these units, and how much: what the lists of the month say. */
export async function paidInUnits(
  ctx: Ctx,
  month: Month,
  areaIds: readonly number[],
): Promise<Map<number, PaidInUnit>> {
  const { rows } = await sql<PaidInUnit & { areaId: number }>`
    select area_id, count(distinct person_id)::int as people, sum(amount)::bigint as amount
    from payroll.line where month = ${month} and area_id = any(${[...areaIds]}::integer[])
      and ${withinArea(ctx, 'areaId')}
    group by 1`.execute(ctx.db())
  return new Map(rows.map(({ areaId, people, amount }) => [areaId, { people, amount }]))
}

/** What each person of a unit was due in a month, to follow them into a part of it. */
export async function paidToPeople(
  ctx: Ctx,
  month: Month,
  areaIds: readonly number[],
): Promise<Map<string, Dong>> {
  const { rows } = await sql<{ personId: string; amount: Dong }>`
    select person_id, sum(amount)::bigint as amount
    from payroll.line where month = ${month} and area_id = any(${[...areaIds]}::integer[])
      and ${withinArea(ctx, 'areaId')}
    group by 1`.execute(ctx.db())
  return new Map(rows.map(({ personId, amount }) => [personId, amount]))
}

/** The pay points («điểm chi trả») in each of these units. */
export async function countPayPointsIn(ctx: Ctx, areaIds: readonly number[]): Promise<Map<number, number>> {
  const { rows } = await sql<{ areaId: number; points: number }>`
    select area_id, count(*)::int as points from payroll.pay_point
    where area_id = any(${[...areaIds]}::integer[]) and ${withinArea(ctx, 'areaId')} group by 1`.execute(
    ctx.db(),
  )
  return new Map(rows.map(({ areaId, points }) => [areaId, points]))
}
