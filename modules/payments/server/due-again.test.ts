import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { civilDate, month } from '#kernel/civil-date'
import { closeAward, grantAward } from '#modules/entitlement'
import { recordDeath, undoDeath } from '#modules/people'
import { PersonId } from '#modules/people/contract'
import { decided } from '../../entitlement/testing.ts'
import { tamSon } from '../../payroll/testing.ts'
import * as contract from '../contract.ts'
import type { EnvelopeId } from '../contract.ts'
import { one, openPayingTown, type PayingTown } from '../paying-town.testing.ts'
import { brokenPromises } from '../promises.testing.ts'
import { presently } from '../testing.ts'

let town: PayingTown
let own: PayingTown['own']
let staff: PayingTown['staff']
let id: EnvelopeId

beforeAll(async () => {
  town = await openPayingTown()
  ;({ own, staff } = town)
  id = await town.envelopeOf('bank')
})
afterAll(() => town.close())
afterEach(async () => expect(await brokenPromises(own)).toEqual([]))

const person = (index: number) => PersonId.parse(town.people.filter((_, at) => at % 3 !== 2)[index]!)

test('a list that is given up after a death was told is taken off the books once, and the next one pays who lives', async () => {
  const before = await town.balance()
  await town.approve(id)
  await dies(0)
  await staff.clerk(contract.cancelEnvelope, { id })
  expect(await town.balance()).toEqual({ ...before, payable: 0, expense: 0, budget_blocked: 0 })
  await staff.clerk(contract.prepareEnvelopes, { runId: town.runId, requestId: crypto.randomUUID() })
  id = await town.envelopeOf('bank')
  expect(await orderOf(0)).toMatchObject({ state: 'withdrawn', reason: 'recalled' })
  await lives(0)
  expect(await orderOf(0)).toMatchObject({ state: 'ready', reason: null })
  await town.approve(id)
  expect(await town.balance()).toMatchObject({ payable: -6 * one, budget_blocked: 6 * one })
})

test('what a decision has ended meanwhile is due again once another gives the right back', async () => {
  const award = { personId: person(2), benefit: 'monthly_allowance' } as const
  const by = () => decided(tamSon, { signedOn: civilDate('2026-11-20') })
  await dies(2)
  await own.request(
    (ctx) => closeAward(ctx, { ...award, decision: by(), lastMonth: month('2026-10'), reason: 'died' }),
    { now: presently },
  )
  await own.deliver()
  await lives(2)
  expect(await orderOf(2)).toMatchObject({ state: 'withdrawn', reason: 'recalled' })
  await own.request((ctx) => grantAward(ctx, { ...award, decision: by(), from: month('2026-11') }), {
    now: presently,
  })
  await own.deliver()
  expect(await orderOf(2)).toMatchObject({ state: 'withdrawn', reason: 'due_again' })
})

test('what is due again waits with its reason, is tried again by hand before the next list, and held by a budget of its own', async () => {
  await dies(1)
  await lives(1)
  expect(await orderOf(1)).toMatchObject({ state: 'withdrawn', reason: 'due_again' })
  expect(await town.balance()).toMatchObject({ payable: -4 * one, budget_blocked: 4 * one })
  await town.send(id)
  const { ids } = await staff.clerk(contract.reissueEnvelope, { id, requestId: crypto.randomUUID() })
  expect(ids).toHaveLength(1)
  const again = ids[0]!
  await town.approve(again)
  expect(await town.balance()).toMatchObject({ payable: -6 * one, budget_blocked: 2 * one })
  // Given up it waits as before, and approved once more it is owed once.
  await staff.clerk(contract.cancelEnvelope, { id: again })
  expect(await town.balance()).toMatchObject({ payable: -4 * one, budget_blocked: 0 })
  await payAgain()
  expect(await town.balance()).toMatchObject({ payable: 0, expense: 6 * one, budget_spent: 6 * one })
})

test('who dies while a new try waits is paid by none, and by one who lives', async () => {
  // Of somebody whose order the bank had given back.
  const cash = await town.envelopeOf('post_office')
  await town.approve(cash)
  await town.send(cash)
  await town.endDay(town.postBooks, town.postOffice)
  const { rows } = await staff.clerk(contract.listInstructions, { id: cash, state: 'unclaimed' })
  const unclaimed = rows.map(({ payee }) => PersonId.parse(payee.id))
  expect(unclaimed.length).toBeGreaterThan(0)
  const { ids } = await staff.clerk(contract.reissueEnvelope, { id: cash, requestId: crypto.randomUUID() })
  for (const personId of unclaimed) await personDies(personId)
  expect(await brokenPromises(own)).toEqual([])
  await town.approve(ids[0]!)
  expect(await brokenPromises(own)).toEqual([])
  expect(await town.balance()).toMatchObject({ payable: 0 })
  await staff.clerk(contract.cancelEnvelope, { id: ids[0]! })
  expect(await town.balance()).toMatchObject({ payable: 0 })
  await expect(
    staff.clerk(contract.reissueEnvelope, { id: cash, requestId: crypto.randomUUID() }),
  ).rejects.toThrow('payments.nothing_to_reissue')
  for (const personId of unclaimed) await personLives(personId)
  expect(await town.balance()).toMatchObject({ payable: -unclaimed.length * one })
  expect(
    await staff.clerk(contract.reissueEnvelope, { id: cash, requestId: crypto.randomUUID() }),
  ).toMatchObject({ ids: [expect.any(String)] })
})

async function payAgain() {
  const { ids } = await staff.clerk(contract.reissueEnvelope, { id, requestId: crypto.randomUUID() })
  for (const envelope of ids) {
    await town.approve(envelope)
    await town.send(envelope)
  }
  await town.endDay(town.bankBooks, town.bank)
}

async function orderOf(index: number) {
  const { rows } = await staff.clerk(contract.listInstructions, { id })
  return rows.find(({ payee }) => payee.id === person(index))
}

const dies = (index: number) => personDies(person(index))
const lives = (index: number) => personLives(person(index))

async function personDies(personId: PersonId) {
  const death = { personId, diedOn: civilDate('2026-10-08'), source: 'Khai tử' }
  await own.request((ctx) => recordDeath(ctx, death), { now: presently })
  await own.deliver()
}

async function personLives(personId: PersonId) {
  const wish = { personId, formerHeadBecomes: 'chủ hộ cũ', source: 'Xác nhận còn sống' }
  await own.request((ctx) => undoDeath(ctx, wish), { now: presently })
  await own.deliver()
}
