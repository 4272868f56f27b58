import { sql } from 'kysely'
import type { Dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import type { FundSource, Programme } from '../domain/programme.ts'
import type { PaymentsTables } from './tables.ts'

export type FundRow = {
  readonly id: string
  readonly areaId: number
  readonly year: number
  readonly programme: Programme
  readonly source: FundSource
  readonly share: number
  readonly code: string
  readonly allocated: Dong
  readonly available: Dong
  readonly blocked: Dong
  readonly spent: Dong
  readonly isUsed: boolean
}

const sumOf = (account: string, sign = 1) =>
  sql`coalesce(sum(posting.amount) filter (where posting.account = ${account}), 0)::bigint * ${sql.raw(String(sign))}`

/** The budget lines of a year with what the ledger says of them, in the actor’s units. */
export async function listFundRows(ctx: Ctx, { year }: { year?: number | undefined }): Promise<FundRow[]> {
  const { rows } = await sql<FundRow>`
    select fund.id, fund.area_id, fund.year, fund.programme, fund.source, fund.share, fund.code,
      ${sumOf('appropriation', -1)} as allocated, ${sumOf('budget_available')} as available,
      ${sumOf('budget_blocked')} as blocked, ${sumOf('budget_spent')} as spent,
      coalesce(bool_or(posting.account in ('budget_blocked', 'budget_spent')), false) as is_used
    from payments.fund left join payments.posting on posting.fund_id = fund.id
    where ${withinArea(ctx, 'fund.area_id')} and (${year ?? null}::smallint is null or fund.year = ${year ?? null})
    group by fund.id order by fund.year desc, fund.area_id, fund.programme, fund.source`.execute(ctx.db())
  return rows
}

/**
 * Locks the budget lines that what a unit pays of a year is paid from, so that two approvals do not spend one đồng: of each programme
 * those of the unit itself or, where it has none, of the nearest above it that the actor answers for.
 */
export async function lockFunds(ctx: Ctx, { areaId, year }: { areaId: number; year: number }) {
  const { rows: funds } = await sql<Pick<FundRow, 'id' | 'programme' | 'source' | 'share' | 'areaId'>>`
    with line as (
      select id, programme, (select count(*) from geography.area_within as unit where unit.within_id = fund.area_id) as units
      from payments.fund
      where year = ${year} and ${withinArea(ctx, 'fund.area_id')}
        and area_id in (select within_id from geography.area_within where area_id = ${areaId}))
    select id, programme, source, share, area_id from payments.fund
    where id in (select id from line
      where units = (select min(other.units) from line as other where other.programme = line.programme))
    order by programme, source for update`.execute(ctx.db())
  const { rows } = await sql<{ fundId: string; available: Dong }>`
    select fund_id, sum(amount)::bigint as available from payments.posting
    where fund_id = any(${funds.map(({ id }) => id)}::uuid[]) and account = 'budget_available'
    group by fund_id`.execute(ctx.db())
  const available = new Map(rows.map((row) => [row.fundId, row.available]))
  return funds.map((fund) => ({ ...fund, available: available.get(fund.id) ?? 0 }))
}

/** Locks one of them: what is left of it stays so while it is looked at. */
export async function lockFund(ctx: Ctx, id: string) {
  await sql`select from payments.fund where id = ${id} and ${withinArea(ctx, 'fund.area_id')} for update`.execute(
    ctx.db(),
  )
}

export async function insertFund(
  ctx: Ctx,
  fund: Pick<FundRow, 'areaId' | 'year' | 'programme' | 'source' | 'share' | 'code'>,
) {
  return ctx
    .db<PaymentsTables>()
    .insertInto('payments.fund')
    .values(fund)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
}

export async function updateFund(ctx: Ctx, id: string, what: Pick<FundRow, 'share' | 'code'>) {
  await ctx.db<PaymentsTables>().updateTable('payments.fund').set(what).where('id', '=', id).execute()
}

/** How much of a programme of a year its sources bear together, but for one line. */
export async function sumShares(
  ctx: Ctx,
  { areaId, year, programme }: Pick<FundRow, 'areaId' | 'year' | 'programme'>,
  without: string | null,
): Promise<number> {
  const { rows } = await sql<{ share: number }>`
    select coalesce(sum(share), 0)::int as share from payments.fund
    where area_id = ${areaId} and year = ${year} and programme = ${programme}
      and id is distinct from ${without}::uuid`.execute(ctx.db())
  return rows[0]!.share // A sum is always there.
}
