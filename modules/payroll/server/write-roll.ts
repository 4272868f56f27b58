import type { Client } from 'pg'
import { personKeys, summariesOf } from '#modules/people'
import type { Job } from '#platform/server/jobs'
import type { Frame } from './frame.ts'
import { forWholeCountry } from './whole-country.ts'

const peopleAtOnce = 5000

/** Writes down how everybody in the run, and every payee, was called when it was frozen. */
export async function writeRoll(job: Job, sink: Client, { runId, month }: Frame) {
  const { rows } = await sink.query<[string]>({
    text: `select person_id from payroll.line where month = $1 and run_id = $2
      union select payee_id from payroll.line where month = $1 and run_id = $2`,
    values: [month, runId],
    rowMode: 'array',
  })
  const ids = rows.map(([id]) => id)
  for (let start = 0; start < ids.length; start += peopleAtOnce) {
    const batch = ids.slice(start, start + peopleAtOnce)
    const summaries = await job.request((ctx) => forWholeCountry(ctx, (ctx) => summariesOf(ctx, batch)))
    const roll = Array.from(summaries.values(), ({ id, fullName, born, bornPrecision, sex, sortKey }) => {
      const { plainKey } = personKeys(fullName)
      return [id, fullName, plainKey, sortKey, born, bornPrecision, sex]
    })
    const columns = roll[0]?.map((_, column) => roll.map((row) => row[column])) ?? [
      [],
      [],
      [],
      [],
      [],
      [],
      [],
    ]
    await sink.query(
      `insert into payroll.roll (run_id, person_id, full_name, plain_key, sort_key, born, born_precision, sex)
       select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::date[], $7::text[], $8::text[])`,
      [runId, ...columns],
    )
    await job.progress(start + batch.length, ids.length, 'names')
  }
}
