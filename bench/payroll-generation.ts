/**
 * The run of a month on the demonstration in ANSINH_HOME: how long it takes from the order to its frozen lines, beside
 * COPY out and COPY in of the same bytes, turn by turn. Usage: node bench/payroll-generation.ts [YYYY-MM] [rounds]
 */
import { sql } from 'kysely'
import { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Client } from 'pg'
import { from, to } from 'pg-copy-streams'
import { addMonths, lastDayOf, month, now as present, type Month } from '#kernel/civil-date'
import { cancelRun, generate, generateRun, type Generated } from '#modules/payroll'
import { openDatabase } from '#platform/server/database'
import type { Job } from '#platform/server/jobs'
import { findPostgres } from '#platform/server/postgres'
import { request, systemActor } from '#platform/server/request'
import { aftermath } from '../app/composition.ts'
import { machine, residentMebibytes, round } from './measure.ts'

const postgres = await findPostgres()
const db = openDatabase(postgres.programUrl, 4)
const owner = openDatabase(postgres.ownerUrl, 1)
const actor = { ...systemActor(['payroll.prepare']), name: 'Bench' }

const { rows: latest } = await sql<{ month: Month; areaId: number }>`
  select month, area_id from payroll.run where state <> 'cancelled' order by month desc limit 1`.execute(
  owner,
)
if (!latest[0]) throw new Error('There is no run to follow; make a demonstration first: ansinh demo create')
const wanted = process.argv[2] ? month(process.argv[2]) : addMonths(latest[0].month, 1)
const { areaId } = latest[0]
const now = present()
const rounds = Number(process.argv[3] ?? 5)

process.stdout.write(`${machine()}\n`)
const generated: number[] = []
const copied: number[] = []
for (let turn = 0; turn < rounds; turn++) {
  const { seconds, lines, amount, runId, peak } = await generateOnce()
  const copy = await copyOnce(runId)
  await request(db, { actor, now }, aftermath, (ctx) => cancelRun(ctx, { id: runId }))
  generated.push(seconds)
  copied.push(copy.seconds)
  process.stdout.write(
    `${wanted}: ${lines} lines, ${amount} đ: generated in ${round(seconds, 2)} s (memory ${round(peak)} MiB); ` +
      `copied ${round(copy.bytes / 2 ** 20, 1)} MiB out and in in ${round(copy.seconds, 2)} s\n`,
  )
}
const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
process.stdout.write(
  `median ${round(middle(generated), 2)} s against ${round(middle(copied), 2)} s: ratio ${round(middle(generated) / middle(copied), 1)}\n`,
)
await db.destroy()
await owner.destroy()
postgres.release()

async function generateOnce() {
  const started = performance.now()
  const { id, jobId } = await request(db, { actor, now }, aftermath, async (ctx) => {
    const asked = await generateRun(ctx, { month: wanted, areaId, requestId: crypto.randomUUID() })
    // A worker that happens to be there shall not take this one.
    await sql`update platform.job set state = 'running', leased_until = now() + interval '1 hour'
      where id = ${asked.jobId}`.execute(ctx.db())
    return asked
  })
  let peak = 0
  const stages = new Map<string, number>()
  const job: Job = {
    id: jobId,
    input: { runId: id },
    actor,
    signal: new AbortController().signal,
    progress: async (_done, _total, stage) => {
      if (stage && !stages.has(stage)) stages.set(stage, performance.now() - started)
      peak = Math.max(peak, residentMebibytes(process.pid))
    },
    request: (work) => request(db, { actor, now }, aftermath, work),
    connect: async () => {
      const client = new Client({ connectionString: postgres.programUrl })
      await client.connect()
      await client.query(`select set_config('ansinh.area', '0', false)`)
      return client
    },
  }
  const done: Generated | null = await generate(job)
  if (!done) throw new Error('Somebody else generated the run')
  const seconds = (performance.now() - started) / 1000
  await sql`update platform.job set state = 'done', ended_at = now() where id = ${jobId}`.execute(owner)
  const parts = Array.from(stages, ([stage, at]) => `${stage} at ${Math.round(at)} ms`).join(', ')
  process.stdout.write(`  ${parts}\n`)
  return { seconds, peak, runId: id, ...done }
}

/** Facts out, lines in: as many bytes as the generation moves, with nothing done to them. */
async function copyOnce(runId: string) {
  const client = new Client({ connectionString: postgres.ownerUrl })
  await client.connect()
  const day = lastDayOf(wanted)
  const lines: Buffer[] = []
  const collect = client.query(
    to(`copy (select * from payroll.line where month = '${wanted}' and run_id = '${runId}') to stdout`),
  )
  for await (const piece of collect as AsyncIterable<Buffer>) lines.push(piece)
  await client.query(
    'drop table if exists bench_line; create table bench_line (like payroll.line including all)',
  )

  const started = performance.now()
  let bytes = 0
  await pipeline(
    client.query(
      to(`copy (select award.person_id, award.id, award.benefit, award.payee_id, standing.area_id, standing.facts,
          standing.facts as earlier from entitlement.award
        join entitlement.standing on standing.person_id = award.person_id and standing.during @> date '${day}'
        where award.retracted_at is null and award.during @> date '${day}') to stdout`),
    ),
    new Writable({
      write: (piece: Buffer, _encoding, done) => {
        bytes += piece.length
        done()
      },
    }),
  )
  await client.query('begin')
  await pipeline(Readable.from(lines), client.query(from('copy bench_line from stdin')))
  await client.query('commit')
  const seconds = (performance.now() - started) / 1000
  await client.query('drop table bench_line')
  await client.end()
  return { seconds, bytes: bytes + lines.reduce((sum, { length }) => sum + length, 0) }
}
