import { sql } from 'kysely'
import { openDatabase } from '#platform/server/database'
import type { OwnDatabase } from '#testing/own-database'

/** The approved list of November owes these people the month before as well. */
export async function payOctoberToo(own: OwnDatabase, runId: string, people: readonly string[]) {
  const owner = openDatabase(own.ownerUrl, 1)
  await sql`insert into payroll.line (month, person_id, component, benefit_month, run_id, kind, amount, units, coefficient, standard,
      rule, rule_set, award_id, payee_id, area_id, pay_point_id)
    select month, person_id, component, '2026-10', run_id, 'arrears', amount, units, coefficient, standard, rule, rule_set,
      award_id, payee_id, area_id, pay_point_id
    from payroll.line where run_id = ${runId} and person_id = any(${[...people]}::uuid[])`.execute(owner)
  await sql`update payroll.control_total set (lines, amount) = (select count(*), sum(line.amount) from payroll.line
      where line.run_id = control_total.run_id) where run_id = ${runId} and dimension = 'all'`.execute(owner)
  await owner.destroy()
}
