import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addSeconds } from '#kernel/civil-date'
import { approveRun, listChannels, setChannels, submitRun, withoutAccount } from '#modules/payroll'
import { draw } from '../../../payroll/testing.ts'
import * as contract from '../../contract.ts'
import type { EnvelopeId, Way, WayRequestId } from '../../contract.ts'
import { checkPromises } from '../../db/promises.ts'
import { setNameCheck } from '../../db/way-requests.ts'
import { one, openPayingTown, type PayingTown } from '../../paying-town.testing.ts'
import { accountant, approver, clerk, clientOf, presently, staffOf } from '../../testing.ts'
import { applyWays } from './apply.ts'

/** Two share an account, of which one order is called back; a third has an order of the next list too when hers is. */
const shared = '26002000501'
const paper = 'Công văn 45/CA-KT ngày 22/11/2026'
const later = addSeconds(presently, 3600)
const december = addSeconds(presently, 7 * 86_400)

let town: PayingTown
let bank: EnvelopeId
let defrauded: string
let sharer: string
let waiting: string
let renewing: string

beforeAll(async () => {
  town = await openPayingTown({
    people: 9,
    accountOf: (index) => (index < 2 ? shared : `2600200060${index}`),
  })
  ;[defrauded, sharer, , waiting, renewing] = town.people as [string, string, string, string, string]
  bank = await town.envelopeOf('bank')
  await town.approve(bank)
})
afterAll(() => town.close())

const anew = () => crypto.randomUUID()
const officer = (now = later) =>
  clientOf(town.own, { ...clerk, can: ['payroll.read', 'payments.ask_way'] }, now)
const decider = (now = later) =>
  clientOf(town.own, { ...accountant, can: ['payroll.read', 'payments.decide_way'] }, now)
const requestsOf = async (personId: string) =>
  (await decider()(contract.getPersonWays, { personId })).requests
const channelOf = (personId: string) =>
  town.own.request(async (ctx) => (await listChannels(ctx, [personId])).get(personId))

const into = (account: string): Way => ({
  receiver: null,
  by: { channel: 'account', bank: 'Agribank', account, holder: 'Nguyễn Thị Ánh', isReceivers: false },
})

async function ask(personId: string, account: string, now = later) {
  const wish = { personId, way: into(account), evidence: 'Đơn ngày 23/11/2026', requestId: anew() }
  return (await officer(now)(contract.askForWay, wish)).id as WayRequestId
}

async function callBack(personId: string) {
  const { rows } = await town.staff.clerk(contract.listInstructions, { id: bank })
  const { id } = rows.find(({ payee }) => payee.id === personId)!
  const asked = await town.staff.accountant(contract.askForRecall, {
    id,
    ground: 'wrong_account',
    parts: [],
    paper,
    requestId: anew(),
  })
  await town.staff.approver(contract.decideRecall, { ...asked, state: 'approved' })
}

/** One after another, for both look for orders in one folder. */
async function pay(ids: readonly string[]) {
  const all = await town.staff.clerk(contract.listEnvelopes, {})
  for (const id of ids as readonly EnvelopeId[]) {
    await town.approve(id)
    await town.send(id)
    const isBank = all.find((envelope) => envelope.id === id)!.provider.kind === 'bank'
    if (isBank) await town.endDay(town.bankBooks, town.bank)
    else await town.endDay(town.postBooks, town.postOffice)
  }
}

async function ordersTo(personId: string) {
  const { rows } = await town.own.request((ctx) =>
    sql<{ month: string; channel: string; account: string | null; state: string; reason: string | null }>`
      select month, channel, account, state, reason from payments.instruction where payee_id = ${personId}
      order by month, id`.execute(ctx.db()),
  )
  return rows
}

async function nothingIsBroken() {
  const broken = (await town.own.request((ctx) => checkPromises(ctx))).filter((one) => one.broken.length > 0)
  expect(broken).toEqual([])
}

describe('an account that was called wrong', () => {
  test('is left at once for cash, and whoever looks sees why; others who are paid there stay, and are named', async () => {
    await callBack(defrauded)
    expect(await channelOf(defrauded)).toEqual({ method: 'cash', payPointId: null, receiver: null })
    expect(await requestsOf(defrauded)).toMatchObject([
      {
        origin: 'called_wrong',
        state: 'in_force',
        before: { channel: 'account', account: '…0501' },
        after: { channel: 'cash_point' },
        evidence: paper,
      },
    ])
    expect(await channelOf(sharer)).toMatchObject({ account: shared })
    expect(await decider()(contract.listSharedAccounts, {})).toMatchObject([
      { account: '…0501', payees: [{ id: sharer }], elsewhere: 0, calledWrong: presently },
    ])
  })

  test('gets nothing of what was called back, which is paid once and in cash', async () => {
    await town.send(bank)
    await town.endDay(town.bankBooks, town.bank)
    const { ids } = await town.staff.clerk(contract.reissueEnvelope, { id: bank, requestId: anew() })
    await pay(ids)
    expect(await ordersTo(defrauded)).toMatchObject([
      { account: shared, state: 'withdrawn', reason: 'wrong_account' },
      { account: null, channel: 'cash_point', state: 'paid' },
    ])
    expect(await ordersTo(sharer)).toMatchObject([{ account: shared, state: 'paid' }])
    await nothingIsBroken()
  })

  test('is not on the next list, though somebody had put the payee back on it by another door', async () => {
    // Under another name of the bank.
    const channel = { method: 'account', bank: '970405', account: shared } as const
    await town.own.request((ctx) => setChannels(ctx, [{ personId: defrauded, channel }]))
    const { id: runId } = await draw(town.own, '2026-12', town.commune, december)
    await town.own.request((ctx) => submitRun(ctx, { id: runId }), { actor: accountant, now: december })
    await town.own.request((ctx) => approveRun(ctx, { id: runId }), { actor: approver, now: december })
    const { ids } = await staffOf(town.own, december).clerk(contract.prepareEnvelopes, {
      runId,
      requestId: anew(),
    })
    expect((await ordersTo(defrauded)).filter(({ month }) => month === '2026-12')).toMatchObject([
      { channel: 'cash_point', account: null },
    ])
    expect((await ordersTo(sharer)).filter(({ month }) => month === '2026-12')).toMatchObject([
      { account: shared },
    ])
    // What else of a payee has not left for it is withdrawn, and goes in cash.
    await callBack(waiting)
    expect((await ordersTo(waiting)).at(-1)).toMatchObject({
      month: '2026-12',
      state: 'withdrawn',
      reason: 'wrong_account',
    })
    await pay(ids)
    const again: string[] = []
    for (const id of ids as EnvelopeId[])
      if ((await ordersTo(waiting)).length === 2)
        again.push(...(await town.staff.clerk(contract.reissueEnvelope, { id, requestId: anew() })).ids)
    await pay(again)
    const states = (await ordersTo(waiting)).map(({ state, channel }) => `${channel} ${state}`)
    expect(states).toEqual(['account paid', 'account withdrawn', 'cash_point paid'])
    await nothingIsBroken()
  })
})

describe('back to an account', () => {
  test('that was called wrong leads only the name its bank gives after that, and a second look', async () => {
    const id = await ask(defrauded, shared)
    expect((await requestsOf(defrauded)).find((request) => request.id === id)).toMatchObject({
      calledWrong: { since: presently, isForPayee: true },
    })
    const approve = (isSeen: boolean) => decider()(contract.approveWay, { id, isSeen })
    await expect(approve(true)).rejects.toThrow('payments.way_called_wrong')
    const answered = { nameCheck: 'matches', nameFound: 'NGUYEN THI ANH' } as const
    await town.own.request((ctx) => setNameCheck(ctx, id, answered), { now: addSeconds(presently, -3600) })
    await expect(approve(true)).rejects.toThrow('payments.way_called_wrong')
    await town.own.request((ctx) => setNameCheck(ctx, id, answered), { now: later })
    await expect(approve(false)).rejects.toThrow('payments.way_needs_a_look')
    await approve(true)
    await town.own.request((ctx) => applyWays(ctx), { now: december })
    expect(await channelOf(defrauded)).toMatchObject({ account: shared })
    await town.own.request((ctx) => applyWays(ctx), { now: december })
    expect(await channelOf(defrauded)).toMatchObject({ account: shared })
  })

  test('that others left because it was called wrong takes a look', async () => {
    const account = (await ordersTo(waiting))[0]!.account!
    const id = await ask(town.people[6]!, account)
    await town.own.request((ctx) => setNameCheck(ctx, id, { nameCheck: 'matches' }), { now: later })
    expect((await requestsOf(town.people[6]!))[0]).toMatchObject({
      strangers: [],
      calledWrong: { isForPayee: false },
    })
    await expect(decider()(contract.approveWay, { id, isSeen: false })).rejects.toThrow('way_needs_a_look')
    await officer()(contract.withdrawWay, { id, reason: 'Nhầm số' })
  })

  test('that a change was waiting for stops when it is called wrong; one to another account goes on', async () => {
    const account = (await ordersTo(renewing))[0]!.account!
    await town.own.request((ctx) =>
      setChannels(ctx, [{ personId: renewing, channel: { method: 'cash', payPointId: null } }]),
    )
    const back = await ask(renewing, account)
    await decider()(contract.approveWay, { id: back, isSeen: true })
    const person = town.people[7]!
    const other = await ask(person, '2600200077')
    await callBack(renewing)
    await callBack(person)
    expect(await requestsOf(renewing)).toMatchObject([{ id: back, state: 'refused', note: paper }])
    await decider()(contract.approveWay, { id: other, isSeen: true })
    await town.own.request((ctx) => applyWays(ctx), { now: december })
    expect(await channelOf(renewing)).toMatchObject({ method: 'cash' })
    expect(await channelOf(person)).toMatchObject({ account: '2600200077' })
    await nothingIsBroken()
  })

  test('of somebody who came with an authority of their own leads nothing: they receive no cash either', () => {
    const account = { method: 'account', bank: 'Agribank', account: shared, isReceivers: true } as const
    const receiver = {
      personId: null,
      fullName: 'Trần Văn Nam',
      number: null,
      document: '12/UQ',
      until: null,
    }
    const left = (role: 'authorised' | 'guardian') =>
      withoutAccount({ ...account, receiver: { ...receiver, role } }).receiver
    expect(left('authorised')).toBeNull()
    expect(left('guardian')).toMatchObject({ fullName: 'Trần Văn Nam' })
  })
})

test('nobody was paid a month twice', async () => {
  const { rows } = await town.own.request((ctx) =>
    sql<{ paid: number }>`select sum(item.amount)::bigint as paid from payments.item
      join payments.instruction on instruction.id = item.instruction_id where instruction.state = 'paid'
      group by item.person_id, item.benefit_month, item.component`.execute(ctx.db()),
  )
  expect(rows.filter(({ paid }) => paid > one)).toEqual([])
  expect(rows.length).toBeGreaterThan(0)
})
