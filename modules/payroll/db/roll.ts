import type { Client } from 'pg'
import { selectNames } from '#modules/people'
import type { Month } from '#kernel/civil-date'
import type { PaymentRunId } from '../contract.ts'

/**
 * Writes down how everybody in the run, and every payee, was called when it was frozen: their ids sorted once, and the
 * register read alongside where it is not much larger.
 */
export async function writeRoll(sink: Client, { runId, month }: { runId: PaymentRunId; month: Month }) {
  // The month and the id of a run carry nothing else into the text.
  const lines = `from payroll.line where month = '${month}' and run_id = '${runId}'`
  const names = selectNames(
    `select person_id ${lines} union select payee_id ${lines} and payee_id <> person_id`,
  )
  // Hashed, the ids would only be sorted again, with all the names.
  await sink.query(`select set_config('enable_hashagg', 'off', true)`)
  await sink.query(
    `insert into payroll.roll (run_id, person_id, full_name, plain_key, sort_key, born, born_precision, sex)
     select $1, names.* from (${names}) as names order by id`,
    [runId],
  )
  await sink.query(`select set_config('enable_hashagg', 'on', true)`)
}
