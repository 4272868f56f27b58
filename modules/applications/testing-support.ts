import { expect } from 'vitest'
import { grantAwards, listOneOffsDue, settleOneOffs, takeOneOffs } from '#modules/entitlement'
import type { World } from '#testing/world'
import { decided, severe } from '../entitlement/testing.ts'
import * as api from './contract.ts'
import { versionOf } from './testing-decisions.ts'
import { fileOf, givenPerson, tamSon } from './testing.ts'

/** Whoever buried, as they are written down. */
export const buried = {
  kind: 'named',
  fullName: 'Phùng Văn Hùng',
  number: '026070001234',
  relation: 'con',
} as const

export async function paidByLists(world: World, id: string) {
  const [one, other] = [crypto.randomUUID(), crypto.randomUUID()]
  await takeOneOffs(world.ctx, [id], one)
  await takeOneOffs(world.ctx, [id], one)
  await expect(takeOneOffs(world.ctx, [id], other)).rejects.toThrow('entitlement.one_off_elsewhere')
  await settleOneOffs(world.ctx, [id], one, 'returned')
  await takeOneOffs(world.ctx, [id], other)
  await settleOneOffs(world.ctx, [id], other, 'paid')
  await expect(settleOneOffs(world.ctx, [id], one, 'paid')).rejects.toThrow('entitlement.one_off_elsewhere')
  expect(await listOneOffsDue(world.ctx, { areaIds: [tamSon] })).toEqual([])
}

/** Somebody on the allowance since 2022. */
export async function givenRecipient(world: World, diedOn: string | null = null): Promise<string> {
  const personId = await givenPerson(world.ctx, { areaId: tamSon, diedOn, facts: [severe] })
  await grantAwards(world.ctx, [
    {
      personId,
      benefit: 'monthly_allowance',
      from: '2022-03' as never,
      decision: decided(tamSon, { source: 'test' }),
    },
  ])
  return personId
}

export async function givenFile(
  officer: World,
  procedure: 'funeral_support' | 'emergency_death' | 'emergency_housing' | 'temporary_care',
  personId: string,
  answers: Record<string, string>,
  event: Record<string, unknown> = {},
): Promise<api.ApplicationId> {
  const papers = {
    funeral_support: ['death_certificate', 'stop_of_survivor_allowance'],
    emergency_death: ['death_certificate'],
    emergency_housing: [],
    temporary_care: ['incident_record'],
  }
  const { id } = await officer.call(
    api.submitApplication,
    fileOf(personId, {
      procedure,
      asked: { answers, event },
      papers: papers[procedure].map((kind) => ({ kind, state: 'provided' as const })),
      isComplete: true,
    }),
  )
  return id
}

export async function givenRelief(
  officer: World,
  personId: string,
  relief: string,
): Promise<api.ApplicationId> {
  const { id } = await officer.call(
    api.submitApplication,
    fileOf(personId, {
      procedure: 'emergency_relief',
      asked: { answers: { relief } },
      papers: relief === 'injury' ? [{ kind: 'treatment_record', state: 'provided' }] : [],
    }),
  )
  expect(await versionOf(officer, id)).toBe(1)
  return id
}
