import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { civilDate, instant, month } from '#kernel/civil-date'
import { recordDeath, undoDeath } from '#modules/people'
import { PersonId } from '#modules/people/contract'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import * as contract from '../contract.ts'
import type { EnvelopeId } from '../contract.ts'
import { payOctoberToo } from '../heirs.testing.ts'
import { paymentsJobs } from '../index.ts'
import { brokenPromises } from '../promises.testing.ts'
import { approver, clerk, clientOf, givenApprovedRun, staffOf } from '../testing.ts'
import { rollOver } from './reissue.ts'

const one = 810_000
let own: OwnDatabase
let staff: ReturnType<typeof staffOf>
let commune: number
let dead: readonly PersonId[]
/** What is made for heirs before anybody is known to live. */
let toHeirs: EnvelopeId

beforeAll(async () => {
  own = await openOwnDatabase({ kinds: paymentsJobs })
  const town = await givenApprovedRun(own)
  ;({ commune } = town)
  staff = staffOf(own)
  dead = [0, 2, 5].map((index) => PersonId.parse(town.people[index]))
  for (const personId of dead)
    await own.request((ctx) =>
      recordDeath(ctx, { personId, diedOn: civilDate('2026-10-31'), source: 'Khai tử' }),
    )
  await payOctoberToo(own, town.runId, dead)
  const { ids } = await staff.clerk(contract.prepareEnvelopes, {
    runId: town.runId,
    requestId: crypto.randomUUID(),
  })
  for (const id of ids) await pay(id)
  for (const { id } of await as('payments.ask_way')(contract.listHeldForTheDead, {})) await inherit(id)
  ;[toHeirs] = (await rolled()) as [EnvelopeId]
})
afterAll(() => own.drop())
afterEach(async () => expect(await brokenPromises(own)).toEqual([]))

test('what has not left goes to no heir of somebody who lives after all, and to the heirs of the others', async () => {
  await lives(dead[0]!)
  await staff.accountant(contract.checkEnvelope, { id: toHeirs })
  await staff.approver(contract.approveEnvelope, { id: toHeirs })
  await lives(dead[1]!)
  expect(await ordersOf(toHeirs)).toEqual({
    [dead[0]!]: 'withdrawn',
    [dead[1]!]: 'withdrawn',
    [dead[2]!]: 'ready',
  })
  expect(await as('payments.decide_way')(contract.listHeirsOfTheLiving, {})).toEqual([])
})

test('and is paid to the living themselves with the next list, of every month, once', async () => {
  expect(await dueWith(await rolled())).toEqual(
    [dead[0]!, dead[1]!].map((payee) => ({ payee, amount: 2 * one, isToHeir: false })).toSorted(byPayee),
  )
  expect(await rolled()).toEqual([])
})

test('of a list that may have left the same follows once it turns out that it has not and is given up', async () => {
  const set = (state: string) =>
    own.request((ctx) =>
      sql`update payments.envelope set state = ${state}, sending_at = ${ctx.now}, execute_on = '2026-12-01' where id = ${toHeirs}`.execute(
        ctx.db(),
      ),
    )
  await set('sending')
  await lives(dead[2]!)
  expect(await ordersOf(toHeirs)).toMatchObject({ [dead[2]!]: 'ready' })
  await set('approved')
  await staff.clerk(contract.cancelEnvelope, { id: toHeirs })
  expect(await dueWith(await rolled())).toEqual([{ payee: dead[2], amount: 2 * one, isToHeir: false }])
})

const as = (...can: string[]) =>
  clientOf(
    own,
    can.includes('payments.ask_way')
      ? { ...clerk, can: ['payroll.read', ...can] }
      : { ...approver, can: ['payroll.read', ...can] },
  )

async function inherit(id: string) {
  const heir = { personId: null, fullName: 'Phùng Thị Lan', number: '026188001234', relation: 'con' }
  const asked = await as('payments.ask_way')(contract.askForHeir, {
    id,
    heir,
    paper: 'Biên bản thỏa thuận ngày 20/11/2026',
    requestId: crypto.randomUUID(),
  })
  await as('payments.decide_way')(contract.decideHeir, { id: asked.id, state: 'approved' })
}

async function lives(personId: PersonId) {
  await own.request((ctx) =>
    undoDeath(ctx, { personId, formerHeadBecomes: 'chủ hộ cũ', source: 'Xác nhận còn sống' }),
  )
  await own.deliver()
}

async function ordersOf(id: EnvelopeId) {
  const { rows } = await staff.clerk(contract.listInstructions, { id, page: 1 })
  return Object.fromEntries(rows.map(({ payee, state }) => [payee.id, state]))
}

type Due = { readonly payee: string | undefined; readonly amount: number; readonly isToHeir: boolean }
const byPayee = (one: Due, other: Due) => (one.payee! < other.payee! ? -1 : 1)

/** Who is paid by some lists, how much, and whether an heir is. */
async function dueWith(ids: readonly EnvelopeId[]): Promise<Due[]> {
  const { rows } = await own.request((ctx) =>
    sql<Due>`select payee_id as payee, sum(amount)::bigint as amount, bool_or(receiver ->> 'role' = 'heir') as "isToHeir"
      from payments.instruction where envelope_id = any(${[...ids]}::uuid[]) and state = 'ready' group by payee_id`.execute(
      ctx.db(),
    ),
  )
  return rows.map((row) => ({ ...row, isToHeir: row.isToHeir ?? false })).toSorted(byPayee)
}

/** Three people let a list go. */
async function pay(id: EnvelopeId) {
  await staff.accountant(contract.checkEnvelope, { id })
  await staff.approver(contract.approveEnvelope, { id })
  await staff.clerk(contract.sendEnvelope, { id })
  await own.runJobs()
}

/** The lists of the month after, with what nobody came for before. */
function rolled(): Promise<readonly EnvelopeId[]> {
  return own.request(
    (ctx) => rollOver(ctx, { month: month('2026-12'), areaId: commune, requestId: crypto.randomUUID() }),
    { actor: { ...clerk, permissions: new Set(['payments.prepare']) }, now: instant('2026-12-02T02:00:00Z') },
  )
}
