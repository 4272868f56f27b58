/**
 * Search over the register: 500 mixed queries by one user and by 8 at once, through HTTP, on the data of ANSINH_HOME.
 * Make it first: `ansinh demo create --size full --until 2026-11`.
 */
import { sql } from 'kysely'
import { openDatabase } from '#platform/server/database'
import { findPostgres } from '#platform/server/postgres'
import {
  databaseSeconds,
  machine,
  othersAtWork,
  ownSeconds,
  processorSeconds,
  round,
  spreadOf,
  timeEach,
} from './measure.ts'
import { serving, signedIn } from './serving.ts'

type Sample = { fullName: string; plainKey: string; born: string; number: string | null }

const postgres = await findPostgres(undefined)
const owner = openDatabase(postgres.ownerUrl, 1)
const { rows: counted } = await sql<{ people: number }>`select count(*) as people from people.person`.execute(
  owner,
)
// Every so-many-th person by id, so that two measurements ask the same.
const { rows: samples } = await sql<Sample>`
  select full_name, plain_key, born, number from (
    select p.*, i.number, row_number() over (order by p.id) as place
    from people.person p left join people.identifier i on i.person_id = p.id and i.kind = 'personal_id') numbered
  where place % greatest(1, ${counted[0]!.people} / 500) = 0 limit 500`.execute(owner)
await owner.destroy()

const queries = samples.map(({ fullName, plainKey, born, number }, index) => {
  const plain = plainKey.trim()
  const words = plain.split(' ')
  const year = born.slice(0, 4)
  const kinds = [
    plain,
    fullName,
    `${plain} ${year}`,
    `${words.at(-1)} ${year}`,
    `${words.slice(1).join(' ')} ${year}`,
    number ?? plain,
    number?.slice(-6) ?? plain,
    `${plain} tam son`,
    words.slice(0, 2).join(' '),
    `${fullName} ${year}`,
  ]
  return kinds[index % kinds.length]!
})

const { origin, child, stop } = await serving(4391)
try {
  const get = await signedIn(origin, 'chuyenvien')
  const ask = (query: string) => get(`/api/people/search?q=${encodeURIComponent(query)}&wholeArea=true`)
  // Until the program is compiled and the register in memory, which takes a server a minute of its day.
  for (let turn = 0; turn < 4; turn++) await timeEach(queries, 8, ask)
  process.stdout.write(`${machine()}; ${counted[0]!.people} people\n`)
  for (const users of [1, 8, 1, 8]) {
    const others = othersAtWork(() => processors().reduce((sum, one) => sum + one))
    const before = processors()
    const { count, p50, p95, max } = spreadOf(await timeEach(queries, users, ask))
    const after = processors()
    const each = after.map((seconds, index) => round(((seconds - before[index]!) / count) * 1000))
    process.stdout.write(
      `${users} users, ${count} queries: p50 ${round(p50)} ms, p95 ${round(p95)} ms, max ${round(max)} ms; ` +
        `processor a query: program ${each[0]}, database ${each[1]}, client ${each[2]} ms; ${others()}\n`,
    )
  }
} finally {
  await stop()
  postgres.release()
}

/** What the program, its database and this client have used of the processors. */
function processors(): number[] {
  return [processorSeconds(child.pid!), databaseSeconds(), ownSeconds()]
}
