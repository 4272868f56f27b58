import { sql } from 'kysely'
import type { Month } from '#kernel/civil-date'
import { dong, type Dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import type { LineComponent } from '../contract.ts'

/** What lists that were approved gave to two records for one component and one month: one of the two was too much. */
export type ListedTwice = {
  readonly component: LineComponent
  readonly benefitMonth: Month
  readonly one: Dong
  readonly other: Dong
  /** The smaller of the two. */
  readonly amount: Dong
}

type Pair = { readonly id: string; readonly oneId: string; readonly otherId: string }

/** What was listed for both records of each pair, by pair, the first month first; pairs with nothing are left out. */
export async function listListedTwice(ctx: Ctx, pairs: readonly Pair[]): Promise<Map<string, ListedTwice[]>> {
  if (pairs.length === 0) return new Map()
  const ids = [...new Set(pairs.flatMap(({ oneId, otherId }) => [oneId, otherId]))]
  // Run after run, for each has its partition and there the people are looked up by their key.
  const { rows } = await sql<Omit<ListedTwice, 'amount'> & { id: string }>`
    with listed as materialized (
      select line.person_id, line.component, line.benefit_month, sum(line.amount)::bigint as amount
      from payroll.run, lateral (
        select person_id, component, benefit_month, amount from payroll.line
        where line.month = run.month and line.run_id = run.id and line.person_id = any(${ids}::uuid[])) as line
      where run.state in ('approved', 'sent', 'reconciled', 'closed')
      group by 1, 2, 3
    )
    select pair.id, one.component, one.benefit_month, one.amount as one, other.amount as other
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as pair (id text, "oneId" uuid, "otherId" uuid)
    join listed as one on one.person_id = pair."oneId"
    join listed as other on other.person_id = pair."otherId"
      and (other.component, other.benefit_month) = (one.component, one.benefit_month)
    order by pair.id, one.benefit_month, one.component`.execute(ctx.db())
  return Map.groupBy(
    rows.map((row) => ({ ...row, amount: dong(Math.min(row.one, row.other)) })),
    ({ id }) => id,
  )
}
