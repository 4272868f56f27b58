import { afterAll, beforeAll, expect, test } from 'vitest'
import { civilDate, month } from '#kernel/civil-date'
import { recordDeath } from '#modules/people'
import * as contract from '../contract.ts'
import { one, openPayingTown, type PayingTown } from '../paying-town.testing.ts'
import { presently } from '../testing.ts'

let town: PayingTown
/** The two who get cash at the post office. */
let payees: readonly string[]

beforeAll(async () => {
  town = await openPayingTown({ people: 6 })
  payees = town.people.filter((_, at) => at % 3 === 2)
  const id = await town.envelopeOf('post_office')
  await town.approve(id)
  await town.send(id)
})
afterAll(() => town.close())

const inOffice = async () =>
  (await town.staff.clerk(contract.listCashPlaces, { month: month('2026-11') })).places[0]!
const onPhone = async () => (await town.staff.clerk(contract.listCashPlaces, { isWaiting: 'true' })).places

async function dies(personId: string) {
  const death = { personId, diedOn: civilDate('2026-10-08'), source: 'test' } as never
  await town.own.request((ctx) => recordDeath(ctx, death), { now: presently })
  await town.own.deliver()
}

test('money that was called back waits for nobody, and a phone takes no list of it', async () => {
  await dies(payees[0]!)
  expect(await inOffice()).toMatchObject({
    waiting: 1,
    waitingAmount: one,
    held: 1,
    heldAmount: one,
    paid: 0,
  })
  const [place] = await onPhone()
  expect(place).toMatchObject({ waiting: 1, waitingAmount: one })
  const take = () =>
    town.staff.clerk(contract.takeCashList, {
      place: place!.place,
      requestId: crypto.randomUUID(),
      device: 'Android',
    })
  const list = await take()
  expect(list.rows.map(({ state }) => state).toSorted()).toEqual(['held', 'waiting'])
  await town.staff.clerk(contract.handInCashList, { id: list.id })

  await dies(payees[1]!)
  expect(await onPhone()).toEqual([])
  await expect(take()).rejects.toThrow('payments.cash_place_empty')
})

test('a place where all of it was called back is closed as any other, and nobody is said not to have come', async () => {
  const place = await inOffice()
  expect(place).toMatchObject({ waiting: 0, waitingAmount: 0, held: 2, heldAmount: 2 * one })
  expect(await town.staff.accountant(contract.closeCashPlace, place.place)).toEqual({
    unclaimed: 0,
    amount: 0,
  })
  expect(await inOffice()).toMatchObject({ waiting: 0, held: 0, heldAmount: 0 })
})
