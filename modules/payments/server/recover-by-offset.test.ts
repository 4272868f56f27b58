import { PDF } from '@libpdf/core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { addSeconds, civilDate, month } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import { approveRun, submitRun } from '#modules/payroll'
import { recordDeath } from '#modules/people'
import { draw } from '../../payroll/testing.ts'
import * as contract from '../contract.ts'
import type { EnvelopeId } from '../contract.ts'
import { proposeRecovery } from '../db/recoveries.ts'
import { one, openPayingTown, type PayingTown } from '../paying-town.testing.ts'
import { accountant, approver, decideRecovery, presently, staffOf } from '../testing.ts'
import { allocateFund, openFund } from './funds.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const limit = (one * 30) / 100
let town: PayingTown
let staff: PayingTown['staff']
let debtor: string
let recovery: string
let december: EnvelopeId

beforeAll(async () => {
  town = await openPayingTown({ people: 3 })
  ;({ staff } = town)
  ;[debtor] = town.people as [string]
  const id = await town.envelopeOf('bank')
  await town.approve(id)
  await town.send(id)
  await town.endDay(town.bankBooks, town.bank)
  // Two earlier months were paid under a wrong degree.
  recovery = (await town.own.request((ctx) =>
    proposeRecovery(
      ctx,
      { personId: debtor, personName: 'Nguyễn Thị Ánh', cause: 'lower_amount', areaId: town.commune },
      ['2026-09', '2026-10'].map((benefitMonth) => ({
        component: 'allowance',
        benefitMonth: month(benefitMonth),
        amount: dong(270_000),
        programme: 'monthly_allowance',
      })),
    ),
  ))!
})
afterAll(() => town.close())

const plan = () => decideRecovery(staff, recovery, { kind: 'plan', plan: 'offset', decision: '21/QĐ-UBND' })
const open = async () => (await staff.accountant(contract.getRecovery, { id: recovery })).open

/** Draws, approves and prepares a month; gives the envelope of the bank. */
async function prepare(benefitMonth: string, days: number) {
  const now = addSeconds(presently, days * 86_400)
  const { id: runId } = await draw(town.own, benefitMonth, town.commune, now)
  await town.own.request((ctx) => submitRun(ctx, { id: runId }), { actor: accountant, now })
  await town.own.request((ctx) => approveRun(ctx, { id: runId }), { actor: approver, now })
  return { runId, now, id: await envelopeFor(runId) }
}

async function envelopeFor(runId: Parameters<typeof approveRun>[1]['id']) {
  await staff.clerk(contract.prepareEnvelopes, { runId, requestId: crypto.randomUUID() })
  return (await staff.clerk(contract.listEnvelopes, { runId })).find(
    ({ provider, state }) => provider.kind === 'bank' && state !== 'cancelled',
  )!.id
}

describe('what was paid too much comes back out of later months', () => {
  test('a letter tells it before and after it is decided, with the sums and the right to complain', async () => {
    const letter = async () => {
      const file = await staff.approver(contract.downloadRecoveryLetter, { id: recovery })
      const pages = (await PDF.load(new Uint8Array(await file.arrayBuffer()))).extractText()
      return pages
        .map(({ text }) => text)
        .join(' ')
        .replaceAll(/\s+/g, ' ')
    }
    expect(await letter()).toMatch(/540\.000.*chưa phải hoàn trả/)
    await plan()
    expect(await letter()).toMatch(/trừ dần.*không quá 30%.*khiếu nại/)
  })

  test('no more than its share of the month is withheld, and the list of payroll stays what the law says', async () => {
    const { id, runId } = await prepare('2026-12', 5)
    december = id
    expect(await staff.clerk(contract.getEnvelope, { id })).toMatchObject({
      amount: 2 * one - limit,
      withheld: limit,
    })
    const { rows } = await staff.clerk(contract.listInstructions, { id })
    expect(rows.map(({ amount }) => amount).toSorted((one, two) => one - two)).toEqual([one - limit, one])
    expect(await open()).toBe(540_000)
    // Given up before it was approved, nothing has happened, and made anew it is the same.
    await staff.clerk(contract.cancelEnvelope, { id })
    const post = (await staff.clerk(contract.listEnvelopes, { runId })).find(
      ({ state }) => state === 'draft',
    )!
    await staff.clerk(contract.cancelEnvelope, { id: post.id })
    december = await envelopeFor(runId)
    expect(await staff.clerk(contract.getEnvelope, { id: december })).toMatchObject({ withheld: limit })
  })

  test('a debt that is disputed meanwhile is not withheld: the envelope is not approved', async () => {
    await staff.accountant(contract.checkEnvelope, { id: december })
    await staff.approver(contract.holdRecovery, { id: recovery, because: 'Có đơn khiếu nại ngày 24/11' })
    await expect(staff.approver(contract.approveEnvelope, { id: december })).rejects.toThrow(
      'payments.withholding_changed',
    )
    await staff.approver(contract.holdRecovery, { id: recovery, because: null })
  })

  test('approved, it is set off on the books: what is owed is whole, what is transferred is less', async () => {
    const before = await town.balance()
    await staff.approver(contract.approveEnvelope, { id: december })
    const after = await town.balance()
    const moved = (account: string) => (after[account] ?? 0) - (before[account] ?? 0)
    expect([moved('expense'), moved('payable'), moved('receivable'), moved('budget_blocked')]).toEqual([
      2 * one,
      -(2 * one - limit),
      -limit,
      2 * one - limit,
    ])
    expect(await open()).toBe(540_000 - limit)
    await town.send(december)
    await town.endDay(town.bankBooks, town.bank)
    const { setOff, account } = await staff.accountant(contract.getRecovery, { id: recovery })
    expect(setOff).toBe(limit)
    expect(account.find((row) => row.month === '2026-12')).toEqual({
      month: '2026-12',
      once: null,
      due: one,
      paid: one - limit,
      setOff: limit,
      waiting: 0,
    })
  })

  test('an approved envelope that is given up gives the debt back as it was', async () => {
    const { id } = await prepare('2027-01', 36)
    await decideRecovery(staff, recovery, {
      kind: 'plan',
      plan: 'offset',
      instalment: dong(100_000),
      decision: '22/QĐ-UBND',
    })
    await town.own.request(async (ctx) => {
      const fund = {
        areaId: town.commune,
        year: 2027,
        programme: 'monthly_allowance' as const,
        source: 'province' as const,
        share: 100,
        code: '2027',
      }
      await allocateFund(ctx, {
        id: (await openFund(ctx, fund)).id,
        amount: dong(100_000_000),
        decision: '01/QĐ',
      })
    })
    await town.approve(id)
    expect(await open()).toBe(540_000 - 2 * limit)
    const before = await town.balance()
    await staff.clerk(contract.cancelEnvelope, { id })
    expect(await open()).toBe(540_000 - limit)
    expect((await town.balance())['receivable']).toBe((before['receivable'] ?? 0) + limit)
  })

  test('when the month turns out not to be due, what was set off is owed again', async () => {
    const later = addSeconds(presently, 40 * 86_400)
    const run = (await staff.clerk(contract.listEnvelopes, { month: month('2027-01') }))[0]!
    const { runId } = await staff.clerk(contract.getEnvelope, { id: run.id })
    for (const { id, state } of await staff.clerk(contract.listEnvelopes, { runId: runId! }))
      if (state === 'draft') await staff.clerk(contract.cancelEnvelope, { id })
    const id = await envelopeFor(runId!)
    await town.approve(id)
    expect(await open()).toBe(540_000 - limit - 100_000)
    await town.own.request(
      (ctx) =>
        recordDeath(ctx, { personId: debtor, diedOn: civilDate('2026-12-20'), source: 'test' } as never),
      { now: later },
    )
    await town.own.deliver()
    expect(await open()).toBe(540_000 - limit)
    await town.balance()
    expect((await staffOf(town.own, later).accountant(contract.getRecovery, { id: recovery })).state).toBe(
      'planned',
    )
  })
})
