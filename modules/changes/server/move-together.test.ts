import { describe, expect } from 'vitest'
import { civilDate, month } from '#kernel/civil-date'
import { grantAwards } from '#modules/entitlement'
import { membersNow, recordDeath, summariesOf } from '#modules/people'
import { test, type World } from '#testing/world'
import * as files from '../../applications/contract.ts'
import { decided, givenPerson, givenPoorHousehold } from '../../entitlement/testing.ts'
import * as api from '../contract.ts'
import { ask, decide, deskOf, givenRecipient, joinHousehold, tamSon, thoTang } from '../testing.ts'

const from = civilDate('2026-11-02')

describe('several of a household who move by one request', () => {
  test('are seen one by one, with what it costs each and until when each is paid here', async ({ world }) => {
    const { officer } = await deskOf(world)
    const { elder, daughter, stays } = await givenPoorFamily(world)
    const seen = await officer.call(api.previewChange, {
      personId: elder as never,
      change: { ...together(daughter), household: 'own' },
    })
    expect(seen.refusal).toBeNull()
    expect(seen.differences.map(({ field, after }) => [field, after])).toEqual([
      ['home', expect.stringContaining('Thổ Tang')],
      ['home', expect.stringContaining('Thổ Tang')],
      ['household', 'new'],
      ['head', 'Phùng Thị Mận'],
      ['household', 'new'],
    ])
    // The list of poor households stays with those who stay; at 73 the pension rests on it, at 75 it no longer does.
    expect(seen.effects).toMatchObject([
      { person: { id: elder }, component: 'social_pension', before: 540_000, after: 0, isAwarded: true },
      { person: { id: elder }, from: '2028-03', before: 0, after: 540_000, isAwarded: false },
    ])
    expect(seen.handOver).toMatchObject({
      lastMonthHere: '2026-11',
      firstMonthThere: '2026-12',
      people: [{ id: elder }, { id: daughter }],
    })
    expect(await homesOf(world, elder, daughter, stays), 'a preview writes nothing').toEqual([
      tamSon,
      tamSon,
      tamSon,
    ])
  })

  test('go together when somebody else has decided, and each with an award has a file at the new place, once', async ({
    world,
  }) => {
    const [old, next] = [await deskOf(world), await deskOf(world, thoTang)]
    const { elder, daughter, stays } = await givenPoorFamily(world)
    const id = await ask(old.officer, elder, { ...together(daughter), household: 'own' })
    expect(await next.officer.call(api.getRequest, { id })).toMatchObject({
      person: { fullName: null },
      others: 1,
      preview: { handOver: { people: [{ fullName: null }, { fullName: null }] } },
      steps: [],
    })
    await expect(decide(next.chair, id, 'approve')).rejects.toThrow('changes.request_not_found')
    await decide(old.chair, id, 'approve')
    expect(await homesOf(world, elder, daughter, stays)).toEqual([thoTang, thoTang, tamSon])
    expect(await membersNow(world.ctx, { personIds: [elder] })).toMatchObject([
      { personId: elder, isHead: true },
      { personId: daughter, isHead: false, relationToHead: 'con' },
    ])
    expect(await membersNow(world.ctx, { personIds: [stays] })).toMatchObject([{ personId: stays }])
    await world.deliver()
    await world.deliver()
    const { rows } = await next.officer.call(files.listApplications, {})
    expect(rows.map(({ procedure }) => procedure)).toEqual(['residence_transfer', 'residence_transfer'])
    expect(await old.officer.call(api.listRequests, { view: 'decided' })).toMatchObject({
      rows: [{ id, others: 1 }],
    })
  })

  test('go as the household they are where everybody goes', async ({ world }) => {
    const { officer, chair } = await deskOf(world)
    const { elder, daughter, stays } = await givenPoorFamily(world)
    const before = await membersNow(world.ctx, { personIds: [elder] })
    await decide(chair, await ask(officer, elder, together(daughter, stays)), 'approve')
    expect(await homesOf(world, elder, daughter, stays)).toEqual([thoTang, thoTang, thoTang])
    expect(await membersNow(world.ctx, { personIds: [elder] })).toEqual(before)
  })

  test('wait for what is open about any of them, and nobody goes along who belongs elsewhere', async ({
    world,
  }) => {
    const { officer, chair } = await deskOf(world)
    const { elder, daughter } = await givenPoorFamily(world)
    const stranger = await givenPerson(world.ctx, { areaId: tamSon })
    await expect(ask(officer, elder, together(stranger))).rejects.toThrow('changes.not_in_household')
    const alone = await ask(officer, daughter, { kind: 'move', areaId: tamSon, village: 'Thôn Đoài', from })
    const id = await ask(officer, elder, together(daughter))
    expect(await officer.call(api.getRequest, { id })).toMatchObject({ conflicts: [{ id: alone }] })
    await expect(decide(chair, id, 'approve')).rejects.toThrow('changes.conflicting_request')
    await decide(chair, alone, 'reject', 'Cả hai cùng chuyển')
    const death = await ask(officer, daughter, { kind: 'death', diedOn: from })
    await expect(decide(chair, id, 'approve')).rejects.toThrow('changes.conflicting_request')
    await officer.call(api.withdrawRequest, { id: death, note: 'Đã ghi', requestId: crypto.randomUUID() })
    await recordDeath(world.ctx, { personId: daughter as never, diedOn: from, source: 'Trích lục' })
    // The dead belong to no household any more: what was submitted is not what is so.
    await expect(decide(chair, id, 'approve')).rejects.toThrow('changes.not_in_household')
    expect(await homesOf(world, elder, daughter), 'nobody went half the way').toEqual([tamSon, tamSon])
  })

  test('are conflicts of a corrected request too', async ({ world }) => {
    const { officer, chair } = await deskOf(world)
    const { elder, daughter } = await givenPoorFamily(world)
    const id = await ask(officer, elder, { kind: 'move', areaId: thoTang, from })
    await decide(chair, id, 'send_back', 'Con gái có đi cùng không?')
    await officer.call(api.submitRequest, {
      id,
      change: together(daughter),
      evidence: { document: 'Thông báo cư trú' },
      requestId: crypto.randomUUID(),
    })
    const alone = await ask(officer, daughter, { kind: 'move', areaId: tamSon, village: 'Thôn Đoài', from })
    expect(await officer.call(api.getRequest, { id })).toMatchObject({ conflicts: [{ id: alone }] })
  })

  test('join another household, and the rest of theirs stays', async ({ world }) => {
    const { officer, chair } = await deskOf(world)
    const { elder, daughter, stays } = await givenPoorFamily(world)
    const host = await givenPerson(world.ctx, { areaId: tamSon })
    await givenPoorHousehold(world.ctx, host)
    const [{ householdId } = { householdId: '' }] = await membersNow(world.ctx, { personIds: [host] })
    const id = await ask(officer, elder, {
      kind: 'merge_household',
      householdId,
      relationToHead: 'mẹ',
      members: [{ personId: daughter, relationToHead: 'em' }],
      from,
    })
    await decide(chair, id, 'approve')
    const members = await membersNow(world.ctx, { householdIds: [householdId] })
    expect(Object.fromEntries(members.map((one) => [one.personId, one.relationToHead]))).toEqual({
      [host]: 'head',
      [elder]: 'mẹ',
      [daughter]: 'em',
    })
    expect(await membersNow(world.ctx, { personIds: [stays] })).toHaveLength(1)
  })
})

function together(...others: readonly string[]) {
  return {
    kind: 'move' as const,
    areaId: thoTang,
    from,
    members: others.map((personId) => ({ personId, relationToHead: 'con' })),
  }
}

/** A poor household: a woman of 73 with the social pension, her daughter with the allowance, and somebody who stays. */
async function givenPoorFamily(world: World) {
  const elder = await givenPerson(world.ctx, { born: '1953-03-01', areaId: tamSon })
  const stays = await givenPerson(world.ctx, { areaId: tamSon })
  await givenPoorHousehold(world.ctx, elder)
  const daughter = await givenRecipient(world)
  const [{ householdId } = { householdId: '' }] = await membersNow(world.ctx, { personIds: [elder] })
  await joinHousehold(world, householdId, daughter, stays)
  await grantAwards(world.ctx, [
    { personId: elder, benefit: 'social_pension', decision: decided(tamSon), from: month('2025-07') },
  ])
  return { elder, daughter, stays }
}

async function homesOf(world: World, ...ids: readonly string[]): Promise<number[]> {
  const people = await summariesOf(world.ctx, ids)
  return ids.map((id) => people.get(id)!.homeAreaId)
}
