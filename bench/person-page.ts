/** The person page and its explanation: 400 reads of each by one user after another, through HTTP, on the data of ANSINH_HOME. */
import { sql } from 'kysely'
import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from '#platform/server/database'
import { findPostgres } from '#platform/server/postgres'
import {
  databaseSeconds,
  machine,
  othersAtWork,
  ownSeconds,
  processorSeconds,
  residentMebibytes,
  round,
  spreadOf,
  timeEach,
} from './measure.ts'
import { serving, signedIn } from './serving.ts'

const postgres = await findPostgres(undefined)
const owner = openDatabase(postgres.ownerUrl, 1)
const { rows: people } = await sql<{ id: string }>`
  select id from (select person_id as id, row_number() over (order by person_id) as place, count(*) over () as all_of_them
    from (select distinct person_id from entitlement.award) awarded) numbered
  where place % greatest(1, all_of_them / 400) = 0 limit 400`.execute(owner)
await owner.destroy()

const { origin, child, stop } = await serving(4392)
try {
  const get = await signedIn(origin, 'chuyenvien')
  process.stdout.write(`${machine()}\n`)
  // The thread of its jobs ends after a minute without any; until then its memory counts too.
  await sleep(70_000)
  process.stdout.write(
    `memory of the app at rest, a minute after its last job: ${round(residentMebibytes(child.pid!))} MiB\n`,
  )
  const pages = {
    'person page': (id: string) => `/api/people/${id}`,
    entitlements: (id: string) => `/api/people/${id}/entitlements`,
    explanation: (id: string) => `/api/people/${id}/explanation?month=2026-11`,
    payments: (id: string) => `/api/people/${id}/payments`,
  }
  const others = othersAtWork(() => processorSeconds(child.pid!) + ownSeconds() + databaseSeconds())
  for (const [name, pathOf] of Object.entries(pages)) {
    const read = ({ id }: { id: string }) => get(pathOf(id))
    await timeEach(people.slice(0, 100), 1, read)
    const { count, p50, p95, max } = spreadOf(await timeEach(people, 1, read))
    process.stdout.write(
      `${name}, ${count} reads: p50 ${round(p50)} ms, p95 ${round(p95)} ms, max ${round(max)} ms; ${others()}\n`,
    )
  }
  process.stdout.write(`memory of the app after the reads: ${round(residentMebibytes(child.pid!))} MiB\n`)
} finally {
  await stop()
  postgres.release()
}
