import type { Client } from 'pg'
import { selectNames } from '#modules/people'
import type { PaymentRunId } from '../contract.ts'

/** Writes down how everybody in the run, and every payee, was called when it was frozen. */
export async function writeRoll(sink: Client, { runId }: { runId: PaymentRunId }) {
  const names = selectNames('select person_id from drawn union select payee_id from drawn')
  await sink.query(
    `insert into payroll.roll (run_id, person_id, full_name, plain_key, sort_key, born, born_precision, sex)
     select $1, names.* from (${names}) as names order by id`,
    [runId],
  )
}
