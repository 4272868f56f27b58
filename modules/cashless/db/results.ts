import { sql } from 'kysely'
import type { Month } from '#kernel/civil-date'
import type { PaymentChannel } from '#modules/payments/contract'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'

export type Result = {
  readonly envelopeId: string
  readonly areaId: number
  readonly channel: PaymentChannel
  readonly month: Month
  readonly orders: number
  readonly paid: number
  readonly returned: number
  readonly rejected: number
  readonly unclaimed: number
  readonly waited: number
  readonly days: number
  readonly daysSquared: number
  /** Said to have been paid before they were approved: in no sum of days. */
  readonly misdated: number
}

/** Counts again what became of the orders of these months: first orders, with when their money came in the end. */
export async function countResults(ctx: Ctx, since: Month | null) {
  const of = since === null ? sql`true` : sql`month >= ${since}`
  await sql`delete from cashless.result where ${of}`.execute(ctx.db())
  await sql`
    with recursive tried as (
      select id as first_id, id, state, ended_on from payments.public_order where ${of} and replaces_id is null
        and state in ('returned', 'rejected', 'unclaimed', 'recalled')
      union all
      select tried.first_id, again.id, again.state, again.ended_on
      from tried join payments.public_order as again on again.replaces_id = tried.id),
    came as (select first_id, min(ended_on) as ended_on from tried where state = 'paid' group by first_id)
    insert into cashless.result (envelope_id, area_id, channel, month, orders, paid, returned, rejected, unclaimed,
      recalled, waited, days, days_squared, misdated)
    select envelope_id, area_id, channel, month, count(*), count(*) filter (where state = 'paid'),
      count(*) filter (where state = 'returned'), count(*) filter (where state = 'rejected'),
      count(*) filter (where state = 'unclaimed'), count(*) filter (where state = 'recalled'),
      count(days) filter (where days >= 0), coalesce(sum(days) filter (where days >= 0), 0),
      coalesce(sum(days * days) filter (where days >= 0), 0), count(*) filter (where days < 0)
    from (select first.*, (case first.state when 'paid' then first.ended_on else came.ended_on end) - first.approved_on as days
      from payments.public_order as first left join came on came.first_id = first.id
      where ${of} and first.replaces_id is null) as told
    group by envelope_id, area_id, channel, month`.execute(ctx.db())
}

/** What became of the orders of these months in the units of the actor. */
export async function listResults(
  ctx: Ctx,
  {
    since,
    through,
    areaIds,
  }: { since?: Month; through?: Month; areaIds?: readonly number[] | undefined } = {},
): Promise<Result[]> {
  const { rows } = await sql<Result>`
    select envelope_id, area_id, channel, month, orders, paid, returned, rejected, unclaimed, waited,
      days::int as days, days_squared::int as days_squared, misdated
    from cashless.result where ${withinArea(ctx, 'area_id')}
      ${since ? sql`and month >= ${since}` : sql``} ${through ? sql`and month <= ${through}` : sql``}
      ${areaIds ? sql`and area_id = any(${[...areaIds]}::integer[])` : sql``}`.execute(ctx.db())
  return rows
}

/** The first month whose orders were counted in the units of the actor. */
export async function findFirstCounted(ctx: Ctx): Promise<Month | undefined> {
  const { rows } = await sql<{ month: Month | null }>`
    select min(month) as month from cashless.result where ${withinArea(ctx, 'area_id')}`.execute(ctx.db())
  return rows[0]?.month ?? undefined
}

export type MonthShare = {
  readonly areaId: number
  readonly month: Month
  readonly orders: number
  readonly cashless: number
}

/** How many orders of each month and unit went over an account or a wallet. */
export async function listShares(
  ctx: Ctx,
  { since, areaIds }: { since: Month; areaIds: readonly number[] | undefined },
): Promise<MonthShare[]> {
  const { rows } = await sql<MonthShare>`
    select area_id, month, sum(orders)::int as orders,
      coalesce(sum(orders) filter (where channel in ('account', 'wallet')), 0)::int as cashless
    from cashless.result where month >= ${since} and ${withinArea(ctx, 'area_id')}
      ${areaIds ? sql`and area_id = any(${[...areaIds]}::integer[])` : sql``}
    group by area_id, month`.execute(ctx.db())
  return rows
}
