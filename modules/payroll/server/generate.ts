import { z } from 'zod'
import type { Client } from 'pg'
import { dong } from '#kernel/dong'
import { countPeople } from '#modules/entitlement'
import type { Job } from '#platform/server/jobs'
import { readingOn } from '#platform/server/reading'
import { PaymentRunId } from '../contract.ts'
import { copyLines, readPayPoints } from '../db/copy-lines.ts'
import {
  assertSameSums,
  countMonthBefore,
  countTotals,
  insertMonthBefore,
  type Sums,
} from '../db/control-totals.ts'
import { lineWriter } from '../db/line-writer.ts'
import { writeRoll } from '../db/roll.ts'
import { decidedLines } from '../db/runs.ts'
import { compareWithMonthBefore } from './compare.ts'
import { frameRun, lawNow, type Frame } from './frame.ts'
import { pace, scheduleOf } from './pace.ts'
import { namePaidBefore } from './paid-before.ts'
import { newDrawing, noFindings, type Findings } from './drawing.ts'
import { drawLines } from './draw-lines.ts'
import { storeOverpaid } from './store-overpaid.ts'

const Input = z.object({ runId: PaymentRunId })

export type Generated = { readonly lines: number; readonly amount: number; readonly knownAt: string }

/**
 * Draws up the lines of a run: one connection streams what the law needs out, a second what was decided before, and a
 * third takes the lines in, in a single transaction with everything counted from them. Broken off anywhere, nothing of it was ever there, and the job begins
 * again; a run that another job has finished is left alone.
 */
export async function generate(job: Job): Promise<Generated | null> {
  const { runId } = Input.parse(job.input)
  await job.progress(0, null, 'standings')
  const frame = await job.request((ctx) => frameRun(ctx, { runId, jobId: job.id }))
  if (!frame) return null
  const clients = await Promise.allSettled([job.connect(), job.connect(), job.connect()])
  try {
    const [source, decided, sink] = clients.map((client) => {
      if (client.status === 'rejected') throw client.reason
      return client.value
    }) as [Client, Client, Client] // Three were asked for.
    return await draw(job, frame, { source, decided, sink })
  } finally {
    for (const client of clients) if (client.status === 'fulfilled') await client.value.end()
  }
}

type Clients = { readonly source: Client; readonly decided: Client; readonly sink: Client }

async function draw(job: Job, frame: Frame, { source, decided, sink }: Clients): Promise<Generated | null> {
  await sink.query('begin')
  // What was decided elsewhere counts too; only lines of the run’s own units are written.
  await sink.query(actForAll)
  await sink.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [decidedLines])
  if (!(await isStillOurs(job, frame, sink))) return null
  await forget(frame, sink)

  // After the lock, so that what others decided in the meantime is seen.
  for (const client of [source, decided]) {
    await client.query('begin isolation level repeatable read read only')
    await client.query(actForAll)
  }
  const findings = noFindings(frame)
  const people = await countPeople(source, frame.month, frame.units.keys())
  const schedule = scheduleOf(frame, people.all)
  const paced = pace(job, { work: schedule.work, people: people.within })
  await paced.advance(0, 'lines')
  const writer = lineWriter(frame, await readPayPoints(source))
  const drawing = newDrawing({ job: paced, source, decided, frame, findings, schedule, writer })
  await copyLines(sink, frame, drawLines(drawing))
  await sink.query('select payroll.count_lines($1)', [frame.month])
  const sums = writer.sums()
  await paced.finish('totals')
  // What the month before came to was decided long ago, and is counted on the other connection meanwhile.
  const [before] = await Promise.all([
    frame.isFirst ? [] : countMonthBefore(decided, frame),
    countLines(sink, frame, sums),
  ])
  await insertMonthBefore(sink, frame, before)
  await paced.finish('changes')
  // What was recorded since the lines were drawn explains none of them.
  const reader = readingOn(source, frame.knownAt)
  const overpaid = await namePaidBefore(reader, frame, findings.overpaid)
  await storeOverpaid(sink, frame, { ...findings, overpaid })
  await compareWithMonthBefore({ source, sink, reader }, frame, findings)
  await freeze(sink, frame, findings, sums)
  await sink.query('select payroll.count_run()')
  await sink.query('commit')
  return { lines: sums.all.lines, amount: dong(sums.all.amount), knownAt: frame.knownAt }
}

/** Counts what was written by the database alone, holds it against the engine’s own sums, and keeps the names. */
async function countLines(sink: Client, frame: Frame, sums: Sums) {
  await countTotals(sink, frame)
  await assertSameSums(sink, frame, sums)
  await writeRoll(sink, frame)
}

/** And sorts a province in memory: a run is one transaction at a time. */
const actForAll = `select set_config('ansinh.area', '0', true), set_config('work_mem', '64MB', true)`

async function isStillOurs(job: Job, { runId }: Frame, sink: Client) {
  const { rowCount } = await sink.query(
    `select from payroll.run where id = $1 and state = 'generating' and job_id = $2 for update`,
    [runId, job.id],
  )
  return rowCount === 1
}

async function forget({ runId, month }: Frame, sink: Client) {
  await sink.query('delete from payroll.line where month = $1 and run_id = $2', [month, runId])
  for (const table of ['roll', 'change', 'overpaid', 'control_total'])
    await sink.query(`delete from payroll.${table} where run_id = $1`, [runId])
}

async function freeze(sink: Client, frame: Frame, { inputs, ruleSets }: Findings, sums: Sums) {
  await sink.query(
    `update payroll.run set state = 'checking', known_at = $2, first_known_at = coalesce(first_known_at, $2), inputs_hash = $3, rule_sets = $4, engine_total = $5, law = $6,
       return_reason = null where id = $1`,
    [
      frame.runId,
      frame.knownAt,
      inputs.digest('hex'),
      JSON.stringify([...ruleSets].toSorted()),
      sums.all.amount,
      lawNow,
    ],
  )
}
