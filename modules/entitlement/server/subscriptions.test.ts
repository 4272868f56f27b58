import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { civilDate, month } from '#kernel/civil-date'
import type { Event } from '#platform/server/context'
import { test, type World } from '#testing/world'
import { listAwards } from '../db/awards.ts'
import { listWaitingOf } from '../db/listed-awards.ts'
import { findStandings } from '../db/standings.ts'
import { decided, givenPerson, severe, tamSon } from '../testing.ts'
import { grantAwards } from './grant-awards.ts'
import { refreshStandings } from './refresh-standings.ts'
import { entitlementSubscribers } from './subscriptions.ts'

test('after a death nothing is due, though the award waits for a decision', async ({ world }) => {
  const { ctx } = world
  const personId = await givenAwarded(world)
  await hear(world, { type: 'people.died', personId, diedOn: '2022-12-20' })
  expect((await listAwards(ctx, [personId])).map(({ during }) => during.until)).toEqual([null])
  const days = ['2022-12-20', '2022-12-21'].map((day) => ({ personId, day: civilDate(day) }))
  expect(await findStandings(ctx, days)).toMatchObject([{ standing: { disability: 'severe' } }, undefined])
})

test('a death that comes with a decision ends every award with its month, once', async ({ world }) => {
  const personId = await givenAwarded(world)
  const decision = {
    ...decided(tamSon, { number: '77/QĐ-UBND', signedOn: civilDate('2022-12-28') }),
    requestId: randomUUID(),
  }
  const event = { type: 'people.died', personId, diedOn: '2022-12-20', decision } as const
  await hear(world, event)
  await hear(world, event)
  expect(await listAwards(world.ctx, [personId])).toMatchObject([
    { during: { from: '2022-03-01', until: '2023-01-01' }, closeReason: 'died' },
  ])
})

test('a decision found on a list waits once, and is no award', async ({ world }) => {
  const personId = await givenPerson(world.ctx, { areaId: tamSon })
  const event = listed(personId)
  await hear(world, event)
  await hear(world, event)
  expect(await listAwards(world.ctx, [personId])).toEqual([])
  expect(await listWaitingOf(world.ctx, personId)).toMatchObject([
    { benefit: 'monthly_allowance', areaId: tamSon, firstMonth: '2022-03', state: 'proposed' },
  ])
})

test('whoever has the benefit already keeps the award there is', async ({ world }) => {
  const personId = await givenAwarded(world)
  const before = await listAwards(world.ctx, [personId])
  await hear(world, listed(personId, '2021-09'))
  expect(await listAwards(world.ctx, [personId])).toEqual(before)
  expect(world.audited.map(({ action }) => action)).toContain('entitlement.listing_already_granted')
})

async function givenAwarded({ ctx }: World) {
  const personId = await givenPerson(ctx, { areaId: tamSon, diedOn: '2022-12-20', facts: [severe] })
  await refreshStandings(ctx)
  await grantAwards(ctx, [
    { personId, benefit: 'monthly_allowance', decision: decided(tamSon), from: month('2022-03') },
  ])
  return personId
}

function listed(personId: string, from = '2022-03') {
  return {
    type: 'people.beneficiary_listed',
    personId,
    from,
    benefit: 'monthly_allowance',
    decisionNumber: '15/QĐ-UBND',
    signedOn: '2022-03-01',
    signerTitle: 'Chủ tịch UBND xã',
    areaId: tamSon,
    monthly: null,
    requestId: randomUUID(),
    list: {
      importId: randomUUID(),
      fileName: 'danh sách.xlsx',
      rowNumber: 3,
      broughtBy: randomUUID(),
      appliedBy: randomUUID(),
      appliedName: 'Nguyễn Thị Lan',
    },
  } as const
}

/** Delivers an event to whoever of this module listens to it. */
async function hear({ ctx }: World, event: Event) {
  for (const { on, run } of Object.values(entitlementSubscribers))
    if (on.includes(event.type)) await run(ctx, { ...event, eventId: 1 })
}
