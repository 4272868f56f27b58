import { describe, expect } from 'vitest'
import { civilDate, month } from '#kernel/civil-date'
import { grantAwards, leaveUnit } from '#modules/entitlement'
import { summariesOf } from '#modules/people'
import { test, type World } from '#testing/world'
import { decided, givenPerson, severe } from '../../entitlement/testing.ts'
import { givenListed } from '../../payroll/testing.ts'
import * as api from '../contract.ts'
import { fileOf, staffOf, tamSon } from '../testing.ts'
import { awardsOf, dueOf, propose, sign, take, wordsOf, upheld } from '../testing-decisions.ts'

/** Phường Vĩnh Yên as it has been since July 2025: somebody who moved there from Tam Sơn asks it. */
const thoTang = 250709112

describe('an allowance that moves', () => {
  test('is ended by the old commune and goes on at the new one: no month twice, and none lost', async ({
    world,
  }) => {
    const old = await staffOf(world, tamSon)
    const next = await staffOf(world, thoTang)
    const { id, personId } = await givenMove(world, next.officer)

    // The file goes to the commune that pays, which alone sees the person; both see the file.
    await take(next.officer, id, 'accept', { otherAreaId: tamSon })
    expect(await next.officer.call(api.getApplication, { id })).toMatchObject({
      step: { id: 'leave' },
      area: { id: tamSon },
      otherArea: { id: thoTang, hasFile: true },
    })
    await old.officer.call(api.matchPerson, {
      id,
      version: 2,
      personId,
      requestId: crypto.randomUUID(),
    })
    await expect(
      propose(old.officer, id, { action: 'sign', kind: 'transfer', detail: { kind: 'transfer' } }),
    ).rejects.toThrow('applications.moved_on_needed')
    const leaving = await propose(old.officer, id, {
      action: 'sign',
      kind: 'transfer',
      detail: { kind: 'transfer', movedOn: civilDate('2026-11-02') },
    })
    expect(await old.officer.call(api.getApplication, { id })).toMatchObject({
      step: { id: 'leave' },
      proposal: { kind: 'transfer', state: 'drafted', terms: { before: 810_000, effective: '2026-12' } },
    })
    const out = await sign(old.chair, leaving.proposalId)
    expect(await wordsOf(world, out.documentId)).toContain('kể từ tháng 12 năm 2026')
    expect(await awardsOf(world, personId)).toEqual([
      {
        benefit: 'monthly_allowance',
        during: '[2022-03-01,2026-12-01)',
        areaId: tamSon,
        closeReason: 'moved',
      },
    ])

    // The register knows the move now, and the new commune the person.
    expect(await next.officer.call(api.getApplication, { id })).toMatchObject({
      step: { id: 'verify' },
      area: { id: thoTang },
      personId,
    })
    // What the old commune ended only goes on: withdrawn or refused it would be paid nowhere.
    await expect(take(next.officer, id, 'withdraw')).rejects.toThrow('applications.action_not_possible')
    await expect(
      propose(next.officer, id, { action: 'propose_refusal', kind: 'refuse', reasons: ['Không đủ.'] }),
    ).rejects.toThrow('applications.action_not_possible')
    await expect(old.officer.call(api.previewDecision, { id, kind: 'transfer' })).resolves.toMatchObject({
      terms: { effective: '2026-12' },
    })
    const arriving = await propose(next.officer, id, { action: 'propose', kind: 'transfer' })
    const here = await sign(next.chair, arriving.proposalId)
    expect(here.number).toBe('01/QĐ-UBND')
    expect(await wordsOf(world, here.documentId)).toContain(`Quyết định số ${out.number}`)
    expect(await awardsOf(world, personId)).toEqual([
      {
        benefit: 'monthly_allowance',
        during: '[2022-03-01,2026-12-01)',
        areaId: tamSon,
        closeReason: 'moved',
      },
      { benefit: 'monthly_allowance', during: '[2026-12-01,)', areaId: thoTang, closeReason: null },
    ])
    const isPaidOnce = async () => {
      for (const paid of ['2026-11', '2026-12', '2027-01'])
        expect(await dueOf(world, personId, paid)).toEqual({ allowance: 810_000 })
    }
    await isPaidOnce()
    // An appeal against the arrival is upheld: another decision of the same file goes on with the same months.
    await upheld(world, id)
    const again = await propose(next.officer, id, { action: 'propose', kind: 'transfer' })
    const anew = await sign(next.chair, again.proposalId)
    expect(anew.number).toBe('02/QĐ-UBND')
    const words = await wordsOf(world, anew.documentId)
    // It takes the place of the arrival, and goes on with what the departure ended.
    expect(words).toMatch(/thay thế Quyết định số 01\/QĐ-UBND[^"]*xã Thổ Tang/)
    expect(words).toMatch(/Quyết định số 01\/QĐ-UBND[^"]*xã Tam Sơn/)
    expect((await awardsOf(world, personId)).map(({ during, areaId }) => [during, areaId])).toEqual([
      ['[2022-03-01,2026-12-01)', tamSon],
      ['[2026-12-01,)', thoTang],
    ])
    await isPaidOnce()
  })

  test('waits at the new commune, with all its papers, for whoever says which one is left', async ({
    world,
  }) => {
    const { officer } = await staffOf(world, thoTang)
    const asked = { ...moveOf(null, thoTang), isComplete: true }
    const { id, dueOn } = await officer.call(api.submitApplication, asked)
    expect(dueOn).toBeNull()
    expect(await officer.call(api.getApplication, { id })).toMatchObject({
      step: { id: 'intake' },
      otherArea: null,
    })
    await take(officer, id, 'accept', { otherAreaId: tamSon })
    expect(await officer.call(api.getApplication, { id })).toMatchObject({ step: { id: 'leave' } })
  })

  test('is paid by the old commune through the month its list gives already, and by the new one from the month after', async ({
    world,
  }) => {
    const old = await staffOf(world, tamSon)
    const next = await staffOf(world, thoTang)
    const { id, personId } = await givenMove(world, next.officer)
    await givenListed(world.ctx, { personId, areaId: tamSon, month: '2026-12' })
    await take(next.officer, id, 'accept', { otherAreaId: tamSon })
    await old.officer.call(api.matchPerson, { id, version: 2, personId, requestId: crypto.randomUUID() })
    const leaving = await propose(old.officer, id, {
      action: 'sign',
      kind: 'transfer',
      detail: { kind: 'transfer', movedOn: civilDate('2026-11-02') },
    })
    const out = await sign(old.chair, leaving.proposalId)
    expect(await wordsOf(world, out.documentId)).toContain('kể từ tháng 01 năm 2027')
    const arriving = await propose(next.officer, id, { action: 'propose', kind: 'transfer' })
    await sign(next.chair, arriving.proposalId)
    expect((await awardsOf(world, personId)).map(({ during, areaId }) => [during, areaId])).toEqual([
      ['[2022-03-01,2027-01-01)', tamSon],
      ['[2027-01-01,)', thoTang],
    ])
    for (const paid of ['2026-11', '2026-12', '2027-01'])
      expect(await dueOf(world, personId, paid)).toEqual({ allowance: 810_000 })
  })

  test('that a former file ended and never brought on is gone on with by a second one', async ({ world }) => {
    const old = await staffOf(world, tamSon)
    const next = await staffOf(world, thoTang)
    const { id, personId } = await givenMove(world, next.officer)
    await take(next.officer, id, 'accept', { otherAreaId: tamSon })
    await old.officer.call(api.matchPerson, { id, version: 2, personId, requestId: crypto.randomUUID() })
    await expect(take(old.officer, id, 'ended_before')).rejects.toThrow('applications.still_paid')
    const decision = decided(tamSon, { source: 'test' })
    await leaveUnit(world.ctx, { personId, decision, lastMonth: month('2026-11') })
    await take(old.officer, id, 'ended_before')
    const { proposalId } = await propose(next.officer, id, { action: 'propose', kind: 'transfer' })
    await sign(next.chair, proposalId)
    expect(await dueOf(world, personId, '2026-12')).toEqual({ allowance: 810_000 })
  })

  test('goes on at the old commune from the month it ended there, where who moved comes back before the new one decided', async ({
    world,
  }) => {
    const old = await staffOf(world, tamSon)
    const next = await staffOf(world, thoTang)
    const { id, personId } = await givenMove(world, next.officer)
    await take(next.officer, id, 'accept', { otherAreaId: tamSon })
    await old.officer.call(api.matchPerson, { id, version: 2, personId, requestId: crypto.randomUUID() })
    const moving = (on: string) => ({ kind: 'transfer' as const, movedOn: civilDate(on) })
    const leaving = await propose(old.officer, id, {
      action: 'sign',
      kind: 'transfer',
      detail: moving('2026-11-02'),
    })
    const out = await sign(old.chair, leaving.proposalId)
    await expect(take(next.officer, id, 'pay_there_again')).rejects.toThrow('applications.reason_needed')
    await take(next.officer, id, 'pay_there_again', { reason: 'Đã về lại Tam Sơn ngày 20/11.' })
    expect(await old.officer.call(api.getApplication, { id })).toMatchObject({
      step: { id: 'take_back' },
      area: { id: tamSon },
    })
    await expect(
      propose(old.officer, id, { action: 'sign', kind: 'transfer', detail: { kind: 'transfer' } }),
    ).rejects.toThrow('applications.moved_on_needed')
    const back = await propose(old.officer, id, {
      action: 'sign',
      kind: 'transfer',
      detail: moving('2026-11-20'),
    })
    const { documentId } = await sign(old.chair, back.proposalId)
    expect(await wordsOf(world, documentId)).toMatch(new RegExp(`tiếp tục hưởng[^|]*${out.number}`))
    expect((await awardsOf(world, personId)).map(({ during, areaId }) => [during, areaId])).toEqual([
      ['[2022-03-01,2026-12-01)', tamSon],
      ['[2026-12-01,)', tamSon],
    ])
    for (const paid of ['2026-11', '2026-12', '2027-01'])
      expect(await dueOf(world, personId, paid)).toEqual({ allowance: 810_000 })
    expect((await summariesOf(world.ctx, [personId])).get(personId)?.homeAreaId).toBe(tamSon)
    await take(old.officer, id, 'hand_over')
  })

  test('is refused where nothing is paid, or both communes are one', async ({ world }) => {
    const { officer } = await staffOf(world)
    const personId = await givenPerson(world.ctx, { areaId: tamSon, facts: [severe] })
    const { id } = await officer.call(api.submitApplication, moveOf(personId, tamSon))
    await expect(take(officer, id, 'accept')).rejects.toThrow('applications.other_unit_needed')
    await expect(take(officer, id, 'accept', { otherAreaId: tamSon })).rejects.toThrow(
      'applications.not_moving',
    )
  })

  test('is signed by nobody but the chair of the unit that is left', async ({ world }) => {
    const old = await staffOf(world, tamSon)
    const next = await staffOf(world, thoTang)
    const { id, personId } = await givenMove(world, next.officer)
    await take(next.officer, id, 'accept', { otherAreaId: tamSon })
    await old.officer.call(api.matchPerson, { id, version: 2, personId, requestId: crypto.randomUUID() })
    const { proposalId } = await propose(old.officer, id, {
      action: 'sign',
      kind: 'transfer',
      detail: { kind: 'transfer', movedOn: civilDate('2026-11-02') },
    })
    await expect(sign(next.chair, proposalId)).rejects.toThrow(/proposal_not_found|not_competent/)
  })
})

async function givenMove(world: World, officer: World) {
  const personId = await givenPerson(world.ctx, { areaId: tamSon, facts: [severe] })
  await grantAwards(world.ctx, [
    {
      personId,
      benefit: 'monthly_allowance',
      from: month('2022-03'),
      decision: decided(tamSon, { source: 'test' }),
    },
  ])
  // The new commune writes down who asks: the register does not know yet that they live there.
  const { id } = await officer.call(api.submitApplication, moveOf(null, thoTang))
  return { id, personId }
}

function moveOf(personId: string | null, areaId: number) {
  return fileOf(personId, {
    procedure: 'residence_transfer',
    areaId,
    asked: {},
    papers: [
      { kind: 'residence', state: 'provided' },
      { kind: 'identity', state: 'provided' },
    ],
  })
}
