import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addSeconds, civilDate, month } from '#kernel/civil-date'
import { benefitOf, grantAwards } from '#modules/entitlement'
import { approveRun, submitRun } from '#modules/payroll'
import { givenRelation } from '../../../entitlement/testing.ts'
import { draw, givenDecision, givenDisabled, tamSon } from '../../../payroll/testing.ts'
import * as contract from '../../contract.ts'
import type { AwardRef, EnvelopeId, Way, WayRequestId } from '../../contract.ts'
import { checkPromises } from '../../db/promises.ts'
import { one, openPayingTown, type PayingTown } from '../../paying-town.testing.ts'
import { accountant, approver, clerk, clientOf, presently } from '../../testing.ts'
import { applyWays } from './apply.ts'

/** A mother has her own allowance, and the support for caring for her daughter, both hers to receive. */
let town: PayingTown
let mother: string
let daughter: string
let care: AwardRef
let december: EnvelopeId

const later = addSeconds(presently, 5 * 86_400)

beforeAll(async () => {
  town = await openPayingTown({ people: 3 })
  mother = town.people[0]!
  await town.own.request(
    async (ctx) => {
      ;[daughter] = (await givenDisabled(ctx, [
        { areaId: tamSon, level: 'exceptionally_severe', name: 'Trần Thị Con', born: '2006-05-10' },
      ])) as [string]
      await givenRelation(ctx, mother, 'cares_for', daughter)
      const decision = givenDecision(tamSon)
      const award = { personId: daughter, benefit: 'care_support', payeeId: mother } as const
      await grantAwards(ctx, [{ ...award, from: month('2022-01'), decision }])
    },
    { now: presently },
  )
  care = { personId: daughter, benefit: 'care_support' }
})
afterAll(() => town.close())

/** The bank of the tests gives back, the day after, what goes to this account. */
const intoAccount: Way = {
  receiver: null,
  by: {
    channel: 'account',
    bank: 'VCB',
    account: '50200009902',
    holder: 'Nguyễn Thị Ánh',
    isReceivers: false,
  },
}

async function change(award: AwardRef, way: Way, now = presently) {
  const { own } = town
  const asking = clientOf(own, { ...clerk, can: ['payments.ask_way'] }, now)
  const deciding = clientOf(own, { ...accountant, can: ['payments.decide_way'] }, now)
  const { id } = await asking(contract.askForWay, {
    personId: mother,
    award,
    way,
    evidence: 'Đơn ngày 23/11/2026',
    requestId: crypto.randomUUID(),
  })
  const { effectiveOn } = await deciding(contract.approveWay, { id: id as WayRequestId, isSeen: true })
  await own.request((ctx) => applyWays(ctx), { now: addSeconds(now, 5 * 86_400) })
  return { id, effectiveOn }
}

const waysOf = (personId: string) =>
  clientOf(
    town.own,
    { ...accountant, can: ['payroll.read', 'people.read'] },
    later,
  )(contract.getPersonWays, { personId })

test('the database knows the benefit of a component as the law does', async () => {
  const { rows } = await town.own.request((ctx) =>
    sql<{ component: string; benefit: string }>`select component, payroll.benefit_of(component) as benefit
      from unnest(${Object.keys(benefitOf)}::text[]) as component`.execute(ctx.db()),
  )
  expect(Object.fromEntries(rows.map(({ component, benefit }) => [component, benefit]))).toEqual(benefitOf)
})

test('one award is asked to go a way of its own; one the payee does not receive is refused', async () => {
  await expect(change({ ...care, benefit: 'social_pension' }, intoAccount)).rejects.toThrow(
    'payments.award_not_received',
  )
  await expect(
    change({ personId: town.people[1]!, benefit: 'monthly_allowance' }, intoAccount),
  ).rejects.toThrow('payments.award_not_received')
  const { id } = await change(care, intoAccount)
  const { awards, requests } = await waysOf(daughter)
  expect(awards.find(({ benefit }) => benefit === 'care_support')).toMatchObject({
    payee: { id: mother },
    way: { channel: 'account', bank: 'VCB', account: '…9902' },
    isOwnWay: true,
  })
  expect(requests.find((one) => one.id === id)).toMatchObject({
    state: 'in_force',
    award: { benefit: 'care_support', person: { id: daughter, name: 'Trần Thị Con' } },
  })
  // All else she receives goes on as before.
  expect(await waysOf(mother)).toMatchObject({
    way: { channel: 'account', bank: 'Agribank' },
    awards: [{ benefit: 'monthly_allowance', isOwnWay: false, way: { bank: 'Agribank' } }],
  })
})

test('whoever pays out sees who receives the money and how, and not what for', async () => {
  const paying = clientOf(town.own, { ...clerk, can: ['payroll.read', 'payments.ask_way'] }, later)
  const { awards, requests } = await paying(contract.getPersonWays, { personId: daughter })
  expect(awards.map(({ benefit, payee }) => [benefit, payee.id])).toContainEqual([null, mother])
  expect(new Set(awards.map(({ benefit }) => benefit))).toEqual(new Set([null]))
  expect(requests.map(({ award }) => award)).toEqual([
    { benefit: null, person: { id: daughter, name: 'Trần Thị Con' } },
  ])
  const { rows } = await paying(contract.listWayRequests, { isEnded: true, page: 1 } as never)
  expect(rows.map(({ award }) => award?.benefit)).toEqual([null])
})

test('of a list each way is an order of its own, and together they come to what the list says', async () => {
  const { id: runId } = await draw(town.own, '2026-12', town.commune, later)
  await town.own.request((ctx) => submitRun(ctx, { id: runId }), { actor: accountant, now: later })
  await town.own.request((ctx) => approveRun(ctx, { id: runId }), { actor: approver, now: later })
  await town.staff.clerk(contract.prepareEnvelopes, { runId, requestId: crypto.randomUUID() })
  december = (await town.staff.clerk(contract.listEnvelopes, { runId })).find(
    ({ provider }) => provider.kind === 'bank',
  )!.id
  const orders = await ordersOf(december)
  expect(orders.map(({ bank, components }) => [bank, components])).toEqual([
    ['Agribank', ['allowance']],
    ['VCB', ['care']],
  ])
  expect(orders[0]!.amount).toBe(one)
})

test('what comes back is tried again by the way of that award, and nothing else is', async () => {
  await town.approve(december)
  await town.send(december)
  for (let days = 0; days < 3; days++) await town.endDay(town.bankBooks, town.bank)
  expect((await ordersOf(december)).map(({ bank, state }) => [bank, state])).toEqual([
    ['Agribank', 'paid'],
    ['VCB', 'returned'],
  ])
  const { ids } = await town.staff.clerk(contract.reissueEnvelope, {
    id: december,
    requestId: crypto.randomUUID(),
  })
  expect((await ordersOf(ids[0]!)).map(({ bank, account }) => [bank, account])).toEqual([
    ['VCB', '50200009902'],
  ])
  const broken = (await town.own.request((ctx) => checkPromises(ctx))).filter(
    ({ broken }) => broken.length > 0,
  )
  expect(broken).toEqual([])
})

test('asked to go as all else does, it has no way of its own any more', async () => {
  const { bank, account } = (await ordersOf(december))[0]!
  const common: Way = {
    receiver: null,
    by: { channel: 'account', bank, account, holder: 'Nguyễn Thị Ánh', isReceivers: false },
  }
  await change(care, common, later)
  const { awards } = await waysOf(daughter)
  expect(awards.find(({ benefit }) => benefit === 'care_support')).toMatchObject({
    isOwnWay: false,
    way: { bank: 'Agribank' },
  })
})

test('nobody is paid through the dead, for one award either', async () => {
  const receiver = {
    role: 'authorised' as const,
    personId: null,
    fullName: 'Trần Văn Nam',
    number: null,
    document: 'Giấy ủy quyền số 12/UQ ngày 20/11/2026',
    until: civilDate('2026-12-31'),
  }
  await change(care, { receiver, by: { channel: 'cash_home' } }, later)
  const own = async () =>
    (await waysOf(daughter)).awards.find(({ benefit }) => benefit === 'care_support')!.isOwnWay
  expect(await own()).toBe(true)
  await town.own.request((ctx) => applyWays(ctx), { now: addSeconds(presently, 45 * 86_400) })
  expect(await own()).toBe(false)
  expect((await waysOf(daughter)).requests[0]).toMatchObject({
    origin: 'expired',
    award: { benefit: 'care_support' },
    after: { channel: 'account', bank: 'Agribank' },
  })
})

type Ordered = {
  readonly bank: string
  readonly account: string
  readonly state: string
  readonly amount: number
  readonly components: string[]
}

/** The orders of an envelope to the mother, by bank. */
async function ordersOf(id: string): Promise<Ordered[]> {
  const { rows } = await town.own.request((ctx) =>
    sql<Ordered>`select bank, account, state, instruction.amount, array_agg(distinct component) as components
      from payments.instruction join payments.item on item.instruction_id = instruction.id
      where envelope_id = ${id} and payee_id = ${mother} group by instruction.id order by bank`.execute(
      ctx.db(),
    ),
  )
  return rows
}
