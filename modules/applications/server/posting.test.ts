import { expect } from 'vitest'
import { instant } from '#kernel/civil-date'
import { test } from '#testing/world'
import { givenFact, givenPerson, givenPoorHousehold, severe } from '../../entitlement/testing.ts'
import * as api from '../contract.ts'
import { fileOf, staffOf, tamSon } from '../testing.ts'
import { propose } from '../testing-decisions.ts'

test('what is put up holds nothing of a decision for HIV, though the file itself never spoke of it', async ({
  world,
}) => {
  const { officer } = await staffOf(world)
  const disabled = await givenPerson(world.ctx, { areaId: tamSon, facts: [severe] })
  const withHiv = await givenPerson(world.ctx, { areaId: tamSon })
  await givenPoorHousehold(world.ctx, withHiv)
  const posted: number[] = []
  for (const personId of [disabled, withHiv]) {
    const { id } = await officer.call(
      api.submitApplication,
      fileOf(personId, { receivedAt: instant('2025-06-02T02:00:00Z'), asked: {}, isComplete: true }),
    )
    // Known only when every paper had been there.
    if (personId === withHiv) await givenFact(world.ctx, withHiv, { kind: 'hiv' })
    await propose(officer, id, { action: 'propose', kind: 'grant' })
    expect(await officer.call(api.getApplication, { id })).toMatchObject({ step: { id: 'posting' } })
    posted.push((await officer.call(api.listPosted, { areaId: tamSon })).length)
  }
  expect(posted).toEqual([1, 1])
})
