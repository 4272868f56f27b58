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
import { accountant, approver, clerk, clientOf, givenApprovedRun, staffOf } from '../testing.ts'
import { rollOver } from './reissue.ts'

let own: OwnDatabase
let town: Awaited<ReturnType<typeof givenApprovedRun>>
let staff: ReturnType<typeof staffOf>
let dead: readonly string[]

const officer = { userId: '0197f000-0000-7000-8000-00000000000d', name: 'Lò Thị Mai' }
const as = (who: typeof officer, ...can: string[]) => clientOf(own, { ...who, can: ['payroll.read', ...can] })
const asks = () => as(officer, 'payments.ask_way')
const decides = () => as(approver, 'payments.decide_way')
const held = () => asks()(contract.listHeldForTheDead, {})
const lan = { personId: null, fullName: 'Phùng Thị Lan', number: '026188001234', relation: 'con' }

beforeAll(async () => {
  own = await openOwnDatabase({ kinds: paymentsJobs })
  town = await givenApprovedRun(own)
  staff = staffOf(own)
  // One is paid on an account and one in cash; both died before the month of the list, which pays October too.
  dead = [town.people[0]!, town.people[2]!]
  for (const id of dead)
    await own.request((ctx) =>
      recordDeath(ctx, { personId: PersonId.parse(id), diedOn: civilDate('2026-10-31'), source: 'test' }),
    )
  await payOctoberToo(own, town.runId, dead)
  const { ids } = await staff.clerk(contract.prepareEnvelopes, {
    runId: town.runId,
    requestId: crypto.randomUUID(),
  })
  for (const id of ids) await pay(id)
})
afterAll(() => own.drop())
afterEach(async () => expect(await brokenPromises(own)).toEqual([]))

test('what is held goes to an heir by a paper and two people, in cash with the next list, once', async () => {
  const found = await held()
  // November is due to nobody: what is held is October.
  expect(found.map(({ payee, amount, diedOn, request }) => [payee.id, amount, diedOn, request])).toEqual(
    dead.map((id) => [id, 810_000, '2026-10-31', null]),
  )
  const order = found[0]!
  const wish = {
    id: order.id,
    heir: lan,
    paper: 'Biên bản thỏa thuận ngày 20/11/2026',
    requestId: crypto.randomUUID(),
  }
  await expect(
    asks()(contract.askForHeir, { ...wish, heir: { ...lan, personId: dead[1]! } }),
  ).rejects.toThrow('payments.heir_not_usable')
  const { id } = await asks()(contract.askForHeir, wish)
  expect(await asks()(contract.askForHeir, wish)).toEqual({ id })
  await expect(asks()(contract.askForHeir, { ...wish, requestId: crypto.randomUUID() })).rejects.toThrow(
    'payments.heir_asked_before',
  )
  await expect(
    as(officer, 'payments.decide_way')(contract.decideHeir, { id, state: 'approved' }),
  ).rejects.toThrow('payments.way_by_second_person')
  expect(await rolled()).toEqual([])
  const before = await available()
  await decides()(contract.decideHeir, { id, state: 'approved' })
  expect((await available()) - before, 'what is not due is free again').toBe(810_000)
  await expect(decides()(contract.decideHeir, { id, state: 'refused', note: 'Muộn' })).rejects.toThrow(
    'payments.heir_request_settled',
  )

  const [envelopeId, ...more] = await rolled()
  expect(more).toEqual([])
  const { rows } = await staff.clerk(contract.listInstructions, { id: envelopeId!, page: 1 })
  expect(rows).toMatchObject([{ amount: 810_000, channel: 'cash_point' }])
  const frozen = await own.request((ctx) =>
    sql<{ receiver: object; account: string | null }>`
      select receiver, account from payments.instruction where envelope_id = ${envelopeId!}`.execute(
      ctx.db(),
    ),
  )
  expect(frozen.rows).toEqual([
    {
      account: null,
      receiver: {
        role: 'heir',
        personId: null,
        fullName: 'Phùng Thị Lan',
        number: '026188001234',
        document: 'Biên bản thỏa thuận ngày 20/11/2026',
        until: null,
      },
    },
  ])
  // Ordered once: neither held any more nor on another list.
  expect((await held()).map(({ payee }) => payee.id)).toEqual([dead[1]])
  expect(await rolled()).toEqual([])
  await pay(envelopeId!)
})

test('what nobody inherits is owed no more, and its budget is free again', async () => {
  const [order] = await held()
  const before = await available()
  const ask = () =>
    asks()(contract.askForHeir, {
      id: order!.id,
      heir: null,
      paper: 'Biên bản của thôn: không còn người thân',
      requestId: crypto.randomUUID(),
    })
  const first = await ask()
  await expect(decides()(contract.decideHeir, { id: first.id, state: 'refused' })).rejects.toThrow(
    'payments.reason_needed',
  )
  await decides()(contract.decideHeir, { id: first.id, state: 'refused', note: 'Còn người cháu ở xã bên.' })
  expect((await held())[0]?.request).toMatchObject({ state: 'refused', note: 'Còn người cháu ở xã bên.' })
  const { id } = await ask()
  await decides()(contract.decideHeir, { id, state: 'approved' })
  expect(await held()).toEqual([])
  expect((await available()) - before).toBe(1_620_000)
})

test('whoever lives after all is paid what the treasury was to have, with the next list', async () => {
  const lives = { personId: PersonId.parse(dead[1]!), formerHeadBecomes: 'chủ hộ cũ', source: 'Còn sống' }
  await own.request((ctx) => undoDeath(ctx, lives))
  await own.deliver()
  expect(await held()).toEqual([])
  const [envelopeId, ...more] = await rolled()
  expect(more).toEqual([])
  const { rows } = await staff.clerk(contract.listInstructions, { id: envelopeId!, page: 1 })
  expect(rows).toMatchObject([{ payee: { id: dead[1] }, amount: 1_620_000, state: 'ready' }])
  await pay(envelopeId!)
  expect(await rolled()).toEqual([])
})

test('what an heir had of somebody who lives is a task with its sum, until people say how it was settled', async () => {
  const settles = as(approver, 'payments.decide_way')
  const tasks = () => settles(contract.listHeirsOfTheLiving, {})
  expect(await tasks(), 'as long as the payee is dead it is as it should be').toEqual([])
  await own.request((ctx) =>
    undoDeath(ctx, {
      personId: PersonId.parse(dead[0]!),
      formerHeadBecomes: 'chủ hộ cũ',
      source: 'Còn sống',
    }),
  )
  await own.deliver()
  const [task, ...more] = await tasks()
  expect(more).toEqual([])
  expect(task).toMatchObject({
    payee: { id: dead[0] },
    heir: { fullName: 'Phùng Thị Lan', number: '026188001234' },
    amount: 810_000,
    firstMonth: '2026-10',
    lastMonth: '2026-10',
    state: 'sent',
  })
  const settled = { id: task!.id, paper: 'Biên bản trả lại ngày 02/12/2026' }
  await settles(contract.settleHeirOfTheLiving, settled)
  expect(await tasks()).toEqual([])
  await expect(settles(contract.settleHeirOfTheLiving, settled)).rejects.toThrow(
    'payments.heir_of_the_living_not_found',
  )
})

test('whose heir has not come is paid themselves once they live after all', async () => {
  const order = await own.request((ctx) =>
    sql<{ id: string }>`update payments.instruction set state = 'unclaimed', ended_on = '2026-12-20'
      where receiver ->> 'role' = 'heir' returning id`.execute(ctx.db()),
  )
  expect(order.rows).toHaveLength(1)
  const [envelopeId] = await rolled('2027-01')
  const retried = await own.request((ctx) =>
    sql<{ receiver: object | null; payeeId: string }>`
      select receiver, payee_id from payments.instruction
      where envelope_id = ${envelopeId!} and payee_id = ${dead[0]!}`.execute(ctx.db()),
  )
  expect(retried.rows).toEqual([{ receiver: null, payeeId: dead[0] }])
})

async function available(): Promise<number> {
  const funds = await as(accountant, 'payments.read')(contract.listFunds, {})
  return funds.reduce((sum, fund) => sum + fund.available, 0)
}

/** Three people let a list go. */
async function pay(id: EnvelopeId) {
  await staff.accountant(contract.checkEnvelope, { id })
  await staff.approver(contract.approveEnvelope, { id })
  await staff.clerk(contract.sendEnvelope, { id })
  await own.runJobs()
}

/** The lists of the month after, with what nobody came for before. */
function rolled(next = '2026-12'): Promise<readonly EnvelopeId[]> {
  return own.request(
    (ctx) => rollOver(ctx, { month: month(next), areaId: town.commune, requestId: crypto.randomUUID() }),
    { actor: { ...clerk, permissions: new Set(['payments.prepare']) }, now: instant('2026-12-02T02:00:00Z') },
  )
}
