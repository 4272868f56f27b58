/**
 * The money of a month of the province demonstration in ANSINH_HOME, from the approved run to the last answer: how long each
 * step takes, how much memory, and what the pages about it take then. It happens in a copy of the database, which goes.
 * Usage: node bench/pay-out.ts [YYYY-MM, closed there and never put into envelopes] [orders]
 * With a number of orders the run is made that long, all of it on accounts: 43435 is a month of the province, 1000000 the aim.
 */
import { sql } from 'kysely'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { addSeconds, Month, now, type Instant } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import {
  allocateFund,
  approveEnvelope,
  checkEnvelope,
  decideAllocation,
  paymentsJobs,
  prepareEnvelopes,
  readResponse,
  reconcileEnvelope,
  sendEnvelope,
} from '#modules/payments'
import type { EnvelopeId } from '#modules/payments/contract'
import type { PaymentRunId } from '#modules/payroll/contract'
import type { Actor } from '#platform/server/context'
import { openDatabase } from '#platform/server/database'
import { createDatabase, dropDatabase, findPostgres, urlsOf } from '#platform/server/postgres'
import { systemActor } from '#platform/server/request'
import { at, handMade } from '../app/demo/pay-months.ts'
import { openPayments } from '../app/demo/pay-out.ts'
import { getEnvelope, listInstructions } from '../modules/payments/server/show-envelopes.ts'
import { listProviderStandings, listResponses, showOpenLines } from '../modules/payments/server/work-list.ts'
import { askedBy, strayAnswer, writeAnswer } from './answers.ts'
import { lengthenRun } from './longer-run.ts'
import { machine, round, spreadOf, timeEach } from './measure.ts'

const copy = 'ansinh_bench'
setFlagsFromString('--expose-gc')
const clearAway = runInNewContext('gc') as () => void // What the flag gives.
const month = process.argv[2] ?? '2026-09'
const orders = Number(process.argv[3] ?? 0)
const moment = now()

process.stdout.write(`${machine()}; load ${loadavg().map(round).join(' ')}\n`)
const files = await mkdtemp(join(tmpdir(), 'ansinh-bench-'))
process.env['ANSINH_FILES'] = files
// With the settings the product runs with: those a server starts with by itself are for a smaller machine.
const { server, release } = await findPostgres(undefined)
if (!server) throw new Error('This bench copies a database of our own server')
await dropDatabase(server, copy)
await createDatabase(server, copy, 'ansinh')
const { ownerUrl, programUrl } = urlsOf(server, copy)
const owner = openDatabase(ownerUrl, 1)
const db = openDatabase(programUrl, 4)
try {
  await payOut()
} finally {
  await db.destroy()
  await owner.destroy()
  await dropDatabase(server, copy)
  release()
  await rm(files, { recursive: true })
}

async function payOut() {
  const { rows } = await sql<{ id: PaymentRunId; areaId: number }>`
    update payroll.run set state = 'approved' where month = ${month} and state = 'closed'
      and not exists (select from payments.envelope where envelope.run_id = run.id and envelope.state <> 'cancelled')
    returning id, area_id`.execute(owner)
  const { id: runId, areaId } = rows[0] ?? {}
  if (!runId || areaId === undefined)
    throw new Error(`No run of ${month} is closed here and still without envelopes: ${await monthsToPay()}`)
  const people = await sql<{ id: string; name: string }>`
    select id, name from identity.user order by username limit 3`.execute(owner)
  const [clerk, accountant, approver] = people.rows.map(({ id, name }): Actor => ({
    ...systemActor(),
    userId: id,
    name,
  })) as [Actor, Actor, Actor] // A demonstration has more than three accounts.
  const by = (actor: Actor, days = 0): ReturnType<typeof at> => at(db, later(days), actor)
  const asked = await by(accountant)((ctx) => openPayments(ctx, { runId, month: Month.parse(month), areaId }))
  for (const id of asked) await by(approver)((ctx) => decideAllocation(ctx, { id, state: 'approved' }))
  if (orders > 0) {
    await lengthenRun(owner, { runId, month, orders })
    await giveBudget(by(approver), orders * 1_000_000)
  }

  const { ids } = await timed('prepare the envelopes', () =>
    by(clerk)((ctx) => prepareEnvelopes(ctx, { runId, requestId: crypto.randomUUID() })),
  )
  for (const id of ids) {
    await timed('check', () => by(accountant)((ctx) => checkEnvelope(ctx, { id })))
    await timed('approve', () => by(approver)((ctx) => approveEnvelope(ctx, { id })))
    const { jobId } = await by(clerk)((ctx) => sendEnvelope(ctx, { id }))
    const job = handMade({ db, programUrl, actor: clerk, knownAt: later(1), jobId }, { id })
    await timed('write the file and send it', () => paymentsJobs['payments.send']!(job))
    const asked = await askedBy(owner, id)
    process.stdout.write(`  that was ${asked.code}, ${asked.orders} orders as ${asked.format}\n`)
    const answer = await writeAnswer(owner, asked, join(files, `${asked.code}-answer`), later(20))
    const read = (name: string, sha256: string, pieces: AsyncIterable<Uint8Array>) =>
      by(clerk, 20)((ctx) => readResponse(ctx, { providerId: asked.providerId, name, sha256, pieces }))
    await timed(`read the answer, ${round(answer.bytes / 1e6)} MB`, () =>
      read('answer', answer.sha256, answer.pieces()),
    )
    await timed('reconcile', () => by(accountant, 30)((ctx) => reconcileEnvelope(ctx, { id })))
    await sql`vacuum analyze payments.instruction, payments.response_line, payments.posting, payments.envelope_state`.execute(
      owner,
    )
    if (asked.format !== 'csv') {
      const stray = strayAnswer(asked, later(21), 500)
      const sha256 = createHash('sha256').update(stray).digest('hex')
      await timed('read 500 entries nobody ordered', () => read('stray', sha256, piecesOf(stray)))
    }
    await showPages(by(accountant, 31), id as EnvelopeId) // Just prepared.
  }
}

/** What the pages of reconciliation ask of the server, fifty times each, two at once. */
async function showPages(ask: ReturnType<typeof at>, id: EnvelopeId) {
  const pages = {
    'reconciliation page': () =>
      Promise.all([
        ask((ctx) => showOpenLines(ctx, { page: 1, isSettled: 'false' })),
        ask((ctx) => listProviderStandings(ctx)),
        ask((ctx) => listResponses(ctx)),
      ]),
    'envelope page': () =>
      Promise.all([
        ask((ctx) => getEnvelope(ctx, { id })),
        ask((ctx) => listInstructions(ctx, { id, page: 1 })),
      ]),
    'what came back': () => ask((ctx) => listInstructions(ctx, { id, page: 1, state: 'returned' })),
  }
  for (const [name, load] of Object.entries(pages)) {
    const { p50, p95, max } = spreadOf(
      await timeEach(
        Array.from({ length: 50 }, (_, index) => index),
        2,
        async () => void (await load()),
      ),
    )
    process.stdout.write(`  ${name}: p50 ${round(p50)} ms, p95 ${round(p95)} ms, ${round(max)} ms at most\n`)
  }
}

/** So much for every line of the budget of the year, that a longer run does not want for money. */
async function giveBudget(ask: ReturnType<typeof at>, amount: number) {
  const funds = await sql<{ id: string }>`
    select id from payments.fund where year = ${Number(month.slice(0, 4))}`.execute(owner)
  for (const { id } of funds.rows)
    await ask((ctx) => allocateFund(ctx, { id, amount: dong(amount), decision: 'for a longer run' }))
}

async function* piecesOf(bytes: Buffer) {
  for (let from = 0; from < bytes.length; from += 65_536) yield bytes.subarray(from, from + 65_536)
}

function later(days: number): Instant {
  return addSeconds(moment, days * 86_400)
}

async function monthsToPay(): Promise<string> {
  const { rows } = await sql<{ months: string | null }>`
    select string_agg(distinct month, ', ') as months from payroll.run where state = 'closed'
      and not exists (select from payments.envelope where envelope.run_id = run.id and envelope.state <> 'cancelled')`.execute(
    owner,
  )
  return rows[0]?.months ?? 'none is'
}

/** The memory is the most this process has had during the step; the database has its own. */
async function timed<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  forgetPeak()
  const began = performance.now()
  const result = await work()
  const memory = peakMebibytes()
  process.stdout.write(`${what}: ${round((performance.now() - began) / 1000)} s, ${memory} MiB\n`)
  return result
}

/**
 * Linux counts the most memory of a process anew from here on; elsewhere it stays the most so far. What this bench itself has left
 * behind, such as the answer it wrote, is cleared away before.
 */
function forgetPeak() {
  clearAway()
  if (process.platform === 'linux') writeFileSync('/proc/self/clear_refs', '5')
}

function peakMebibytes(): number {
  if (process.platform !== 'linux') return Math.round(process.resourceUsage().maxRSS / 1024)
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'latin1'))?.[1]) / 1024)
}
