/**
 * The money of a month of the province demonstration in ANSINH_HOME, from the approved run to the last answer of the bank:
 * how long each step takes. It happens in a copy of the database, which goes in the end.
 * Usage: node bench/pay-out.ts [YYYY-MM, closed there and never put into envelopes]
 */
import { sql } from 'kysely'
import { createHash } from 'node:crypto'
import { loadavg } from 'node:os'
import { addSeconds, now, type Instant } from '#kernel/civil-date'
import {
  approveEnvelope,
  checkEnvelope,
  paymentsJobs,
  prepareEnvelopes,
  readResponse,
  reconcileEnvelope,
  sendEnvelope,
} from '#modules/payments'
import type { Actor } from '#platform/server/context'
import { openDatabase } from '#platform/server/database'
import { holdPostgres } from '#platform/server/embedded-postgres'
import { createDatabase, dropDatabase, urlsOf } from '#platform/server/postgres'
import { systemActor } from '#platform/server/request'
import { at, handMade } from '../app/demo/pay-months.ts'
import { machine, round } from './measure.ts'

const copy = 'ansinh_bench'
const month = process.argv[2] ?? '2026-09'
const moment = now()

process.stdout.write(`${machine()}; load ${loadavg().map(round).join(' ')}\n`)
const server = await holdPostgres('data')
await dropDatabase(server, copy)
await createDatabase(server, copy, 'ansinh')
const { ownerUrl, programUrl } = urlsOf(server, copy)
const owner = openDatabase(ownerUrl, 1)
const db = openDatabase(programUrl, 4)
try {
  const { rows } = await sql<{ id: Parameters<typeof prepareEnvelopes>[1]['runId'] }>`
    update payroll.run set state = 'approved' where month = ${month} and state = 'closed' returning id`.execute(
    owner,
  )
  const runId = rows[0]?.id
  if (!runId) throw new Error(`There is no closed run of ${month} in this demonstration`)
  const people = await sql<{ id: string; name: string }>`
    select id, name from identity.user order by username limit 3`.execute(owner)
  const [clerk, accountant, approver] = people.rows.map(({ id, name }): Actor => ({
    ...systemActor(),
    userId: id,
    name,
  })) as [Actor, Actor, Actor] // A demonstration has more than three accounts.
  const by = (actor: Actor, days = 0): ReturnType<typeof at> => at(db, later(days), actor)

  const { ids } = await timed('prepare the envelopes', () =>
    by(clerk)((ctx) => prepareEnvelopes(ctx, { runId, requestId: crypto.randomUUID() })),
  )
  for (const id of ids) {
    const orders = await listOrders(id)
    process.stdout.write(`an envelope of ${orders.length} orders\n`)
    await timed('  check', () => by(accountant)((ctx) => checkEnvelope(ctx, { id })))
    await timed('  approve', () => by(approver)((ctx) => approveEnvelope(ctx, { id })))
    const { jobId } = await by(clerk)((ctx) => sendEnvelope(ctx, { id }))
    const job = handMade({ db, programUrl, actor: clerk, knownAt: later(1), jobId }, { id })
    await timed('  write the file and send it', () => paymentsJobs['payments.send']!(job))
    const answer = answerTo(orders)
    await timed(`  read the answer, ${round(answer.length / 1e6)} MB`, () =>
      by(
        clerk,
        20,
      )((ctx) =>
        readResponse(ctx, {
          providerId: orders[0]!.providerId,
          name: 'answer.csv',
          sha256: createHash('sha256').update(answer).digest('hex'),
          pieces: piecesOf(answer),
        }),
      ),
    )
    await timed('  reconcile', () => by(accountant, 30)((ctx) => reconcileEnvelope(ctx, { id })))
  }
} finally {
  await db.destroy()
  await owner.destroy()
  await dropDatabase(server, copy)
  server.release()
}

type Order = {
  readonly key: string
  readonly amount: number
  readonly channel: string
  readonly code: string
  readonly providerId: string
}

async function listOrders(envelopeId: string): Promise<Order[]> {
  const { rows } = await sql<Order>`
    select instruction.end_to_end_id as key, instruction.amount, channel, envelope.code, envelope.provider_id
    from payments.instruction join payments.envelope on envelope.id = envelope_id
    where envelope_id = ${envelopeId} order by instruction.number`.execute(owner)
  return rows
}

/** One order in a hundred comes back. */
function answerTo(orders: readonly Order[]): Buffer {
  const lines = orders.map(({ key, amount, channel }, index) => {
    const fails = index % 100 === 7
    const result = !fails ? 'da_chi' : channel.startsWith('cash') ? 'chua_linh' : 'tra_lai'
    return `${key},${result},${amount},${later(20).slice(0, 10)},${fails ? 'AC04' : ''},\r\n`
  })
  const { code } = orders[0]!
  const sum = orders.reduce((total, { amount }) => total + amount, 0)
  return Buffer.from(
    `TRALOI,TL-${code},${code}\r\nma_lenh,ket_qua,so_tien,ngay,ly_do,ma_tham_chieu\r\n${lines.join('')}TONG,${orders.length},${sum}\r\n`,
  )
}

async function* piecesOf(bytes: Buffer) {
  for (let from = 0; from < bytes.length; from += 65_536) yield bytes.subarray(from, from + 65_536)
}

function later(days: number): Instant {
  return addSeconds(moment, days * 86_400)
}

async function timed<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const began = performance.now()
  const result = await work()
  process.stdout.write(`${what}: ${round((performance.now() - began) / 1000)} s\n`)
  return result
}
