import { describe, expect } from 'vitest'
import { listOneOffsDue } from '#modules/entitlement'
import { test } from '#testing/world'
import * as api from '../contract.ts'
import { propose, sign } from '../testing-decisions.ts'
import { buried, givenFile } from '../testing-support.ts'
import { givenPerson, staffOf, tamSon } from '../testing.ts'

describe('temporary care', () => {
  test('pays meals by the day to whoever cares, and no day beyond three months (G-CARE-10, G-CARE-11)', async ({
    world,
  }) => {
    const { officer, chair } = await staffOf(world)
    const personId = await givenPerson(world.ctx, { areaId: tamSon })
    const id = await givenFile(officer, 'temporary_care', personId, {}, { reason: 'victim' })
    const draft = (through: string) =>
      ({
        action: 'propose',
        kind: 'support',
        detail: {
          kind: 'support',
          event: { on: '2026-10-10', through, reason: 'victim' },
          payee: buried,
          amount: null,
        },
      }) as never
    await expect(propose(officer, id, draft('2027-01-17'))).rejects.toThrow('stay_too_long')
    const { proposalId } = await propose(officer, id, draft('2026-11-23'))
    await sign(chair, proposalId)
    expect(await listOneOffsDue(world.ctx, { areaIds: [tamSon] })).toMatchObject([
      { rule: 'CARE-E', amount: 4_500_000, payee: { fullName: 'Phùng Văn Hùng' } },
    ])
    expect(await officer.call(api.getApplication, { id })).toMatchObject({ step: { id: 'stay' } })
  })
})
