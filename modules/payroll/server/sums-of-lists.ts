import { sql } from 'kysely'
import type { Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import type { Component } from '#modules/entitlement'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import type { LineKind } from '../contract.ts'

/** What the approved lists of a month gave for a component by a rule, in a unit. */
export type SumOfLists = {
  readonly month: Month
  readonly areaId: number
  readonly component: Component
  readonly rule: string
  readonly kind: LineKind
  readonly lines: number
  readonly amount: Dong
}

/** The approved lists of these months, summed up as far as whoever asks sees them: nobody is named. */
export async function sumsOfLists(
  ctx: Ctx,
  { from, through }: { from: Month; through: Month },
): Promise<SumOfLists[]> {
  const { rows } = await sql<SumOfLists>`
    select line.month, line.area_id, line.component, line.rule, line.kind, count(*)::int as lines,
      sum(line.amount)::bigint as amount
    from payroll.run join payroll.line on line.month = run.month and line.run_id = run.id
    where run.month between ${from} and ${through} and line.month between ${from} and ${through}
      and run.state in ('approved', 'sent', 'reconciled', 'closed') and ${withinArea(ctx, 'line.area_id')}
    group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`.execute(ctx.db())
  return rows
}

/** The last month of which a list was approved, and of which unit; undefined where there is none. */
export async function latestApproved(ctx: Ctx): Promise<{ month: Month; areaId: number } | undefined> {
  const { rows } = await sql<{ month: Month; areaId: number }>`
    select month, area_id from payroll.run
    where state in ('approved', 'sent', 'reconciled', 'closed') and ${withinArea(ctx, 'area_id')}
    order by month desc, area_id limit 1`.execute(ctx.db())
  return rows[0]
}

export type ApprovedMonth = {
  readonly month: Month
  /** The unit that drew the list up and pays it, whoever else is on it. */
  readonly areaId: number
  readonly isPaidElsewhere: boolean
}

/** The months in a span of which the actor’s units have approved lists of their own, and whether all of those were paid elsewhere. */
export async function approvedMonths(
  ctx: Ctx,
  { from, through }: { from: Month; through: Month },
): Promise<ApprovedMonth[]> {
  const { rows } = await sql<ApprovedMonth>`
    select month, area_id, bool_and(state = 'closed') as is_paid_elsewhere from payroll.run
    where month between ${from} and ${through} and state in ('approved', 'sent', 'reconciled', 'closed')
      and ${withinArea(ctx, 'run.area_id')}
    group by 1, 2 order by 1, 2`.execute(ctx.db())
  return rows
}
