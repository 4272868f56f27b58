import { sql } from 'kysely'
import type { Month } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'

/**
 * The last month for which a list gives people something of that very month, whoever sees the list: one that is still to be approved
 * counts, for it is made and will be. Nobody, where no list has.
 */
export async function lastListedOf(ctx: Ctx, personIds: readonly string[]): Promise<Month | undefined> {
  if (personIds.length === 0) return undefined
  // Run after run, for each has its partition and there the people are looked up by their key.
  const { rows } = await sql<{ month: Month }>`
    select run.month from payroll.run
    where run.state in ('checking', 'submitted', 'approved', 'sent', 'reconciled', 'closed') and exists (
      select from payroll.line where line.month = run.month and line.run_id = run.id
        and line.person_id = any(${[...personIds]}::uuid[]) and line.benefit_month = run.month)
    order by run.month desc limit 1`.execute(ctx.db())
  return rows[0]?.month
}
