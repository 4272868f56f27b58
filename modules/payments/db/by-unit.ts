import { sql } from 'kysely'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'

export type OnTheWay = { readonly cashLists: number; readonly envelopes: number }

/** Money on its way in each of these units: cash lists somebody still carries, and envelopes that are not sent yet. */
export async function countOnTheWay(ctx: Ctx, areaIds: readonly number[]): Promise<Map<number, OnTheWay>> {
  const { rows } = await sql<OnTheWay & { areaId: number }>`
    with carried as (
      select area_id, count(*)::int as lists from payments.cash_list
      where handed_in_at is null and recalled_at is null and expires_at > ${ctx.now}
        and area_id = any(${[...areaIds]}::integer[]) and ${withinArea(ctx, 'areaId')}
      group by 1
    ), unsent as (
      select envelope_area.area_id, count(*)::int as envelopes
      from payments.envelope_area join payments.envelope on envelope.id = envelope_id
      where state in ('draft', 'checked', 'approved', 'sending')
        and envelope_area.area_id = any(${[...areaIds]}::integer[]) and ${withinArea(ctx, 'envelopeArea.areaId')}
      group by 1
    )
    select coalesce(carried.area_id, unsent.area_id) as area_id, coalesce(lists, 0) as cash_lists,
      coalesce(envelopes, 0) as envelopes
    from carried full join unsent on unsent.area_id = carried.area_id`.execute(ctx.db())
  return new Map(rows.map(({ areaId, ...counts }) => [areaId, counts]))
}
