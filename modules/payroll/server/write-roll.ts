import type { Client } from 'pg'
import { personKeys, summariesOf, type PersonSummary } from '#modules/people'
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
  const fetch = async (start: number) =>
    start >= ids.length
      ? []
      : job.request((ctx) =>
          forWholeCountry(ctx, async (ctx) => [
            ...(await summariesOf(ctx, ids.slice(start, start + peopleAtOnce))).values(),
          ]),
        )
  let people = await fetch(0)
  for (let start = 0; start < ids.length; start += peopleAtOnce) {
    // The next are read while these are written.
    const [next] = await Promise.all([fetch(start + peopleAtOnce), insert(sink, runId, people)])
    people = next
    await job.progress(Math.min(start + peopleAtOnce, ids.length), ids.length, 'totals')
  }
}

async function insert(sink: Client, runId: string, people: readonly PersonSummary[]) {
  await sink.query(
    `insert into payroll.roll (run_id, person_id, full_name, plain_key, sort_key, born, born_precision, sex)
     select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::date[], $7::text[], $8::text[])`,
    [
      runId,
      people.map(({ id }) => id),
      people.map(({ fullName }) => fullName),
      people.map(({ fullName }) => personKeys(fullName).plainKey),
      people.map(({ sortKey }) => sortKey),
      people.map(({ born }) => born),
      people.map(({ bornPrecision }) => bornPrecision),
      people.map(({ sex }) => sex),
    ],
  )
}
