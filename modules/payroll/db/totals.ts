import { sql } from 'kysely'
import { dong, type Dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import { isWithinArea, withinArea } from '#platform/server/scope'
import type { ChangeReason, ChangeSummary, LineComponent, PaymentRunId, Tally } from '../contract.ts'
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

/** What the lines under any of these rules come to, by benefit; a person under two of them is one. */
export async function tallyByComponent(
  ctx: Ctx,
  { id, month }: Pick<Run, 'id' | 'month'>,
  rules: readonly string[],
): Promise<(Tally & { component: LineComponent })[]> {
  if (rules.length === 0) return []
  const { rows } = await sql<Tally & { component: LineComponent }>`
    select component, count(distinct person_id)::int as people, count(*)::int as lines, sum(amount)::bigint as amount
    from payroll.line
    where month = ${month} and run_id = ${id} and ${withinArea(ctx, 'area_id')} and rule = any(${[...rules]}::text[])
    group by component order by component`.execute(ctx.db())
  return rows
}

/** The reasons for the difference to the month before: how many people each concerns, gained or lost, and the money. */
export async function summariseChanges(
  ctx: Ctx,
  { id, month }: Pick<Run, 'id' | 'month'>,
): Promise<ChangeSummary[]> {
  // Whoever gains or loses all regular money counts once, for one reason; what did not change stands in the lines only.
  const { rows } = await sql<{
    reason: ChangeReason
    people: number
    peopleDifference: number
    difference: number
  }>`
    with mine as materialized (
      select person_id, component, reason, before, after from payroll.change
      where run_id = ${id} and ${withinArea(ctx, 'area_id')}
    ), regular as materialized (
      select * from mine where reason not in ('arrears', 'arrears_ended', 'needs_decision')
    ), turned as (
      select person_id, min(reason) filter (where before = 0) as gained_by,
        min(reason) filter (where after = 0) as lost_by, bool_or(before > 0) as had_changed
      from regular group by person_id having bool_or(before = 0 or after = 0)
    ), kept as (
      select turned.*, coalesce(bool_or(line.person_id is not null), false) as has_now,
        had_changed or coalesce(bool_or(line.person_id is not null and not exists (
          select from regular where regular.person_id = line.person_id and regular.component = line.component
            and regular.before = 0)), false) as had_before
      from turned left join payroll.line as line on line.month = ${month} and line.run_id = ${id}
        and line.person_id = turned.person_id and line.kind = 'regular' and ${withinArea(ctx, 'line.area_id')}
      group by turned.person_id, gained_by, lost_by, had_changed
    ), people as (
      select case when has_now then gained_by else lost_by end as reason,
        sum(case when has_now then 1 else -1 end)::int as difference
      from kept where has_now <> had_before group by 1
    )
    select mine.reason, count(distinct person_id)::int as people,
      coalesce(min(people.difference), 0) as people_difference, sum(after - before)::bigint as difference
    from mine left join people on people.reason = mine.reason
    group by mine.reason order by mine.reason`.execute(ctx.db())
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
