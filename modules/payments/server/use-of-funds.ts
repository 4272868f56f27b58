import { sql } from 'kysely'
import type { Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import { listFundRows } from '../db/funds.ts'

/** What a budget line spent for a list month, and what approved envelopes still hold of it. */
export type UseOfFund = { readonly month: Month; readonly spent: Dong; readonly blocked: Dong }

/** The budget lines of a year, each with its use month by month, as the ledger has it. */
export async function listUseOfFunds(ctx: Ctx, { year }: { year: number }) {
  const funds = await listFundRows(ctx, { year })
  const { rows } = await sql<UseOfFund & { fundId: string }>`
    select fund_id, posting.month, coalesce(sum(amount) filter (where account = 'budget_spent'), 0)::bigint as spent,
      coalesce(sum(amount) filter (where account = 'budget_blocked'), 0)::bigint as blocked
    from payments.posting
    where fund_id = any(${funds.map(({ id }) => id)}::uuid[]) and account in ('budget_spent', 'budget_blocked')
      and posting.month is not null and ${withinArea(ctx, 'posting.area_id')}
    group by fund_id, posting.month having sum(amount) <> 0 order by posting.month`.execute(ctx.db())
  const byFund = Map.groupBy(rows, ({ fundId }) => fundId)
  return funds.map((fund) => ({
    ...fund,
    months: (byFund.get(fund.id) ?? []).map(({ month, spent, blocked }) => ({ month, spent, blocked })),
  }))
}
