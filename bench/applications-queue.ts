/**
 * The queue of files with 200,000 of them: first pages, filters and the search inside, by one user and by 8 at once who wait for
 * nothing but their answers, through HTTP, as officer of a commune and as specialist of the province. Aim: p95 ≤ 100 ms.
 *
 *   node bench/applications-queue.ts            makes the smallest demonstration, fills it up with copies, throws it away
 *   ANSINH_HOME=… node bench/applications-queue.ts 50000   on a demonstration that is kept, with another number of files
 *
 * Beside each line stands what other work took meanwhile, and the processor time of a page in the program and in the
 * database: eight at once on two processors take at least four times their sum.
 */
import { sql } from 'kysely'
import { openDatabase, type Database } from '#platform/server/database'
import { findPostgres } from '#platform/server/postgres'
import { demonstration } from './demonstration.ts'
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

const files = Number(process.argv[2] ?? 200_000)
const { forget } = await demonstration()

const postgres = await findPostgres(undefined)
const owner = openDatabase(postgres.ownerUrl, 1)
await fillUp(owner)
await owner.destroy()

const paths = [
  '',
  '?view=over',
  '?view=unassigned',
  '?view=paused',
  '?view=to_sign',
  '?view=closed',
  '?procedure=social_pension',
  '?q=hoa',
  '?q=nguyen%20thi%20hoa',
  '?q=4567',
].map((query) => `/api/applications${query}`)
const questions = Array.from({ length: 300 }, (_, index) => paths[index % paths.length]!)

const { origin, child, stop } = await serving(4392)
try {
  for (const who of ['canbo', 'chuyenvien']) {
    const get = await signedIn(origin, who)
    for (let turn = 0; turn < 2; turn++) await timeEach(questions, 8, get)
    process.stdout.write(`${machine()}; ${files} files; ${who}\n`)
    for (const users of [1, 8]) {
      const others = othersAtWork(() => processors().reduce((sum, one) => sum + one))
      const spent = spentSince(processors())
      const { count, p50, p95, max } = spreadOf(await timeEach(questions, users, get))
      process.stdout.write(
        `${users} users, ${count} pages: p50 ${round(p50)} ms, p95 ${round(p95)} ms, max ${round(max)} ms; ${spent(count)}; ${others()}\n`,
      )
    }
    for (const path of paths) {
      const twenty = Array.from({ length: 20 }, () => path)
      const spent = spentSince(processors())
      const { p95 } = spreadOf(await timeEach(twenty, 1, get))
      process.stdout.write(`  ${path}: p95 ${round(p95)} ms; ${spent(twenty.length)}\n`)
    }
  }
} finally {
  await stop()
  postgres.release()
  await forget()
}

/** Processor time of a page since then. */
function spentSince([program, database]: readonly number[]): (pages: number) => string {
  return (pages) => {
    const [nowProgram, nowDatabase] = processors()
    const each = (seconds: number) => `${round((1000 * seconds) / pages)} ms`
    return `program ${each(nowProgram! - program!)}, database ${each(nowDatabase! - database!)} a page`
  }
}

function processors(): number[] {
  return [processorSeconds(child.pid!), databaseSeconds(), ownSeconds()]
}

/** Copies of the files there are, in every commune of the province and with a name and days of their own. */
async function fillUp(db: Database) {
  const { rows } = await sql<{
    count: number
  }>`select count(*) as count from applications.application`.execute(db)
  const missing = files - rows[0]!.count
  if (missing <= 0) return
  await sql`
    with pattern as materialized (
      select *, row_number() over (order by id) - 1 as place, count(*) over () as patterns from applications.application
    ), commune as materialized (
      select id, row_number() over (order by id) - 1 as place, count(*) over () as communes from geography.area
      where level = 3 and during @> date '2026-01-01' and id in (select area_id from geography.area_within
        where within_id = (select id from geography.area where level = 1 and code = '25' and during @> date '2026-01-01'))
    ), added as (
      insert into applications.application (code, procedure, edition, area_id, channel, subject, born, asked, step,
        received_at, complete_on, step_since, due_at, act_by, paused_at, outcome, closed_at, changed_at, changed_by)
      select 'BENCH-' || number, procedure, edition, commune.id, channel,
        subject || jsonb_build_object('fullName', (array['Nguyễn','Trần','Lê','Phạm','Phùng'])[1 + number % 5] || ' Thị '
          || (array['Hòa','Lan','Mận','Tý','Sửu','Bình','An'])[1 + number % 7]), born, asked, step,
        received_at - make_interval(hours => number % 5000), complete_on, step_since,
        due_at - make_interval(hours => number % 400), act_by - make_interval(hours => number % 400), paused_at, outcome,
        closed_at, changed_at, changed_by
      from generate_series(1, ${missing}::int) as number
        join pattern on pattern.place = number % pattern.patterns
        join commune on commune.place = number % commune.communes
      returning id, area_id, subject
    )
    insert into applications.search_term (term, area_id, application_id)
    select distinct translate(lower(word), 'ễầêạùòậýửìă', 'eaeauoayuia'), area_id, id
    from added, regexp_split_to_table(subject ->> 'fullName', ' ') as word`.execute(db)
  await sql`insert into applications.search_term (term, area_id, application_id)
    select '4567', area_id, id from applications.application where code like 'BENCH-%' and hashtext(code) % 5000 = 0
    on conflict do nothing`.execute(db)
  await sql`vacuum analyze applications.application, applications.search_term`.execute(db)
}
