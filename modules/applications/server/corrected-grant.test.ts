import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { test, type World } from '#testing/world'
import { givenPerson, severe } from '../../entitlement/testing.ts'
import * as api from '../contract.ts'
import { fileOf, staffOf, tamSon } from '../testing.ts'
import { awardsOf, dueOf, propose, sign, upheld } from '../testing-decisions.ts'

const months = ['2026-08', '2026-09', '2026-10', '2026-11', '2026-12'] as const

describe('what is paid for the months before a decision that corrects another', () => {
  test('stays as the former grant paid it, once, and the month of the correction is paid once', async ({
    world,
  }) => {
    const { officer, chair } = await staffOf(world)
    const { id, personId } = await givenFile(world)
    await sign(chair, (await propose(officer, id, { action: 'propose', kind: 'grant' })).proposalId)
    // It was signed in September, and an appeal against it is upheld in November.
    await sql`update entitlement.award set during = '[2026-09-01,)' where person_id = ${personId}`.execute(
      world.ctx.db(),
    )
    await upheld(world, id)
    await sign(chair, (await propose(officer, id, { action: 'propose', kind: 'grant' })).proposalId)
    expect((await awardsOf(world, personId)).map(({ during }) => during)).toEqual([
      '[2026-09-01,2026-11-01)',
      '[2026-11-01,)',
    ])
    expect(await paidIn(world, personId)).toEqual([0, 810_000, 810_000, 810_000, 810_000])
  })

  test('is nothing where the former decision was a refusal: the law names the month of the signature (APPEAL-FROM)', async ({
    world,
  }) => {
    const { officer, chair } = await staffOf(world)
    const { id, personId } = await givenFile(world)
    const refusal = {
      action: 'propose_refusal',
      kind: 'refuse',
      reasons: ['Chưa rõ nơi ở.'],
      deviation: 'Chưa xác minh được nơi ở.',
    } as const
    await sign(chair, (await propose(officer, id, refusal)).proposalId)
    expect(await paidIn(world, personId)).toEqual([0, 0, 0, 0, 0])
    await upheld(world, id)
    await sign(chair, (await propose(officer, id, { action: 'propose', kind: 'grant' })).proposalId)
    expect(await paidIn(world, personId)).toEqual([0, 0, 0, 810_000, 810_000])
  })
})

async function givenFile(world: World) {
  const { officer } = await staffOf(world)
  const personId = await givenPerson(world.ctx, { areaId: tamSon, facts: [severe] })
  const { id } = await officer.call(api.submitApplication, fileOf(personId, { isComplete: true }))
  return { id, personId }
}

/** What awards and the law pay for each of the months. */
async function paidIn(world: World, personId: string): Promise<number[]> {
  const paid = []
  for (const month of months)
    paid.push(Object.values(await dueOf(world, personId, month)).reduce((sum, amount) => sum + amount, 0))
  return paid
}
