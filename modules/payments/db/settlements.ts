import { sql, type RawBuilder } from 'kysely'
import { monthsThrough, type Instant, type Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import type { ReportedFigures, SettlementFigures } from '../contract.ts'
import { problems } from '../domain/problems.ts'
import type { FundSource, Programme } from '../domain/programme.ts'
import type { Span } from '../domain/span.ts'
import { figureOf } from './identity.ts'

export type Settlement = {
  readonly id: string
  readonly providerId: string | null
  readonly areaId: number
  readonly span: Span
  readonly firstMonth: Month
  readonly lastMonth: Month
  readonly state: 'open' | 'locked'
  readonly reported: ReportedFigures | null
  readonly reportedAt: Instant | null
  readonly reportedName: string | null
  readonly explanation: string | null
  readonly figures: SettlementFigures | null
  readonly openedBy: string
  readonly openedName: string
  readonly openedAt: Instant
  readonly lockedName: string | null
  readonly lockedAt: Instant | null
}

const columns = sql`id, provider_id, area_id, span, first_month, last_month, state, reported, reported_at, reported_name,
  explanation, figures, opened_by, opened_name, opened_at, locked_name, locked_at`

export async function listSettlementRows(ctx: Ctx): Promise<Settlement[]> {
  const { rows } = await sql<Settlement>`
    select ${columns} from payments.settlement where ${withinArea(ctx, 'area_id')}
    order by last_month desc, first_month desc, opened_at desc limit 200`.execute(ctx.db())
  return rows
}

export async function getSettlementRow(
  ctx: Ctx,
  id: string,
  { forUpdate = false } = {},
): Promise<Settlement> {
  const { rows } = await sql<Settlement>`
    select ${columns} from payments.settlement where id = ${id} and ${withinArea(ctx, 'area_id')}
    ${sql.raw(forUpdate ? 'for update' : '')}`.execute(ctx.db())
  if (!rows[0]) throw problems('settlement_not_found', { id })
  return rows[0]
}

export async function insertSettlement(
  ctx: Ctx,
  given: Pick<Settlement, 'providerId' | 'areaId' | 'span' | 'firstMonth' | 'lastMonth'> & {
    requestId: string
  },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    insert into payments.settlement (request_id, provider_id, area_id, span, first_month, last_month, state, opened_by,
      opened_name, opened_at)
    values (${given.requestId}, ${given.providerId}, ${given.areaId}, ${given.span}, ${given.firstMonth}, ${given.lastMonth},
      'open', ${ctx.actor.userId}, ${ctx.actor.name}, ${ctx.now})
    on conflict do nothing returning id`.execute(ctx.db())
  return rows[0]?.id
}

export async function findSettlementOf(ctx: Ctx, requestId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from payments.settlement where request_id = ${requestId} and opened_by = ${ctx.actor.userId}`.execute(
    ctx.db(),
  )
  return rows[0]?.id
}

export async function writeReport(
  ctx: Ctx,
  id: string,
  { reported, explanation }: { reported: ReportedFigures; explanation: string | null },
) {
  await sql`update payments.settlement set reported = ${JSON.stringify(reported)}::jsonb, explanation = ${explanation},
    reported_at = ${ctx.now}, reported_name = ${ctx.actor.name} where id = ${id}`.execute(ctx.db())
}

export async function writeLock(ctx: Ctx, id: string, figures: SettlementFigures) {
  await sql`update payments.settlement set state = 'locked', figures = ${JSON.stringify(figures)}::jsonb,
    locked_by = ${ctx.actor.userId}, locked_name = ${ctx.actor.name}, locked_at = ${ctx.now} where id = ${id}`.execute(
    ctx.db(),
  )
}

export type Scope = {
  readonly providerId: string | null
  readonly areaIds: readonly number[]
  readonly months: { readonly first: Month; readonly last: Month }
}

const inScope = (
  ctx: Ctx,
  { providerId, areaIds }: Omit<Scope, 'months'>,
) => sql`posting.area_id = any(${[...areaIds]}::integer[])
  and ${withinArea(ctx, 'posting.area_id')}
  and ${providerId === null ? sql`true` : sql`posting.provider_id = ${providerId}`}`

type IdentityRow = {
  readonly key: number | string | null
  readonly carriedIn: Dong
  readonly transferred: Dong
  readonly paid: Dong
  readonly returned: Dong
  readonly carriedOut: Dong
}

/** The identity of a span, whole, by programme or by unit. */
export async function sumIdentity(ctx: Ctx, scope: Scope, by: RawBuilder<unknown>): Promise<IdentityRow[]> {
  const { months } = scope
  const sum = (figure: Parameters<typeof figureOf>[0]) =>
    sql`coalesce(sum(amount) filter (where ${figureOf(figure, months)}), 0)::bigint`
  const { rows } = await sql<IdentityRow>`
    select ${by} as key, ${sum('carried_in')} as carried_in, ${sum('transferred')} as transferred, -${sum('paid')} as paid,
      -${sum('returned')} as returned, ${sum('carried_out')} as carried_out
    from payments.posting join payments.entry on entry.id = posting.entry_id
    where posting.account = 'at_provider' and posting.month <= ${months.last} and ${inScope(ctx, scope)}
    group by 1 order by 1`.execute(ctx.db())
  return rows
}

/** Providers that had money in a unit in some month of a span, and whose own settlement of that month is not locked there. */
export async function listUnsettled(
  ctx: Ctx,
  { areaIds, months, areaId }: Omit<Scope, 'providerId'> & { readonly areaId: number },
): Promise<string[]> {
  const { first, last } = months
  const { rows } = await sql<{ providerId: string }>`
    with moved as (
      select provider_id, month, sum(amount) as amount from payments.posting
      where account = 'at_provider' and month <= ${last} and ${inScope(ctx, { providerId: null, areaIds })}
      group by provider_id, month
    )
    select distinct provider_id from moved, unnest(${monthsThrough(first, last)}::text[]) as due
    where (exists (select from moved as own where own.provider_id = moved.provider_id and own.month = due)
        or (select sum(amount) from moved as own where own.provider_id = moved.provider_id and own.month < due) <> 0)
      and not exists (select from payments.settlement as own
        where own.provider_id = moved.provider_id and own.area_id = ${areaId} and own.state = 'locked'
          and due between own.first_month and own.last_month)
    order by provider_id`.execute(ctx.db())
  return rows.map(({ providerId }) => providerId)
}

/** How many people money reached in a span, and stayed with. */
export async function countPaid(ctx: Ctx, scope: Scope): Promise<number> {
  const { rows } = await sql<{ payees: number }>`
    select count(*)::int as payees from (
      select posting.person_id from payments.posting join payments.entry on entry.id = posting.entry_id
      where posting.account = 'payable' and entry.kind in ('paid', 'returned')
        and posting.month between ${scope.months.first} and ${scope.months.last} and ${inScope(ctx, scope)}
      group by posting.person_id having sum(amount) > 0) as one`.execute(ctx.db())
  return rows[0]!.payees
}

/** What budget lines spent for these months, less what came back to them. */
export async function sumSources(ctx: Ctx, { months, areaIds, providerId }: Scope) {
  const { rows } = await sql<{ source: FundSource; programme: Programme; spent: Dong }>`
    select fund.source, fund.programme, sum(posting.amount)::bigint as spent
    from payments.posting join payments.fund on fund.id = posting.fund_id
    left join payments.envelope on envelope.id = posting.envelope_id
    where posting.account = 'budget_spent' and posting.month between ${months.first} and ${months.last}
      and fund.area_id = any(${[...areaIds]}::integer[]) and ${withinArea(ctx, 'fund.area_id')}
      and ${providerId === null ? sql`true` : sql`envelope.provider_id = ${providerId}`}
    group by fund.source, fund.programme having sum(posting.amount) <> 0
    order by fund.source, fund.programme`.execute(ctx.db())
  return rows
}

/** The first month and the last that lists were paid for here, wherever; a list is paid in the month before its own. */
export async function findMonthsPaid(ctx: Ctx): Promise<{ since: Month; through: Month } | undefined> {
  const { rows } = await sql<{ since: Month | null; through: Month | null }>`
    select min(month) as since, max(month) as through from payments.envelope where state <> 'cancelled'`.execute(
    ctx.db(),
  )
  const { since, through } = rows[0]!
  return since && through ? { since, through } : undefined
}
