import { sql } from 'kysely'
import type { Dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import { proposalColumns, type Proposal } from './proposals.ts'

export type FundAllocation = Proposal & {
  readonly fundId: string
  readonly areaId: number
  readonly direction: 'give' | 'take_back'
  readonly amount: Dong
  readonly decision: string
}

const columns = (table: string) =>
  sql`${proposalColumns(table)}, fund_id, area_id, direction, amount, decision`

/** What waits for a second person, and the last word on each line where it was a refusal: whoever asked is to see it. */
export async function listOpenAllocations(ctx: Ctx, fundIds: readonly string[]): Promise<FundAllocation[]> {
  const { rows } = await sql<FundAllocation>`
    select ${columns('latest')} from (
      select *, row_number() over (partition by fund_id order by asked_at desc, id desc) as nth
      from payments.fund_allocation where fund_id = any(${[...fundIds]}::uuid[]) and ${withinArea(ctx, 'area_id')}) as latest
    where state = 'asked' or (state = 'refused' and nth = 1) order by asked_at, id`.execute(ctx.db())
  return rows
}

export async function lockAllocation(ctx: Ctx, id: string): Promise<FundAllocation | undefined> {
  const { rows } =
    await sql<FundAllocation>`select ${columns('fund_allocation')} from payments.fund_allocation
    where id = ${id} and ${withinArea(ctx, 'area_id')} for update`.execute(ctx.db())
  return rows[0]
}

/** Writes down what is to be booked; nothing where the same decision waits for the line already. */
export async function insertAllocation(
  ctx: Ctx,
  asked: Pick<FundAllocation, 'fundId' | 'areaId' | 'direction' | 'amount' | 'decision'> & {
    readonly requestId: string
  },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    insert into payments.fund_allocation (fund_id, area_id, request_id, direction, amount, decision, asked_by, asked_name, asked_at)
    values (${asked.fundId}, ${asked.areaId}, ${asked.requestId}, ${asked.direction}, ${asked.amount}, ${asked.decision},
      ${ctx.actor.userId}, ${ctx.actor.name}, ${ctx.now})
    on conflict (fund_id, direction, lower(decision)) where state = 'asked' do nothing returning id`.execute(
    ctx.db(),
  )
  return rows[0]?.id
}
