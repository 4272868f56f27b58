import { afterAll, beforeAll, expect, test } from 'vitest'
import { month } from '#kernel/civil-date'
import * as contract from '../contract.ts'
import { one, openPayingTown, type PayingTown } from '../paying-town.testing.ts'
import { clientOf, presently } from '../testing.ts'

const november = month('2026-11')
let town: PayingTown

beforeAll(async () => {
  // The second of the six with an account is given back the day after it was paid.
  const endings = ['0001', '9902', '0003', '0004', '0005', '0006']
  let next = 0
  town = await openPayingTown({ accountOf: () => `26002000${endings[next++]}` })
})
afterAll(() => town.close())

test('before anything is approved people are on a list and nobody is owed anything', async () => {
  expect(await figures()).toMatchObject({
    listed: 9,
    listed_payees: 9,
    not_ordered: 9,
    ordered: 0,
    not_approved: 9,
    shown_orders: 9,
    reached: 0,
    not_ordered_amount: 9 * one,
  })
})

test('one envelope approved, the other not: each figure follows from the one before', async () => {
  const bank = await town.envelopeOf('bank')
  await town.approve(bank)
  expect(await figures()).toMatchObject({
    listed: 9,
    not_ordered: 3,
    ordered: 6,
    orders: 6,
    waiting: 6,
    not_approved: 3,
  })
  await town.send(bank)
  await town.endDay(town.bankBooks, town.bank)
  expect(await figures()).toMatchObject({
    reached: 6,
    paid_amount: 6 * one,
    open_amount: 0,
    all_paid_amount: 6 * one,
  })
})

test('what comes back and is ordered anew is an order more, and nobody more', async () => {
  await town.endDay(town.bankBooks, town.bank)
  expect(await figures()).toMatchObject({ returned: 1, reached: 5, open_amount: one })
  const { ids } = await town.staff.clerk(contract.reissueEnvelope, {
    id: await town.envelopeOf('bank'),
    month: november,
    requestId: crypto.randomUUID(),
  })
  expect(ids).toHaveLength(1)
  expect(await figures()).toMatchObject({
    orders: 6,
    tried_again: 1,
    shown_orders: 10,
    same_payee: 1,
    shown_payees: 9,
  })
})

test('nobody is told the figures of a unit that is not theirs', async () => {
  const elsewhere = clientOf(town.own, { areaId: 3, areaIds: [3], can: ['payroll.read'] }, presently)
  await expect(elsewhere(contract.explainMonth, { month: november, areaId: town.commune })).rejects.toThrow(
    'payments.area_not_yours',
  )
})

/** Every figure of November that is not none; each explanation has to be whole. */
async function figures() {
  const { ladders } = await town.staff.clerk(contract.explainMonth, { month: november, areaId: town.commune })
  expect(ladders.filter(({ off }) => off !== 0)).toEqual([])
  return Object.fromEntries(
    ladders.flatMap(({ steps }) => steps.map(({ figure, value }) => [figure, value] as const)),
  )
}
