import { sql } from 'kysely'
import { dong, type Dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import { isWithinArea, withinArea } from '#platform/server/scope'
import type { ChangeReason, ChangeSummary, PaymentRunId } from '../contract.ts'
import { monthBefore, type Run } from './runs.ts'
import type { Dimension } from './tables.ts'

export type Count = {
  readonly dimension: Dimension
  readonly key: string
  readonly people: number
  readonly lines: number
  readonly amount: Dong
}

/** What the database counted when the run was frozen; for whoever sees only part of the run, that part, counted now. */
export async function listCounts(ctx: Ctx, run: Pick<Run, 'id' | 'month' | 'areaId'>): Promise<Count[]> {
  if (isWithinArea(ctx.actor, run.areaId)) return (await listCountsOfRuns(ctx, [run.id])).get(run.id) ?? []
  const mine = withinArea(ctx, 'area_id')
  const { rows } = await sql<Count>`
    with mine as materialized (
      select person_id, component, rule, area_id, kind, pay_point_id, amount from payroll.line
      where month = ${run.month} and run_id = ${run.id} and ${mine}
    ), before as (
      select person_id, kind, amount from payroll.line where month = ${monthBefore(run.month)} and ${mine}
    )
    select 'all' as dimension, '' as key, count(distinct person_id)::int as people, count(*)::int as lines,
      sum(amount)::bigint as amount from mine having count(*) > 0
    union all select 'component', component, count(distinct person_id), count(*), sum(amount)::bigint from mine group by component
    union all select 'rule', component || ' ' || rule, count(distinct person_id), count(*), sum(amount)::bigint
      from mine group by component, rule
    union all select 'area', area_id::text, count(distinct person_id), count(*), sum(amount)::bigint from mine group by area_id
    union all select 'kind', kind, count(distinct person_id), count(*), sum(amount)::bigint from mine group by kind
    union all select 'pay_point', coalesce(pay_point_id::text, ''), count(distinct person_id), count(*), sum(amount)::bigint
      from mine group by pay_point_id
    union all select 'before', coalesce(kind, ''), count(distinct person_id), count(*), sum(amount)::bigint
      from before group by grouping sets ((kind), ()) having count(*) > 0`.execute(ctx.db())
  return rows
}

/** The frozen counts of several runs at once. */
export async function listCountsOfRuns(
  ctx: Ctx,
  ids: readonly PaymentRunId[],
): Promise<Map<PaymentRunId, Count[]>> {
  const { rows } = await sql<Count & { runId: PaymentRunId }>`
    select run_id, dimension, key, people, lines, amount from payroll.control_total
    where run_id = any(${[...ids]}::uuid[]) order by dimension, key`.execute(ctx.db())
  return Map.groupBy(rows, ({ runId }) => runId)
}

/** The reasons for the difference to the month before, with how many people each concerns. */
export async function summariseChanges(ctx: Ctx, id: PaymentRunId): Promise<ChangeSummary[]> {
  const { rows } = await sql<{ reason: ChangeReason; people: number; difference: number }>`
    select reason, count(distinct person_id)::int as people, sum(after - before)::bigint as difference
    from payroll.change where run_id = ${id} and ${withinArea(ctx, 'area_id')}
    group by reason order by reason`.execute(ctx.db())
  return rows.map((row) => ({ ...row, difference: dong(row.difference) }))
}

export async function summariseOverpaid(ctx: Ctx, id: PaymentRunId) {
  const { rows } = await sql<{ people: number; months: number; amount: number }>`
    select count(distinct person_id)::int as people, count(*)::int as months,
      coalesce(sum(amount), 0)::bigint as amount
    from payroll.overpaid where run_id = ${id} and amount > 0 and ${withinArea(ctx, 'area_id')}`.execute(
    ctx.db(),
  )
  const { people, months, amount } = rows[0]! // A sum over nothing is a row too.
  return { people, months, amount: dong(amount) }
}
