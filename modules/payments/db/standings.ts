import { sql } from 'kysely'
import type { CivilDate } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import { openVerdicts } from '../domain/instruction-state.ts'
import { sentAndWaiting } from './envelope-states.ts'
import { words } from './open-lines.ts'

export type ProviderStanding = {
  readonly provider: { readonly id: string; readonly name: string }
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

/** Lines of answers that no rule could place, and those a person has set aside: few of many, each found by an index of theirs. */
const unbooked = (ctx: Ctx) => sql`
  select response_id, outcome, amount, false as is_aside from payments.response_line
  where verdict in (${words(openVerdicts)}) and ${withinArea(ctx, 'area_id')}
  union all
  select response_id, outcome, amount, true from payments.response_line
  where verdict = 'set_aside' and ${withinArea(ctx, 'area_id')}`

/** What a line of a statement says went in, or, below nothing, out. */
const signed = sql`case line.outcome when 'paid' then -line.amount else line.amount end`
const ofStatements = sql`response.kind = 'camt.053'`
/** A statement of account that was read and says where it began and ended. */
const isWhole = sql`kind = 'camt.053' and state = 'read' and opening is not null`
const latest = sql`through desc nulls last, received_at desc`

/**
 * Where the money of each provider stands, each figure summed for itself: orders that were sent and not answered, lines of answers
 * that wait for a person, what lies there by our books, what the last statement says is on the account, and what statements tell
 * that is not on our books: lines that wait, lines a person has set aside, and days no statement was read for, or two.
 */
export async function listStandings(ctx: Ctx): Promise<ProviderStanding[]> {
  const { rows } = await sql<ProviderStanding>`
    with waiting as (${sentAndWaiting(ctx)}), line as (${unbooked(ctx)}), unbooked as (
      select response.provider_id, count(*) filter (where not is_aside)::int as open_lines,
        sum(line.amount) filter (where not is_aside) as open_amount,
        sum(${signed}) filter (where ${ofStatements} and not is_aside) as waiting,
        sum(${signed}) filter (where ${ofStatements} and is_aside) as aside
      from line join payments.response on response.id = line.response_id
      group by response.provider_id
    ), booked as (
      select provider_id, sum(amount)::bigint as amount from payments.posting
      where account = 'at_provider' and ${withinArea(ctx, 'area_id')} group by provider_id
    ), statement as (
      select provider_id, (array_agg(closing order by ${latest}))[1] as closing, (array_agg(through order by ${latest}))[1] as through,
        (array_agg(closing order by ${latest}) filter (where ${isWhole}))[1]
          - (array_agg(opening order by through nulls first, received_at) filter (where ${isWhole}))[1] as moved,
        sum(closing - opening) filter (where ${isWhole}) as told
      from payments.response where closing is not null and ${withinArea(ctx, 'area_id')} group by provider_id
    )
    select json_build_object('id', provider.id, 'name', provider.name) as provider, coalesce(waiting.orders, 0) as waiting,
      coalesce(waiting.amount, 0)::bigint as waiting_amount, coalesce(open_lines, 0) as open_lines,
      coalesce(open_amount, 0)::bigint as open_amount, coalesce(booked.amount, 0)::bigint as balance, closing, through,
      moved::bigint as moved, coalesce(moved - told, 0)::bigint as gap,
      coalesce(unbooked.waiting, 0)::bigint as waiting_lines, coalesce(unbooked.aside, 0)::bigint as aside
    from payments.provider left join waiting on waiting.provider_id = provider.id
    left join unbooked on unbooked.provider_id = provider.id
    left join booked on booked.provider_id = provider.id
    left join statement on statement.provider_id = provider.id
    where booked.provider_id is not null or waiting.provider_id is not null or open_lines > 0
    order by provider.code`.execute(ctx.db())
  return rows
}
