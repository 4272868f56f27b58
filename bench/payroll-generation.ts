/**
 * The run of a month on the province demonstration in ANSINH_HOME, from the order to its frozen lines, beside COPY out
 * of the very rows it reads and COPY in of the very lines it writes, turn by turn: for December 2022, drawn up as the
 * first run of the installation, and for the month after the last one. The first turn of each comes right after the
 * server has started, and for the month after that, which has no arrears before it. It all happens in a copy of the database, which goes in the end.
 * Usage: node bench/payroll-generation.ts [rounds]
 */
import { sql } from 'kysely'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { from, to } from 'pg-copy-streams'
import {
  addDays,
  addMonths,
  firstDayOf,
  lastDayOf,
  instant,
  month,
  now as present,
  type Instant,
  type Month,
} from '#kernel/civil-date'
import { cancelRun, generate, generateRun, setOpening } from '#modules/payroll'
import { openDatabase } from '#platform/server/database'
import { holdPostgres } from '#platform/server/embedded-postgres'
import type { Job } from '#platform/server/jobs'
import { createDatabase, dropDatabase, urlsOf } from '#platform/server/postgres'
import { request, systemActor } from '#platform/server/request'
import { aftermath } from '../app/composition.ts'
import { machine, round } from './measure.ts'

type Case = { readonly name: string; readonly month: Month; readonly areaId: number; readonly now: Instant }

const copy = 'ansinh_bench'
const now = present()
const rounds = Number(process.argv[2] ?? 7)
const actor = { ...systemActor(['payroll.prepare']), name: 'Bench' }
const directory = await mkdtemp(join(tmpdir(), 'payroll-generation-'))
const linesFile = join(directory, 'lines')

process.stdout.write(
  `${machine()}; load ${loadavg()
    .map((load) => round(load))
    .join(' ')}\n`,
)
let server = await holdPostgres('data')
await dropDatabase(server, copy)
await createDatabase(server, copy, 'ansinh')
try {
  const { following, ordinary, first } = await prepare()
  await measure(following, async () => {})
  await measure(ordinary, async () => void (await generateOnce(following)))
  await measure(first, () => beginAnew(first))
} finally {
  await dropDatabase(server, copy)
  server.release()
  await rm(directory, { recursive: true })
}

/** The month after the last one paid, the one after that, and December 2022 as the month the installation began with. */
async function prepare(): Promise<Record<'following' | 'ordinary' | 'first', Case>> {
  const owner = openDatabase(urlsOf(server, copy).ownerUrl, 1)
  const { rows } = await sql<{ month: Month; areaId: number }>`
    select month, area_id from payroll.run where state <> 'cancelled' order by month`.execute(owner)
  await owner.destroy()
  const [oldest, latest] = [rows[0], rows.at(-1)]
  if (!oldest || !latest) throw new Error('There is no run to follow; make a demonstration first')
  return {
    following: { ...latest, name: 'month after the last', month: addMonths(latest.month, 1), now },
    ordinary: {
      ...latest,
      name: 'ordinary month',
      month: addMonths(latest.month, 2),
      now: instant(`${firstDayOf(addMonths(latest.month, 1))}T02:00:00Z`),
    },
    first: { ...oldest, name: 'first run', month: month('2022-12'), now },
  }
}

/** Takes every run away, as if the installation were to pay its first month now. */
async function beginAnew({ month }: Case) {
  const { ownerUrl } = urlsOf(server, copy)
  const owner = openDatabase(ownerUrl, 1)
  await sql`truncate payroll.line, payroll.roll, payroll.change, payroll.overpaid, payroll.control_total,
    payroll.run_area, payroll.run, platform.job`.execute(owner)
  await owner.destroy()
  const db = openDatabase(urlsOf(server, copy).programUrl, 1)
  await request(db, { actor, now }, aftermath, (ctx) =>
    setOpening(ctx, { month, knownAt: now, since: month }),
  )
  await db.destroy()
}

async function measure(wanted: Case, begin: () => Promise<void>) {
  await begin()
  await forgetMonth(wanted)
  await restart()
  const generated: number[] = []
  const copied: number[] = []
  for (let turn = 0; turn <= rounds; turn++) {
    const { seconds, lines, amount, stages, runId } = await generateOnce(wanted)
    const { maxRSS } = process.resourceUsage()
    await keepBytes(wanted, runId)
    if (turn === 0) await restart()
    const floor = await copyOnce()
    const db = program()
    await request(db, { actor, now }, aftermath, (ctx) =>
      cancelRun(ctx, { id: runId, reason: 'Lập lại từ đầu' }),
    )
    await db.destroy()
    await forgetMonth(wanted)
    if (turn > 0) {
      generated.push(seconds)
      copied.push(floor.seconds)
    }
    process.stdout.write(
      `${wanted.name} ${wanted.month}${turn === 0 ? ', server just started' : ''}: ${lines} lines, ${amount} đ: ` +
        `generated in ${round(seconds, 2)} s (memory ${round(maxRSS / 1024)} MiB; ${stages}); ` +
        `copied ${round(floor.bytes / 2 ** 20, 1)} MiB in ${round(floor.seconds, 2)} s: ${round(seconds / floor.seconds, 1)}\n`,
    )
  }
  const [one, other] = [middle(generated), middle(copied)]
  process.stdout.write(
    `${wanted.name} ${wanted.month}: median ${round(one, 2)} s against ${round(other, 2)} s: ratio ${round(one / other, 1)}; ` +
      `load ${round(loadavg()[0]!)}\n`,
  )
}

function middle(values: readonly number[]) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
}

async function generateOnce({ month, areaId, now }: Case) {
  const db = program()
  const started = performance.now()
  const { id, jobId } = await request(db, { actor, now }, aftermath, async (ctx) => {
    const asked = await generateRun(ctx, { month, areaId, requestId: crypto.randomUUID() })
    await sql`update platform.job set state = 'running', leased_until = now() + interval '1 hour'
      where id = ${asked.jobId}`.execute(ctx.db())
    return asked
  })
  const reached = new Map<string, number>()
  const job: Job = {
    id: jobId,
    input: { runId: id },
    actor,
    signal: new AbortController().signal,
    progress: async (_done, _total, stage) => {
      if (stage && !reached.has(stage)) reached.set(stage, Math.round(performance.now() - started))
    },
    request: (work) => request(db, { actor, now }, aftermath, work),
    connect: async () => {
      const client = await open(urlsOf(server, copy).programUrl)
      await client.query(`select set_config('ansinh.area', '0', false)`)
      return client
    },
  }
  const done = await generate(job)
  if (!done) throw new Error('Somebody else generated the run')
  const seconds = (performance.now() - started) / 1000
  await db.destroy()
  return {
    ...done,
    seconds,
    runId: id,
    stages: Array.from(reached, ([stage, at]) => `${stage} at ${at} ms`).join(', '),
  }
}

/** Lays out the rows a run read as a plain table, and the lines it wrote as a file. */
async function keepBytes({ month }: Case, runId: string) {
  const client = await open(serverUrl())
  const [previous, next] = [-1, 1].map((by) => firstDayOf(addMonths(month, by)))
  const [dayBefore, last] = [addDays(firstDayOf(month), -1), lastDayOf(month)]
  await client.query('drop table if exists bench_read, bench_line')
  await client.query(`create table bench_read as
    select award.person_id, award.area_id, award.id, benefit, payee_id, standing.area_id as home, facts,
      standing.during @> date '${dayBefore}' as is_earlier, standing.during @> date '${last}' as is_later
    from entitlement.award left join entitlement.standing on standing.person_id = award.person_id
      and (standing.during @> date '${dayBefore}' or standing.during @> date '${last}')
    where award.retracted_at is null and award.during && daterange('${previous}', '${next}')
    order by award.person_id`)
  await client.query('create table bench_line (like payroll.line including all)')
  await pipeline(
    client.query(
      to(`copy (select * from payroll.line where month = '${month}' and run_id = '${runId}') to stdout`),
    ),
    createWriteStream(linesFile),
  )
  await client.query('checkpoint')
  await client.end()
}

/** As many bytes as the generation moves, with nothing done to them. */
async function copyOnce() {
  const client = await open(serverUrl())
  await client.query('truncate bench_line')
  let bytes = (await stat(linesFile)).size
  const started = performance.now()
  for await (const piece of client.query(to('copy bench_read to stdout'))) bytes += (piece as Buffer).length
  await client.query('begin')
  await pipeline(createReadStream(linesFile), client.query(from('copy bench_line from stdin')))
  await client.query('commit')
  const seconds = (performance.now() - started) / 1000
  await client.end()
  return { seconds, bytes }
}

/** The month was never drawn up: even its part of the table is to be made. */
async function forgetMonth({ month }: Case) {
  const client = await open(serverUrl())
  await client.query(`drop table if exists payroll.line_${month.replace('-', '_')}`)
  for (const table of ['roll', 'change', 'control_total', 'overpaid'])
    await client.query(`vacuum analyze payroll.${table}`)
  await client.query('checkpoint')
  await client.end()
}

/** Stops the server, where nobody else holds it, and starts it again: what it had read is gone from its memory. */
async function restart() {
  server.release()
  await sleep(3000)
  server = await holdPostgres('data')
}

function program() {
  return openDatabase(urlsOf(server, copy).programUrl, 4)
}

/** Only whoever runs the server may ask for a checkpoint, which else falls into the midst of some turn. */
function serverUrl() {
  return server.url(copy, 'postgres')
}

async function open(connectionString: string) {
  const client = new Client({ connectionString })
  // What it was asked fails too; unheard, the event would end the process.
  client.on('error', () => {})
  await client.connect()
  return client
}
