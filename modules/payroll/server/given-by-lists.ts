import { sql } from 'kysely'
import type { Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import type { Component } from '#modules/entitlement'
import type { Ctx } from '#platform/server/context'

/** What the lists gave somebody for a month of a component, arrears included. */
export type GivenByLists = {
  readonly personId: string
  readonly component: Component
  readonly month: Month
  readonly amount: Dong
}

/** What all living lists gave these people for these months, as far as whoever asks sees them. */
export async function givenByLists(
  ctx: Ctx,
  { personIds, from, through }: { personIds: readonly string[]; from: Month; through: Month },
): Promise<GivenByLists[]> {
  if (personIds.length === 0) return []
  const { rows } = await sql<GivenByLists>`
    select line.person_id, line.component, line.benefit_month as month, sum(line.amount)::bigint as amount
    from payroll.run join payroll.line on line.month = run.month and line.run_id = run.id
    where run.month >= ${from} and run.state not in ('generating', 'cancelled')
      and line.month >= ${from} and line.benefit_month between ${from} and ${through}
      and line.person_id = any(${[...personIds]}::uuid[])
    group by 1, 2, 3`.execute(ctx.db())
  return rows
}
