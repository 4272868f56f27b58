import { describe, expect } from 'vitest'
import { listOneOffsDue } from '#modules/entitlement'
import { test } from '#testing/world'
import * as api from '../contract.ts'
import { propose, sign, wordsOf } from '../testing-decisions.ts'
import { buried, givenFile } from '../testing-support.ts'
import { givenPerson, staffOf, tamSon } from '../testing.ts'

describe('support after a death in a disaster', () => {
  const event = { on: '2026-11-18', cause: 'disaster' }
  const draft = (payee: object, more: object = {}) =>
    ({
      action: 'propose',
      kind: 'support',
      detail: { kind: 'support', event: { ...event, ...more }, payee, amount: null },
    }) as never

  test('is not for somebody alive: of who is missing it says what it rests on, and they receive nothing', async ({
    world,
  }) => {
    const { officer, chair } = await staffOf(world)
    const personId = await givenPerson(world.ctx, { areaId: tamSon })
    const id = await givenFile(officer, 'emergency_death', personId, {})
    const self = { kind: 'person', personId, relation: null }
    for (const [given, problem] of [
      [draft(buried), 'deviation_needs_reason'],
      [draft(self), 'payee_not_living'],
      [draft(buried, { nobodyBuries: true }), 'event_incomplete'],
    ] as const)
      await expect(propose(officer, id, given)).rejects.toThrow(`applications.${problem}`)
    const deviation = 'Quyết định của Tòa án số 12 tuyên bố mất tích.'
    const { proposalId } = await propose(officer, id, { ...(draft(buried) as object), deviation } as never)
    expect((await chair.call(api.listProposals, {})).rows).toMatchObject([
      { isSafe: false, isNotDead: true, terms: { once: 27_000_000 } },
    ])
    const { documentId } = await sign(chair, proposalId)
    const words = await wordsOf(world, documentId)
    expect(words).toContain('hỗ trợ khẩn cấp khi có người chết, mất tích')
    expect(words).toContain('và Phùng Văn Hùng chịu trách nhiệm thi hành')
    expect(words).not.toContain('mai táng')
  })

  test('rests on the death in the register, by its day', async ({ world }) => {
    const { officer } = await staffOf(world)
    const personId = await givenPerson(world.ctx, { areaId: tamSon, diedOn: '2026-11-18' })
    const id = await givenFile(officer, 'emergency_death', personId, {})
    await expect(propose(officer, id, draft(buried, { on: '2026-11-17' }))).rejects.toThrow(
      'applications.event_incomplete',
    )
    await propose(officer, id, draft(buried))
  })
})

test('support for a home burnt down goes to the household in need, once for one home', async ({ world }) => {
  const { officer, chair } = await staffOf(world)
  const personId = await givenPerson(world.ctx, { areaId: tamSon })
  const id = await givenFile(officer, 'emergency_housing', personId, {})
  const event = { on: '2026-11-18', cause: 'fire', damage: 'destroyed' }
  const draft = (more: object) =>
    ({
      action: 'propose',
      kind: 'support',
      detail: { kind: 'support', event: { ...event, ...more }, payee: null, amount: null },
    }) as const
  await expect(propose(officer, id, draft({}))).rejects.toThrow('no_right') // G-EMG-8
  const { proposalId } = await propose(officer, id, draft({ isInHardship: true }))
  await sign(chair, proposalId)
  expect(await listOneOffsDue(world.ctx, { areaIds: [tamSon] })).toMatchObject([
    { rule: 'EMG-5A', amount: 40_000_000, isHousehold: true },
  ])
})
