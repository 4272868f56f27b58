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
  /** What statements say moved on the account, and what of that is not on our books; null where there is none. */
  readonly moved: Dong | null
  readonly gap: Dong
  readonly waitingLines: Dong
  readonly aside: Dong
}

/** What a line of a statement says went in, or, below nothing, out. */
const signed = sql`case line.outcome when 'paid' then -line.amount else line.amount end`

/**
 * Where the money of each provider stands, each figure summed for itself: orders that were sent and not answered, lines of answers
 * that wait for a person, what lies there by our books, what the last statement says is on the account, and what statements tell
 * that is not on our books: lines that wait, lines a person has set aside, and days no statement was read for, or two.
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
    ), statement as (
      select provider_id, (array_agg(closing order by through desc nulls last, received_at desc))[1]
          - (array_agg(opening order by through nulls first, received_at))[1] as moved,
        sum(closing - opening) as told
      from payments.response
      where kind = 'camt.053' and state = 'read' and opening is not null and closing is not null
        and ${withinArea(ctx, 'area_id')}
      group by provider_id
    ), unbooked as (
      select response.provider_id, sum(${signed}) filter (where line.verdict <> 'set_aside') as waiting,
        sum(${signed}) filter (where line.verdict = 'set_aside') as aside
      from payments.response_line as line join payments.response on response.id = line.response_id
      where response.kind = 'camt.053' and ${withinArea(ctx, 'line.area_id')}
        and (line.verdict in (${sql.join(openVerdicts)}) or line.verdict = 'set_aside')
      group by response.provider_id
    )
    select provider.id as provider_id, coalesce(waiting.orders, 0) as waiting,
      coalesce(waiting.amount, 0)::bigint as waiting_amount, coalesce(open.lines, 0) as open_lines,
      coalesce(open.amount, 0)::bigint as open_amount, coalesce(booked.amount, 0)::bigint as balance, said.closing, said.through,
      statement.moved::bigint as moved, coalesce(statement.moved - statement.told, 0)::bigint as gap,
      coalesce(unbooked.waiting, 0)::bigint as waiting_lines, coalesce(unbooked.aside, 0)::bigint as aside
    from payments.provider left join waiting on waiting.provider_id = provider.id
    left join open on open.provider_id = provider.id
    left join booked on booked.provider_id = provider.id
    left join said on said.provider_id = provider.id
    left join statement on statement.provider_id = provider.id
    left join unbooked on unbooked.provider_id = provider.id
    where booked.provider_id is not null or waiting.provider_id is not null or open.provider_id is not null
    order by provider.code`.execute(ctx.db())
  return rows
}
