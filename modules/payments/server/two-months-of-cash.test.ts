import { afterAll, beforeAll, expect, test } from 'vitest'
import { addSeconds, instant } from '#kernel/civil-date'
import { approveRun, submitRun } from '#modules/payroll'
import * as contract from '../contract.ts'
import type { CashPlace } from '../contract.ts'
import { openPayingTown, type PayingTown } from '../paying-town.testing.ts'
import { accountant, approver, presently, staffOf } from '../testing.ts'
import { draw } from '../../payroll/testing.ts'

let town: PayingTown
/** The same people on 28 November, when the cash of December was sent and that of November is still being paid. */
const later = addSeconds(presently, 86_400 * 5)
let staff: PayingTown['staff']
let places: { november: CashPlace; december: CashPlace }

beforeAll(async () => {
  town = await openPayingTown({ people: 18 })
  const first = await town.envelopeOf('post_office')
  await town.approve(first)
  await town.send(first)
  staff = staffOf(town.own, later)
  const { id: runId } = await draw(town.own, '2026-12', town.commune, later)
  await town.own.request((ctx) => submitRun(ctx, { id: runId }), { actor: accountant, now: later })
  await town.own.request((ctx) => approveRun(ctx, { id: runId }), { actor: approver, now: later })
  const { ids } = await staff.clerk(contract.prepareEnvelopes, { runId, requestId: crypto.randomUUID() })
  for (const id of ids) {
    await staff.accountant(contract.checkEnvelope, { id })
    await staff.approver(contract.approveEnvelope, { id })
    await staff.clerk(contract.sendEnvelope, { id })
    await town.own.runJobs()
  }
})
afterAll(() => town.close())

test('a phone is offered every month of which somebody still waits', async () => {
  const offered = await staff.clerk(contract.listCashPlaces, { isWaiting: 'true' })
  expect(offered.places.map(({ place, waiting }) => [place.month, waiting])).toEqual([
    ['2026-12', 6],
    ['2026-11', 6],
  ])
  const [december, november] = offered.places.map(({ place }) => place)
  places = { december: december!, november: november! }
  const taken = await staff.clerk(contract.takeCashList, {
    place: places.november,
    requestId: crypto.randomUUID(),
    device: 'Android',
  })
  expect(taken.rows).toHaveLength(6)
  await staff.clerk(contract.handInCashList, { id: taken.id })
})

test('nobody has failed to come before the month of the list and its pay day', async () => {
  await expect(staff.accountant(contract.closeCashPlace, places.december)).rejects.toThrow(
    'payments.cash_place_before_pay_day',
  )
  expect(await staff.accountant(contract.closeCashPlace, places.november)).toMatchObject({ unclaimed: 6 })
  const { places: left } = await staff.clerk(contract.listCashPlaces, { isWaiting: 'true' })
  expect(left.map(({ place }) => place.month)).toEqual(['2026-12'])
  const onThePayDay = staffOf(town.own, instant('2026-12-01T02:00:00Z'))
  expect(await onThePayDay.accountant(contract.closeCashPlace, places.december)).toMatchObject({
    unclaimed: 6,
  })
})
