import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { civilDate, instant, month, type Instant } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import { approveRun, submitRun } from '#modules/payroll'
import { draw } from '../../payroll/testing.ts'
import * as contract from '../contract.ts'
import type { EnvelopeId, ProviderId } from '../contract.ts'
import { openPayingTown, type PayingTown } from '../paying-town.testing.ts'
import { brokenPromises } from '../promises.testing.ts'
import { accountant, approver, staffOf } from '../testing.ts'
import { allocateFund, openFund } from './funds.ts'
import { listUseOfFunds } from './use-of-funds.ts'

const december = instant('2026-12-21T02:00:00Z')

let town: PayingTown
let staff: ReturnType<typeof staffOf>
let id: EnvelopeId

beforeAll(async () => {
  // Of six with an account the first is rejected at once.
  const endings = ['9901', '0002', '0003', '0004', '0005', '0006']
  let next = 0
  town = await openPayingTown({ accountOf: () => `26002000${endings[next++]}` })
  staff = staffOf(town.own, december)
  await givenApprovedList('2026-12', instant('2026-11-25T02:00:00Z'))
  const runId = await givenApprovedList('2027-01', december)
  await town.own.request(
    async (ctx) => {
      for (const [source, share] of [
        ['central', 33],
        ['province', 67],
      ] as const) {
        const fund = { areaId: town.commune, year: 2027, programme: 'monthly_allowance', share } as const
        const { id } = await openFund(ctx, { ...fund, source, code: source })
        await allocateFund(ctx, { id, amount: dong(100_000_000), decision: '01/QĐ-UBND' })
      }
    },
    { actor: accountant, now: december },
  )
  await staff.clerk(contract.prepareEnvelopes, { runId, requestId: crypto.randomUUID() })
  const envelopes = await staff.clerk(contract.listEnvelopes, { runId })
  ;({ id } = envelopes.find(({ provider }) => provider.kind === 'bank')!)
  await staff.accountant(contract.checkEnvelope, { id })
  await staff.approver(contract.approveEnvelope, { id })
})
afterAll(() => town.close())
afterEach(async () => expect(await brokenPromises(town.own)).toEqual([]))

async function givenApprovedList(of: string, now: Instant) {
  const { id } = await draw(town.own, of, town.commune, now)
  await town.own.request((ctx) => submitRun(ctx, { id }), { actor: accountant, now })
  await town.own.request((ctx) => approveRun(ctx, { id }), { actor: approver, now })
  return id
}

const lines = async () => {
  const funds = await staff.accountant(contract.listFunds, { year: 2027 })
  const sum = (of: 'available' | 'blocked' | 'spent') => funds.reduce((total, fund) => total + fund[of], 0)
  return { available: sum('available'), blocked: sum('blocked'), spent: sum('spent') }
}

/** What each month uses of the lines of the year. */
const byMonth = async () => {
  const funds = await town.own.request((ctx) => listUseOfFunds(ctx, { year: 2027 }), { now: december })
  const months = funds.flatMap((fund) => fund.months)
  return Object.fromEntries(
    [...Map.groupBy(months, (one) => one.month)].map(([of, own]) => [
      of,
      own.reduce((total, { spent, blocked }) => total + spent + blocked, 0),
    ]),
  )
}

describe('the list of January, paid in December from the lines of its year', () => {
  test('frees what is called back of it in the month it was held for', async () => {
    const before = await lines()
    const { rows } = await staff.clerk(contract.listInstructions, { id, page: 1 })
    const order = rows.at(-1)!
    const { items } = await staff.accountant(contract.getOrder, { id: order.id })
    const asked = await staff.accountant(contract.askForRecall, {
      id: order.id,
      ground: 'right_ended',
      parts: items.map(({ person, component, benefitMonth, amount }) => ({
        personId: person.id,
        component,
        benefitMonth,
        amount,
      })),
      paper: '15/QĐ-UBND',
      requestId: crypto.randomUUID(),
    })
    await staff.approver(contract.decideRecall, { ...asked, state: 'approved' })
    expect(await lines()).toEqual({
      ...before,
      available: before.available + order.amount,
      blocked: before.blocked - order.amount,
    })
    expect(await byMonth()).toEqual({ '2027-01': before.blocked - order.amount })
  })

  test('has the money again that comes back before its year begins', async () => {
    await staff.clerk(contract.sendEnvelope, { id })
    await town.own.runJobs()
    await town.endDay(town.bankBooks, town.bank)
    const [lying] = (await staff.clerk(contract.listRefunds, {})).lying
    const before = await lines()
    const refund = await staff.clerk(contract.askForRefund, {
      providerId: town.bank as ProviderId,
      reasons: [lying!.reason],
      amount: lying!.amount,
      paper: 'Công văn 15/UBND-KT',
      requestId: crypto.randomUUID(),
    })
    await staff.approver(contract.approveRefund, refund)
    const lastDay = staffOf(town.own, instant('2026-12-31T02:00:00Z'))
    await lastDay.accountant(contract.confirmRefund, {
      ...refund,
      amount: lying!.amount,
      receipt: 'UNC 77',
      returnedOn: civilDate('2026-12-31'),
    })
    expect(await lines()).toEqual({
      available: before.available + lying!.amount,
      blocked: before.blocked,
      spent: before.spent - lying!.amount,
    })
    expect(await byMonth()).toEqual({ '2027-01': before.spent + before.blocked - lying!.amount })
  })

  test('is tried again in no month that is over, whatever month somebody names', async () => {
    const later = staffOf(town.own, instant('2027-02-10T02:00:00Z'))
    const wish = { id, month: month('2027-01'), requestId: crypto.randomUUID() }
    const { ids } = await later.clerk(contract.reissueEnvelope, wish)
    expect(await later.clerk(contract.getEnvelope, { id: ids[0]! })).toMatchObject({ month: '2027-02' })
  })
})
