import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { listOneOffsDue, listOneOffsOf } from '#modules/entitlement'
import { test } from '#testing/world'
import * as api from '../contract.ts'
import { propose, sign, upheld, versionOf, wordsOf } from '../testing-decisions.ts'
import { buried, givenFile, givenRecipient, paidByLists } from '../testing-support.ts'
import { givenPerson, staffOf, tamSon } from '../testing.ts'

describe('funeral support', () => {
  test('is computed by the law of the death, due to whoever buried, and given once', async ({ world }) => {
    const { officer, chair } = await staffOf(world)
    const personId = await givenRecipient(world, '2026-11-10')
    const id = await givenFile(officer, 'funeral_support', personId, { who_died: 'allowance' })
    const detail = { kind: 'support', event: {}, payee: buried, amount: null } as never
    const preview = await officer.call(api.previewDecision, { id, kind: 'support', detail })
    expect(preview).toMatchObject({
      isRight: true,
      terms: {
        once: 10_800_000,
        given: [{ rule: 'FUN-01', amount: 10_800_000, quantity: '20 × 540.000 đồng' }],
      },
    })
    const { proposalId } = await propose(officer, id, { action: 'propose', kind: 'support', detail })
    const { documentId, number } = await sign(chair, proposalId)
    expect(number).toBe('01/QĐ-UBND')
    expect(await wordsOf(world, documentId)).toMatch(/10\.800\.000 đồng.*Phùng Văn Hùng.*con/)

    const due = await listOneOffsDue(world.ctx, { areaIds: [tamSon] })
    expect(due).toMatchObject([
      {
        personId,
        rule: 'FUN-01',
        amount: 10_800_000,
        event: 'death',
        eventOn: '2026-11-10',
        payee: { fullName: 'Phùng Văn Hùng', number: '026070001234' },
        state: 'due',
      },
    ])
    await paidByLists(world, due[0]!.id)

    const again = await givenFile(officer, 'funeral_support', personId, { who_died: 'allowance' })
    await expect(propose(officer, again, { action: 'propose', kind: 'support', detail })).rejects.toThrow(
      'applications.given_before',
    )
  })

  test('is given anew after an upheld appeal while it is unpaid, and never refused away once it is paid', async ({
    world,
  }) => {
    const { officer, chair } = await staffOf(world)
    const personId = await givenRecipient(world, '2026-11-10')
    const id = await givenFile(officer, 'funeral_support', personId, { who_died: 'allowance' })
    const detail = { kind: 'support', event: {}, payee: buried, amount: null } as never
    const support = { action: 'propose', kind: 'support', detail } as const
    await sign(chair, (await propose(officer, id, support)).proposalId)
    const states = async () => (await listOneOffsOf(world.ctx, [personId])).map(({ state }) => state)
    const refusal = {
      action: 'propose_refusal',
      kind: 'refuse',
      reasons: ['Người khác lo mai táng.'],
    } as const

    await upheld(world, id)
    await expect(propose(officer, id, refusal)).rejects.toThrow('applications.deviation_needs_reason')
    await sign(chair, (await propose(officer, id, support)).proposalId)
    expect(await states()).toEqual(['cancelled', 'due'])

    await upheld(world, id)
    const deviation = 'Người khác lo mai táng.'
    const { documentId } = await sign(
      chair,
      (await propose(officer, id, { ...refusal, deviation })).proposalId,
    )
    expect(await states()).toEqual(['cancelled', 'cancelled'])
    expect(await wordsOf(world, documentId)).toContain('chưa chi và được hủy')

    await upheld(world, id)
    await sign(chair, (await propose(officer, id, support)).proposalId)
    await paidByLists(world, (await listOneOffsDue(world.ctx, { areaIds: [tamSon] }))[0]!.id)
    await upheld(world, id)
    for (const wish of [support, { ...refusal, deviation }])
      await expect(propose(officer, id, wish)).rejects.toThrow('applications.paid_before')
  })

  test('goes to another payee by a decision of its own once the first has died unpaid', async ({ world }) => {
    const { officer, chair } = await staffOf(world)
    const personId = await givenRecipient(world, '2026-11-10')
    const son = await givenPerson(world.ctx, { areaId: tamSon })
    const id = await givenFile(officer, 'funeral_support', personId, { who_died: 'allowance' })
    const to = (payee: object) =>
      propose(officer, id, {
        action: 'propose',
        kind: 'support',
        detail: { kind: 'support', event: {}, payee, amount: null } as never,
      })
    const first = await sign(chair, (await to({ kind: 'person', personId: son, relation: 'con' })).proposalId)
    const again = async () =>
      officer.call(api.decideAgain, {
        id,
        version: await versionOf(officer, id),
        reason: 'Trích lục khai tử số 9.',
        requestId: crypto.randomUUID(),
      })
    await expect(again()).rejects.toThrow('applications.payee_living')
    expect(await officer.call(api.getApplication, { id })).toMatchObject({ unpaid: null })
    await sql`update people.person set died_on = '2026-11-21' where id = ${son}`.execute(world.ctx.db())
    expect(await officer.call(api.getApplication, { id })).toMatchObject({
      unpaid: { amount: 10_800_000, payee: 'Phùng Thị Mận', diedOn: '2026-11-21' },
    })
    await again()
    await expect(to({ kind: 'person', personId: son, relation: 'con' })).rejects.toThrow('payee_not_living')
    const { number, documentId } = await sign(chair, (await to(buried)).proposalId)
    expect(await wordsOf(world, first.documentId)).not.toContain('thay thế')
    expect(await wordsOf(world, documentId)).toContain(`thay thế Quyết định số ${first.number}`)
    expect(await listOneOffsOf(world.ctx, [personId])).toMatchObject([
      { state: 'cancelled', payeeId: son },
      { state: 'due', payee: { fullName: buried.fullName } },
    ])
    const { documents, unpaid } = await officer.call(api.getApplication, { id })
    expect(documents.find((one) => one.id === first.documentId)).toMatchObject({
      superseded: { why: 'replaced', by: { number } },
    })
    // Of whom the register does not know, the office says it: and the same name is not paid again.
    expect(unpaid).toMatchObject({ payee: buried.fullName, diedOn: null })
    await again()
    await expect(to(buried)).rejects.toThrow('applications.payee_not_living')
    await paidByLists(world, (await listOneOffsDue(world.ctx, { areaIds: [tamSon] }))[0]!.id)
    await expect(again()).rejects.toThrow('applications.nothing_unpaid')
  })

  test('waits for the death in the register, for a payee, and never goes below the least', async ({
    world,
  }) => {
    const { officer } = await staffOf(world)
    const alive = await givenRecipient(world)
    const id = await givenFile(officer, 'funeral_support', alive, { who_died: 'allowance' })
    const detail = (more: object = {}) =>
      ({ kind: 'support', event: { on: '2026-11-10' }, payee: buried, amount: null, ...more }) as never
    await expect(
      propose(officer, id, { action: 'propose', kind: 'support', detail: detail() }),
    ).rejects.toThrow('applications.event_incomplete')
    const dead = await givenRecipient(world, '2026-11-10')
    const other = await givenFile(officer, 'funeral_support', dead, { who_died: 'allowance' })
    for (const [more, problem] of [
      [{ payee: null }, 'payee_needed'],
      [{ amount: 10_000_000 }, 'below_least'],
      [{ amount: 15_000_000 }, 'deviation_needs_reason'],
    ] as const)
      await expect(
        propose(officer, other, { action: 'propose', kind: 'support', detail: detail(more) }),
      ).rejects.toThrow(`applications.${problem}`)
  })

  test('that the law does not give is refused in writing, and no award is touched', async ({ world }) => {
    const { officer, chair } = await staffOf(world)
    const personId = await givenPerson(world.ctx, { areaId: tamSon, diedOn: '2026-11-10' })
    const id = await givenFile(officer, 'funeral_support', personId, { who_died: 'survivor' })
    const detail = { kind: 'support', event: {}, payee: buried, amount: null } as never
    await expect(propose(officer, id, { action: 'propose', kind: 'support', detail })).rejects.toThrow(
      'no_right',
    )
    const { proposalId } = await propose(officer, id, {
      action: 'propose_refusal',
      kind: 'refuse',
      reasons: ['Người mất không hưởng trợ cấp hằng tháng.'],
    })
    const { number, documentId } = await sign(chair, proposalId)
    expect(number).toBe('01/TB-UBND')
    expect(await wordsOf(world, documentId)).toContain('không đủ điều kiện hưởng hỗ trợ chi phí mai táng')
  })
})

test('what is decided about a support is asked again when it is signed', async ({ world }) => {
  const { officer, chair } = await staffOf(world)
  const personId = await givenRecipient(world, '2026-11-10')
  const id = await givenFile(officer, 'funeral_support', personId, { who_died: 'allowance' })
  const { proposalId } = await propose(officer, id, {
    action: 'propose',
    kind: 'support',
    detail: { kind: 'support', event: {}, payee: buried, amount: null } as never,
  })
  // It comes out that the award had ended years before.
  await sql`update entitlement.award set during = '[2022-03-01,2023-01-01)', closed_by = opened_by, close_reason = 'other'
    where person_id = ${personId}`.execute(world.ctx.db())
  await expect(sign(chair, proposalId)).rejects.toThrow('applications.facts_changed')
})
