/**
 * The run of a month for a province, a million and four million people: those of the demonstration in ANSINH_HOME with an
 * award in December 2022, as often as it takes, with all their standings and awards. The real generation draws it up, in
 * a process of its own, beside COPY out of the very bytes it reads and COPY in of the very lines it writes; then, with
 * the jobs in the thread a server has for them, while the delay of its event loop is watched; and the dues of the
 * province are worked out anew for 65 months. It all happens in a copy of the database, which goes in the end.
 * Usage: node bench/payroll-pipeline.ts [people, people …]; or, where the machine is quiet for a short time only,
 * `settle people` beforehand, `measure people` then, and `forget` in the end.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { from, to } from 'pg-copy-streams'
import { dayOf, month, monthsThrough, now as present } from '#kernel/civil-date'
import { prepareMonth, refreshStandings, streamPeople, territoriesOf } from '#modules/entitlement'
import { cancelRun, generate, generateRun, setOpening } from '#modules/payroll'
import { openDatabase } from '#platform/server/database'
import { holdPostgres } from '#platform/server/embedded-postgres'
import type { Job } from '#platform/server/jobs'
import { silence } from '#platform/server/log'
import { stateDirectory } from '#platform/server/state-directory'
import { createDatabase, dropDatabase, urlsOf } from '#platform/server/postgres'
import { request, systemActor } from '#platform/server/request'
import { aftermath } from '../app/composition.ts'
import { startWorkersBeside } from '../app/workers.ts'
import { machine, round } from './measure.ts'

const copy = 'ansinh_pipeline_bench'
const paid = month('2022-12')
const now = present()
const actor = { ...systemActor(['payroll.prepare']), name: 'Bench' }
const server = await holdPostgres('data')
const { programUrl } = urlsOf(server, copy)

if (process.argv[2] === 'generate') {
  const drawn = await generateOnce(Number(process.argv[3]))
  process.send!({ ...drawn, memory: process.resourceUsage().maxRSS / 1024 })
  server.release()
} else {
  const [step, ...rest] = process.argv.slice(2)
  if (step === 'settle') await settleAnew(Number(rest[0]))
  else if (step === 'measure') await measure(Number(rest[0]))
  else if (step === 'forget') await dropDatabase(server, copy)
  else
    for (const people of step === undefined ? [43_689, 1_000_000, 4_000_000] : [step, ...rest].map(Number)) {
      await settleAnew(people)
      await measure(people)
      await dropDatabase(server, copy)
    }
  server.release()
}

async function settleAnew(people: number) {
  await dropDatabase(server, copy)
  await createDatabase(server, copy, 'ansinh')
  await settle(people)
}

async function measure(people: number) {
  process.stdout.write(`${machine()}; load ${round(loadavg()[0]!)}\n`)
  const directory = await mkdtemp(join(tmpdir(), 'payroll-pipeline-'))
  const client = await open(server.url(copy, 'postgres'))
  const { rows } = await client.query<{ area_id: number }>('select area_id from bench_area')
  await client.end()
  const areaId = rows[0]!.area_id
  try {
    const isNation = people > 500_000
    const rounds = Number(process.env['ROUNDS'] ?? (people > 2_000_000 ? 1 : isNation ? 2 : 5))
    for (let turn = 0; turn < rounds; turn++) {
      const drawn = await generateApart(areaId)
      const floor = await copyOnce(directory, drawn.runId)
      await forget(drawn.runId)
      const { lines, out, total, memory } = drawn
      process.stdout.write(
        `${people} people, ${lines} lines: people out, law, lines in with keys ${round(out, 2)} s; whole run ${round(total, 2)} s; ` +
          `memory ${round(memory)} MiB (${drawn.stages}). Floor, ${round(floor.bytes / 2 ** 20)} MiB: out ${round(floor.out, 2)} s, ` +
          `in under keys ${round(floor.keyed, 2)} s, in before keys ${round(floor.fresh, 2)} s. Ratio ` +
          `${round(out / (floor.out + floor.keyed), 2)}, ${round(out / (floor.out + floor.fresh), 2)}; whole run ` +
          `${round(total / (floor.out + floor.keyed), 2)}; load ${round(loadavg()[0]!)}\n`,
      )
    }
    if (!isNation) {
      await watchEventLoop(areaId)
      await recompute()
    }
  } finally {
    await rm(directory, { recursive: true })
  }
}

/** So many people with an award, and nobody else; the installation begins to pay now. */
async function settle(people: number) {
  const db = openDatabase(programUrl, 2)
  await request(db, { actor, now }, aftermath, (ctx) => refreshStandings(ctx))
  const client = await open(server.url(copy, 'postgres'))
  await client.query('create table bench_area as select area_id from payroll.run order by month limit 1')
  await client.query(`truncate payroll.line, payroll.roll, payroll.change, payroll.overpaid, payroll.control_total,
    payroll.run_area, payroll.run, platform.job, entitlement.changed`)
  await client.query(`drop table payroll.line_2022_12`)
  await client.query(`set session_replication_role = replica`)
  await client.query(`set work_mem = '512MB'`)
  await client.query(`create table bench_person as select distinct person_id from entitlement.award
    where retracted_at is null and during && daterange('2022-12-01', '2023-01-01')`)
  const { rowCount: known } = await client.query('select from bench_person')
  const times = Math.ceil(people / known!)
  if (times > 1) {
    await client.query(`create table bench_copy as
      select md5(person_id || ' ' || time)::uuid as id, person_id as of from bench_person, generate_series(1, ${times}) as time
      order by id limit ${people}`)
    await client.query('create table bench_award as table entitlement.award')
    await client.query('create table bench_standing as table entitlement.standing')
    await client.query('create table bench_people as table people.person')
    await client.query(
      'truncate entitlement.standing, entitlement.award, entitlement.lapse, payroll.channel cascade',
    )
    await client.query('delete from people.person')
    // An index made of many rows at once costs a fraction of one they enter singly.
    const restore = await setIndexesAside(client)
    const columnsOf = async (table: string, except: string[]) => {
      const found = await client.query<{ name: string }>(
        `select attname as name from pg_attribute where attrelid = '${table}'::regclass and attnum > 0
         and attgenerated = '' and not attisdropped and attname <> all($1::text[])`,
        [except],
      )
      return found.rows.map(({ name }) => name).join(', ')
    }
    const ofPerson = await columnsOf('people.person', ['id'])
    await client.query(`insert into people.person (id, ${ofPerson}) select copy.id, ${ofPerson}
      from bench_copy as copy join bench_people as person on person.id = copy.of order by 1`)
    const ofAward = await columnsOf('entitlement.award', ['id', 'person_id', 'payee_id'])
    await client.query(`insert into entitlement.award (id, person_id, payee_id, ${ofAward})
      select gen_random_uuid(), copy.id, copy.id, ${ofAward}
      from bench_copy as copy join bench_award as award on award.person_id = copy.of order by 2`)
    const ofStanding = await columnsOf('entitlement.standing', ['person_id'])
    await client.query(`insert into entitlement.standing (person_id, ${ofStanding}) select copy.id, ${ofStanding}
      from bench_copy as copy join bench_standing as standing on standing.person_id = copy.of order by 1, lower(during)`)
    await restore()
  }
  for (const table of ['people.person', 'entitlement.award', 'entitlement.standing', 'payroll.channel'])
    await client.query(`vacuum analyze ${table}`)
  await client.query('checkpoint')
  await client.end()
  await request(db, { actor, now }, aftermath, (ctx) =>
    setOpening(ctx, { month: paid, knownAt: now, since: paid }),
  )
  await db.destroy()
}

/** Takes away every index of the people, their awards and standings, and says how to bring back those a run goes by. */
async function setIndexesAside(client: Client): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ away: string; back: string | null }>(
    `with tables as (select unnest(array['people.person', 'entitlement.award', 'entitlement.standing'])::regclass as oid)
    select format('alter table %s drop constraint %I cascade', conrelid::regclass, conname) as away,
      case when contype <> 'x' then
        format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) end as back
    from pg_constraint where contype in ('p', 'u', 'x') and conrelid in (select oid from tables)
    union all
    select format('drop index %s', indexrelid::regclass),
      case when amname = 'btree' and indexrelid::regclass::text not in (
        'people.person_home', 'people.person_phone', 'people.person_by_name',
        'entitlement.award_of_payee', 'entitlement.award_opened_by', 'entitlement.award_closed_by'
      ) then pg_get_indexdef(indexrelid) end
    from pg_index join pg_class on pg_class.oid = indexrelid join pg_am on pg_am.oid = relam
    where indrelid in (select oid from tables) and not exists (select from pg_constraint where conindid = indexrelid)
    order by 1`,
  )
  for (const { away } of rows) await client.query(away)
  return async () => {
    for (const { back } of rows) if (back) await client.query(back)
  }
}

type Drawn = {
  readonly runId: string
  readonly lines: number
  /** Seconds from the first person read to the keys on the lines. */
  readonly out: number
  readonly total: number
  readonly stages: string
  readonly memory: number
}

async function generateApart(areaId: number): Promise<Drawn> {
  // As the thread of a server is set up, but alone, so that its memory can be told.
  const child = fork(import.meta.filename, ['generate', String(areaId)], {
    execArgv: ['--max-semi-space-size=4'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(stateDirectory(), 'compiled') },
  })
  const [drawn] = (await once(child, 'message')) as [Drawn]
  await once(child, 'exit')
  return drawn
}

async function order(areaId: number) {
  const db = openDatabase(programUrl, 2)
  const asked = await request(db, { actor, now }, aftermath, (ctx) =>
    generateRun(ctx, { month: paid, areaId, requestId: crypto.randomUUID() }),
  )
  await db.destroy()
  return asked
}

async function generateOnce(areaId: number) {
  const { id, jobId } = await order(areaId)
  const db = openDatabase(programUrl, 4)
  const started = performance.now()
  const reached = new Map<string, number>()
  const job: Job = {
    id: jobId,
    input: { runId: id },
    actor,
    signal: new AbortController().signal,
    progress: async (_done, _total, stage) => {
      if (stage && !reached.has(stage)) reached.set(stage, performance.now() - started)
    },
    request: (work) => request(db, { actor, now }, aftermath, work),
    connect: async () => {
      const client = await open(programUrl)
      await client.query(`select set_config('ansinh.area', '0', false)`)
      return client
    },
  }
  const { lines } = (await generate(job))!
  const total = performance.now() - started
  await db.destroy()
  const stages = Array.from(reached, ([stage, at]) => `${stage} at ${Math.round(at)} ms`).join(', ')
  return {
    runId: id,
    lines,
    out: (reached.get('totals')! - reached.get('lines')!) / 1000,
    total: total / 1000,
    stages,
  }
}

/** As many bytes as the generation moves, with nothing done to them: in under the keys, and in before the keys. */
async function copyOnce(directory: string, runId: string) {
  const client = await open(server.url(copy, 'postgres'))
  const file = join(directory, 'lines')
  await client.query('drop table if exists bench_read, bench_line, bench_fresh')
  await client.query(`create table bench_read as
    select award.person_id, award.id, payee_id, award.area_id, lower(award.during) as since,
      coalesce(upper(award.during), 'infinity') as until, 'infinity'::date as lapses, benefit, standing.area_id as home,
      begins, ends, packed
    from entitlement.award left join entitlement.standing on standing.person_id = award.person_id
      and begins <= '2022-12-31' and ends > '2022-11-30'
    where retracted_at is null and award.during && daterange('2022-11-01', '2023-01-01') order by award.person_id`)
  await client.query('create table bench_line (like payroll.line including all)')
  await pipeline(
    client.query(
      to(
        `copy (select * from payroll.line where month = '${paid}' and run_id = '${runId}') to stdout (format binary)`,
      ),
    ),
    createWriteStream(file),
  )
  await client.query('checkpoint')
  let bytes = (await stat(file)).size
  const seconds = async (work: () => Promise<unknown>) => {
    const started = performance.now()
    await work()
    return (performance.now() - started) / 1000
  }
  const out = await seconds(async () => {
    for await (const piece of client.query(to('copy bench_read to stdout (format binary)')))
      bytes += (piece as Buffer).length
  })
  const copyIn = (table: string) =>
    pipeline(createReadStream(file), client.query(from(`copy ${table} from stdin (format binary)`)))
  const keyed = await seconds(() => copyIn('bench_line'))
  await client.query('truncate bench_line')
  const fresh = await seconds(async () => {
    await client.query('begin')
    await client.query(
      'create table bench_fresh (like payroll.line including defaults including constraints)',
    )
    await copyIn('bench_fresh')
    await client.query(
      'alter table bench_fresh add primary key (month, run_id, person_id, component, benefit_month)',
    )
    await client.query(
      `create unique index on bench_fresh (month, person_id, component) where kind = 'regular'`,
    )
    await client.query('commit')
  })
  await client.end()
  return { out, keyed, fresh, bytes }
}

async function forget(runId: string) {
  const db = openDatabase(programUrl, 1)
  await request(db, { actor, now }, aftermath, (ctx) =>
    cancelRun(ctx, { id: runId as never, reason: 'Lập lại từ đầu' }),
  )
  await db.destroy()
  const client = await open(server.url(copy, 'postgres'))
  await client.query('drop table payroll.line_2022_12')
  await client.query('checkpoint')
  await client.end()
}

/** A server whose thread draws up the run: how late its event loop is meanwhile, and how much memory both take. */
async function watchEventLoop(areaId: number) {
  const db = openDatabase(programUrl, 4)
  const workers = startWorkersBeside({ db, programUrl, log: silence, jobsAtOnce: 2 })
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const before = process.memoryUsage.rss()
  let most = before
  const { id } = await order(areaId)
  const started = performance.now()
  const client = await open(server.url(copy, 'postgres'))
  for (;;) {
    const { rows } = await client.query<{ state: string }>('select state from payroll.run where id = $1', [
      id,
    ])
    most = Math.max(most, process.memoryUsage.rss())
    if (rows[0]?.state === 'checking') break
    await sleep(10)
  }
  delay.disable()
  await client.end()
  const milliseconds = (value: number) => round(value / 1e6 - 5, 1)
  process.stdout.write(
    `in a thread beside a server, its start included: ${round((performance.now() - started) / 1000, 2)} s; event loop late by ` +
      `${milliseconds(delay.percentile(50))} / ${milliseconds(delay.percentile(99))} / ${milliseconds(delay.max)} ms (p50 / p99 / most); ` +
      `memory of server and thread ${round(before / 2 ** 20)} to ${round(most / 2 ** 20)} MiB; load ${round(loadavg()[0]!)}\n`,
  )
  await workers.stop()
  await db.destroy()
}

/** Every month from July 2021 through November 2026 for everybody with an award, in one pass. */
async function recompute() {
  const months = monthsThrough(month('2021-07'), month('2026-11'))
  const client = await open(programUrl)
  for (let turn = 0; turn < 3; turn++) {
    await client.query('begin')
    await client.query(`select set_config('ansinh.area', '0', true), set_config('work_mem', '64MB', true)`)
    const territories = territoriesOf()
    const runners = months.flatMap((one) => prepareMonth(one, dayOf(now), territories) ?? [])
    const started = performance.now()
    const cpu = process.cpuUsage()
    let [people, dues, law] = [0, 0, 0]
    for await (const batch of streamPeople(client, {
      from: months[0]!,
      through: months.at(-1)!,
      territories,
    })) {
      people += batch.length
      const began = performance.now()
      for (const runner of runners) dues += runner.run(batch).dues.count
      law += performance.now() - began
    }
    await client.query('commit')
    const { user, system } = process.cpuUsage(cpu)
    process.stdout.write(
      `${months.length} months of ${people} people: ${dues} dues in ${round((performance.now() - started) / 1000, 2)} s, of which law ` +
        `${round(law / 1000, 2)} s; processor ${round((user + system) / 1e6, 2)} s; load ${round(loadavg()[0]!)}\n`,
    )
  }
  await client.end()
}

async function open(connectionString: string) {
  const client = new Client({ connectionString })
  // What it was asked fails too; unheard, the event would end the process.
  client.on('error', () => {})
  await client.connect()
  return client
}
