import { describe, expect } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { test, type World } from '#testing/world'
import { givenPerson } from '../../entitlement/testing.ts'
import * as api from '../contract.ts'
import { fileOf, staffOf, tamSon } from '../testing.ts'
import { act, awardsOf, dueOf, propose, sign, take, wordsOf } from '../testing-decisions.ts'
import {
  there,
  givenFacility,
  fileOfDanger,
  givenRecipient,
  givenFile,
  matchFor,
} from '../testing-facilities.ts'

describe('an admission', () => {
  test('is decided by the head of the facility: nursed from then on, and the community ends', async ({
    world,
  }) => {
    const { officer, chair } = await staffOf(world)
    const { head, facilityId } = await givenFacility(world)
    const personId = await givenRecipient(world)
    const id = await givenFile(officer, personId)
    const detail = { kind: 'admit', facilityId, group: 'A', from: civilDate('2026-11-25') } as const
    const draft = { action: 'propose', kind: 'admit', detail } as const
    // Severely disabled, and not exceptionally so: no fact opens a place, so it is said why, and read by itself.
    await expect(propose(officer, id, draft)).rejects.toThrow('deviation_needs_reason')
    expect(await officer.call(api.previewDecision, { id, kind: 'admit', detail })).toMatchObject({
      isRight: false,
      difference: 'no_place',
    })
    const deviation = 'Sống một mình, không tự chăm sóc được.'
    const { proposalId } = await propose(officer, id, { ...draft, deviation })
    expect(await officer.call(api.getApplication, { id })).toMatchObject({
      step: { id: 'decide' },
      otherArea: { id: tamSon, hasFile: true },
      proposal: { terms: { monthly: 2_160_000, before: 810_000 } },
    })
    await expect(sign(chair, proposalId)).rejects.toThrow(/proposal_not_found|not_competent/)
    const { number, documentId } = await sign(head, proposalId)
    expect(number).toBe('01/QĐ-TTBTXH')
    expect(await wordsOf(world, documentId)).toContain('Trung tâm Bảo trợ xã hội tỉnh Phú Thọ')
    expect(await awardsOf(world, personId)).toMatchObject([
      { benefit: 'facility_care', during: '[2026-11-01,)' },
      { benefit: 'monthly_allowance', during: '[2022-03-01,2026-12-01)' },
    ])
    // C20: the month of the admission still pays at home, the next the nursing, and none of them both.
    expect(await dueOf(world, personId, '2026-11')).toEqual({ allowance: 810_000 })
    expect(await dueOf(world, personId, '2026-12')).toEqual({ nursing: 2_160_000 })
    await leavesAgain(world, { head, personId, facilityId })
  })

  test('waits while every place is taken, but for whoever is in danger', async ({ world }) => {
    const { officer } = await staffOf(world)
    const { head, staff, facilityId } = await givenFacility(world, { places: 1 })
    const admit = async (group: 'B' | 'D') => {
      const personId = await givenRecipient(world)
      const id = await givenFile(officer, personId, 'voluntary')
      await take(officer, id, 'accept_contract', { otherAreaId: there })
      const detail = { kind: 'admit', facilityId, group, from: civilDate('2026-11-23') } as const
      return propose(staff, id, { action: 'sign', kind: 'admit', detail })
    }
    const [first, second] = [await admit('D'), await admit('D')]
    await sign(head, first.proposalId)
    expect((await officer.call(api.listFacilities, {})).facilities).toMatchObject([
      { places: 1, residents: 1 },
    ])
    await expect(sign(head, second.proposalId)).rejects.toThrow('applications.facility_full')
    await expect(admit('D')).rejects.toThrow('applications.facility_full')
    await sign(head, (await admit('B')).proposalId)
  })

  test('at one’s own cost opens nothing and ends no allowance', async ({ world }) => {
    const { officer } = await staffOf(world)
    const { head, staff, facilityId } = await givenFacility(world)
    const personId = await givenRecipient(world)
    const id = await givenFile(officer, personId, 'voluntary')
    await take(officer, id, 'accept_contract', { otherAreaId: there })
    const { proposalId } = await propose(staff, id, {
      action: 'sign',
      kind: 'admit',
      detail: { kind: 'admit', facilityId, group: 'D', from: civilDate('2026-11-25') },
    })
    await sign(head, proposalId)
    expect(await awardsOf(world, personId)).toMatchObject([
      { benefit: 'monthly_allowance', during: '[2022-03-01,)' },
    ])
    expect(await dueOf(world, personId, '2026-12')).toEqual({ allowance: 810_000 })
  })

  test('because of danger comes first and the file after, three months at most; then one stays by a decision', async ({
    world,
  }) => {
    const { head, staff, facilityId } = await givenFacility(world)
    const personId = await givenPerson(world.ctx, { areaId: there, born: '1990-01-01' })
    const { id } = await staff.call(api.submitApplication, fileOfDanger(personId))
    const first = await propose(staff, id, {
      action: 'admit',
      kind: 'admit',
      detail: { kind: 'admit', facilityId, group: 'B', from: civilDate('2026-11-23') },
    })
    await sign(head, first.proposalId)
    expect(await dueOf(world, personId, '2026-12')).toEqual({ nursing: 2_160_000 })
    expect(await dueOf(world, personId, '2027-03')).toEqual({})
    await take(staff, id, 'file_complete')
    const stays = await propose(staff, id, {
      action: 'stay_on',
      kind: 'admit',
      reasons: ['Chưa có nơi về.'],
      detail: { kind: 'admit', facilityId, group: 'C', from: civilDate('2026-12-01') },
    })
    await sign(head, stays.proposalId)
    expect(await dueOf(world, personId, '2027-03')).toEqual({ nursing: 2_160_000 })
  })
})

describe('a step of the head of a facility', () => {
  test('is taken by the head, not by the staff nor by the chair of the commune', async ({ world }) => {
    const { head, staff } = await givenFacility(world)
    const personId = await givenPerson(world.ctx, { areaId: there, born: '1990-01-01' })
    const { id, version, dueOn } = await staff.call(api.submitApplication, {
      ...fileOfDanger(personId),
      isComplete: true,
    })
    // Complete only with the admission itself: it is there, and waits for it.
    expect({ version, dueOn }).toEqual({ version: 1, dueOn: null })
    const { chair } = await staffOf(world, there)
    const decline = { ...act(id, 1, 'decline'), reason: 'Đã có người thân đón về.' }
    await expect(staff.call(api.takeAction, decline)).rejects.toThrow('not_competent')
    await expect(chair.call(api.takeSignersAction, decline)).rejects.toThrow('not_competent')
    const { actions } = await staff.call(api.getApplication, { id })
    expect(actions.map(({ id, needs }) => [id, needs])).toEqual([
      ['admit', 'sign'],
      ['decline', 'sign'],
    ])
    await head.call(api.takeSignersAction, decline)
    expect(await staff.call(api.getApplication, { id })).toMatchObject({ outcome: 'not_received' })
  })
})

/** Whoever leaves is nursed through the month, and the file for home is there the same day. */
async function leavesAgain(
  world: World,
  { head, personId, facilityId }: { head: World; personId: string; facilityId: string },
) {
  expect(facilityId).toBeTruthy()
  const { staff } = await givenFacility(world)
  const { id } = await staff.call(
    api.submitApplication,
    fileOf(null, { procedure: 'facility_discharge', areaId: there, asked: {}, papers: [], isComplete: true }),
  )
  // The file is about whoever lives there: the facility has the file, and with it sight of the person.
  await matchFor(world, id, personId)
  const { proposalId } = await propose(staff, id, {
    action: 'propose',
    kind: 'discharge',
    reasons: ['Có người nhận chăm sóc.'],
    detail: { kind: 'discharge', on: civilDate('2026-12-10'), ground: 'asked_for' },
  })
  const { documentId } = await sign(head, proposalId)
  expect(await wordsOf(world, documentId)).toContain('đến hết tháng 12 năm 2026')
  expect(await dueOf(world, personId, '2026-12')).toEqual({ nursing: 2_160_000 })
  expect(await awardsOf(world, personId)).toContainEqual(
    expect.objectContaining({ benefit: 'facility_care', during: '[2026-11-01,2027-01-01)' }),
  )
  const { officer, chair } = await staffOf(world)
  const { rows } = await officer.call(api.listApplications, { procedure: 'monthly_allowance' })
  expect(rows).toMatchObject([{ personId, step: { id: 'intake' } }])
  expect(chair).toBeTruthy()
}
