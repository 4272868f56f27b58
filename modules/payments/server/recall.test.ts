import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { civilDate, instant } from '#kernel/civil-date'
import { recordDeath } from '#modules/people'
import * as contract from '../contract.ts'
import type { EnvelopeId } from '../contract.ts'
import { one, openPayingTown, type PayingTown } from '../paying-town.testing.ts'
import { accountant, approver, clientOf, decideRecovery, presently, staffOf } from '../testing.ts'
import { recallForDeath } from './recall.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let town: PayingTown
let own: PayingTown['own']
let staff: PayingTown['staff']
let id: EnvelopeId

beforeAll(async () => {
  // The second and the third of the six with an account come back from the bank the day after.
  const endings = ['0001', '9902', '9902', '0004', '0005', '0006']
  let next = 0
  town = await openPayingTown({ accountOf: () => `26002000${endings[next++]}` })
  ;({ own, staff } = town)
  id = await town.envelopeOf('bank')
  await town.approve(id)
})
afterAll(() => town.close())

/** The payees with an account, in the order of the accounts above; all of them died in October. */
const payee = (index: number) => town.people.filter((_, at) => at % 3 !== 2)[index]!

async function dies(index: number) {
  await own.request(
    (ctx) =>
      recordDeath(ctx, { personId: payee(index), diedOn: civilDate('2026-10-08'), source: 'test' } as never),
    {
      now: presently,
    },
  )
  await own.deliver()
}

const day = () => town.endDay(town.bankBooks, town.bank)
const balance = () => town.balance()

describe('somebody dies, and the list is on its way', () => {
  test('before it is sent: the order is withdrawn, nothing is owed, the budget is free again', async () => {
    await dies(0)
    expect(await balance()).toMatchObject({ payable: -5 * one, expense: 5 * one, budget_blocked: 5 * one })
    const { rows } = await staff.clerk(contract.listInstructions, { id, state: 'withdrawn' })
    expect(rows).toMatchObject([{ payee: { id: payee(0) } }])
    await staff.clerk(contract.sendEnvelope, { id })
    await own.runJobs()
    const file = await (await staff.clerk(contract.downloadOrderFile, { id })).text()
    expect(file).toContain(`<NbOfTxs>5</NbOfTxs><CtrlSum>${5 * one}</CtrlSum>`)
    expect(await balance()).toMatchObject({ at_provider: 5 * one, budget_spent: 5 * one, budget_blocked: 0 })
  })

  test('after it is sent: the order is marked to be recalled, and once it comes back nothing is owed', async () => {
    await dies(1)
    const asked = (await staff.clerk(contract.listInstructions, { id })).rows.filter(
      ({ isRecallAsked }) => isRecallAsked,
    )
    expect(asked.map(({ payee: { id } }) => id)).toEqual([payee(1)])
    await day()
    // It was paid before the word came, so it is to come back; then it does.
    expect(await recoveryOf(1)).toMatchObject({ state: 'proposed', cause: 'died', amount: one, open: 0 })
    await day()
    expect(await recoveryOf(1)).toMatchObject({ state: 'settled' })
    expect(await balance()).toMatchObject({ payable: -one, expense: 4 * one, at_provider: 2 * one })
  })

  test('after it was paid: the months after the death are proposed for recovery, and told twice they are asked back once', async () => {
    await dies(3)
    await own.request((ctx) => recallForDeath(ctx, { personId: payee(3) }))
    const { rows } = await staff.accountant(contract.listRecoveries, { personId: payee(3) })
    expect(rows).toMatchObject([{ state: 'proposed', months: [{ benefitMonth: '2026-11', amount: one }] }])
  })

  test('a decision makes it owed, money paid back is booked once, and the rest is given up by another decision', async () => {
    const { id: recovery } = (await recoveryOf(3))!
    const amount = (value: number) => value as never
    const paidOn = civilDate('2026-11-23')
    await expect(
      staff.accountant(contract.repayRecovery, { id: recovery, amount: amount(1), receipt: 'PT-1', paidOn }),
    ).rejects.toThrow('payments.recovery_moved_on')
    const requestId = crypto.randomUUID()
    const wish = {
      kind: 'plan',
      plan: 'instalments',
      instalment: amount(100_000),
      decision: '15/QĐ-UBND',
    } as const
    const asked = await staff.accountant(contract.askRecoveryDecision, { id: recovery, wish, requestId })
    expect(await staff.accountant(contract.askRecoveryDecision, { id: recovery, wish, requestId })).toEqual(
      asked,
    )
    // One waits at a time, nothing is owed meanwhile, and whoever asked does not decide.
    await expect(
      staff.accountant(contract.askRecoveryDecision, {
        id: recovery,
        wish: { kind: 'give_up', decision: 'x' },
        requestId: crypto.randomUUID(),
      }),
    ).rejects.toThrow('payments.recovery_decision_waits')
    expect(await recoveryOf(3)).toMatchObject({ state: 'proposed', open: 0, isAsked: true })
    const both = clientOf(own, { ...accountant, can: ['payments.approve'] })
    await expect(both(contract.approveRecoveryDecision, asked)).rejects.toThrow('recovery_by_second_person')
    await staff.approver(contract.refuseRecoveryDecision, { ...asked, reason: 'Sai số quyết định' })
    await expect(staff.approver(contract.approveRecoveryDecision, asked)).rejects.toThrow(
      'payments.recovery_decision_settled',
    )
    await decideRecovery(staff, recovery, wish)
    expect(await recoveryOf(3)).toMatchObject({ state: 'planned', open: one, instalment: 100_000 })
    const receipt = { id: recovery, amount: amount(100_000), receipt: 'PT-1', paidOn }
    expect(await staff.accountant(contract.repayRecovery, receipt)).toEqual({ isNew: true })
    expect(await staff.accountant(contract.repayRecovery, { ...receipt, receipt: ' pt -1' })).toEqual({
      isNew: false,
    })
    // Written down once more when the year is over it is still the same receipt, and none is of a day that cannot be.
    const nextYear = staffOf(own, instant('2027-01-04T02:00:00Z'))
    expect(await nextYear.accountant(contract.repayRecovery, receipt)).toEqual({ isNew: false })
    for (const day of ['2026-11-24', '2026-09-30', '2062-11-23'])
      await expect(
        staff.accountant(contract.repayRecovery, { ...receipt, receipt: 'PT-9', paidOn: civilDate(day) }),
      ).rejects.toThrow('payments.receipt_day_wrong')
    await expect(
      staff.accountant(contract.repayRecovery, { ...receipt, amount: amount(50_000) }),
    ).rejects.toThrow('payments.receipt_known')
    await expect(
      staff.accountant(contract.repayRecovery, { ...receipt, amount: amount(one), receipt: 'PT-2' }),
    ).rejects.toThrow('payments.more_than_is_open')
    // Two cash desks at once: whoever comes second is told what is still open.
    const atOnce = await Promise.allSettled(
      ['PT-3', 'PT-4'].map((receipt) =>
        staff.accountant(contract.repayRecovery, { id: recovery, amount: amount(400_000), receipt, paidOn }),
      ),
    )
    expect(atOnce.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await recoveryOf(3)).toMatchObject({ open: one - 500_000 })
    const tooMuch = { ...wish, instalment: amount(one) }
    await expect(
      staff.accountant(contract.askRecoveryDecision, {
        id: recovery,
        wish: tooMuch,
        requestId: crypto.randomUUID(),
      }),
    ).rejects.toThrow('payments.more_than_is_open')
    await decideRecovery(staff, recovery, { kind: 'give_up', decision: '16/QĐ-UBND' })
    expect(await recoveryOf(3)).toMatchObject({ state: 'written_off', open: 0 })
    // Its whole history stays in sight.
    const { decisions } = await staff.accountant(contract.getRecovery, { id: recovery })
    expect(decisions.map(({ kind, state, paper, note }) => [kind, state, paper, note])).toEqual([
      ['give_up', 'approved', '16/QĐ-UBND', null],
      ['plan', 'approved', '15/QĐ-UBND', null],
      ['plan', 'refused', '15/QĐ-UBND', 'Sai số quyết định'],
    ])
    expect(decisions[0]).toMatchObject({
      asked: { by: { name: accountant.name } },
      decided: { by: { name: approver.name } },
    })
    await expect(
      own.request((ctx) =>
        sql`delete from payments.recovery_decision where recovery_id = ${recovery}`.execute(ctx.db()),
      ),
    ).rejects.toThrow('append-only')
    expect(await balance()).toMatchObject({ receivable: 0, written_off: 310_000 })
  })
})

async function recoveryOf(index: number) {
  return (await staff.accountant(contract.listRecoveries, { personId: payee(index) })).rows[0]
}
