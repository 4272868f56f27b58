import { sql } from 'kysely'
import type { CivilDate } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import { openVerdicts } from '../domain/instruction-state.ts'

export type ProviderStanding = {
  readonly providerId: string
  readonly waiting: number
  readonly waitingAmount: Dong
  readonly openLines: number
  readonly openAmount: Dong
  readonly balance: Dong
  readonly closing: Dong | null
  readonly through: CivilDate | null
}

/**
 * Where the money of each provider stands, each figure summed for itself: orders that were sent and not answered, lines of answers
 * that wait for a person, what lies there by our books, and what the last statement says is on the account.
 */
export async function listStandings(ctx: Ctx): Promise<ProviderStanding[]> {
  const { rows } = await sql<ProviderStanding>`
    with waiting as (
      select provider_id, count(*)::int as orders, sum(amount)::bigint as amount from payments.instruction
      where state = 'sent' and ${withinArea(ctx, 'area_id')} group by provider_id
    ), open as (
      select response.provider_id, count(*)::int as lines, coalesce(sum(line.amount), 0)::bigint as amount
      from payments.response_line as line join payments.response on response.id = line.response_id
      where line.verdict in (${sql.join(openVerdicts)}) and ${withinArea(ctx, 'line.area_id')}
      group by response.provider_id
    ), booked as (
      select provider_id, sum(amount)::bigint as amount from payments.posting
      where account = 'at_provider' and ${withinArea(ctx, 'area_id')} group by provider_id
    ), said as (
      select distinct on (provider_id) provider_id, closing, through from payments.response
      where closing is not null and ${withinArea(ctx, 'area_id')}
      order by provider_id, through desc nulls last, received_at desc
    )
    select provider.id as provider_id, coalesce(waiting.orders, 0) as waiting,
      coalesce(waiting.amount, 0)::bigint as waiting_amount, coalesce(open.lines, 0) as open_lines,
      coalesce(open.amount, 0)::bigint as open_amount, coalesce(booked.amount, 0)::bigint as balance, said.closing, said.through
    from payments.provider left join waiting on waiting.provider_id = provider.id
    left join open on open.provider_id = provider.id
    left join booked on booked.provider_id = provider.id
    left join said on said.provider_id = provider.id
    where booked.provider_id is not null or waiting.provider_id is not null or open.provider_id is not null
    order by provider.code`.execute(ctx.db())
  return rows
}
