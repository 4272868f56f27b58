import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { membersNow, tiesNow } from '#modules/people'
import { test, type World } from '#testing/world'
import { givenPerson, givenPoorHousehold } from '../../entitlement/testing.ts'
import * as payments from '../../payments/contract.ts'
import * as api from '../contract.ts'
import { ask, decide, deskOf, givenHousehold, givenRecipient, paper, tamSon } from '../testing.ts'

const from = civilDate('2026-11-02')

describe('a head who leaves while others stay', () => {
  test('leaves no household headless unsaid: who follows is named, or it stands among what changes', async ({
    world,
  }) => {
    const { officer, chair } = await deskOf(world)
    const { head, son, daughter } = await givenFamily(world)
    const silent = await officer.call(api.previewChange, {
      personId: head as never,
      change: { kind: 'remove_member', from },
    })
    expect(silent.differences).toContainEqual({
      field: 'head_of_rest',
      about: null,
      before: 'Phùng Thị Mận',
      after: null,
    })
    const stranger = await givenPerson(world.ctx, { areaId: tamSon })
    for (const nextHeadId of [stranger, head])
      await expect(ask(officer, head, { kind: 'remove_member', from, nextHeadId })).rejects.toThrow(
        'changes.next_head_not_staying',
      )
    await expect(
      ask(officer, son, { kind: 'remove_member', from, nextHeadId: daughter }),
      'the head stays',
    ).rejects.toThrow('changes.next_head_not_staying')
    const id = await ask(officer, head, {
      kind: 'split_household',
      members: [{ personId: daughter, relationToHead: 'con' }],
      from,
      nextHeadId: son,
    })
    await decide(chair, id, 'approve')
    expect(await headsOf(world, head, daughter, son)).toEqual([head, head, son])
  })

  test('by death passes the household on, and comes back into it where the death was none', async ({
    world,
  }) => {
    const { officer, chair } = await deskOf(world)
    const { head, son, daughter } = await givenFamily(world)
    const death = await ask(officer, head, {
      kind: 'death',
      diedOn: civilDate('2026-11-23'),
      nextHeadId: son,
    })
    await decide(chair, death, 'approve')
    expect(await headsOf(world, son, daughter)).toEqual([son, son])
    await decide(chair, await ask(officer, head, { kind: 'alive' }), 'approve')
    const members = await membersNow(world.ctx, { personIds: [head] })
    expect(members.find(({ personId }) => personId === head)).toMatchObject({
      isHead: false,
      relationToHead: 'chủ hộ cũ',
    })
    expect(await headsOf(world, head)).toEqual([son])
  })
})

test('a child heads no household in which somebody is of age, and one that has lost them', async ({
  world,
}) => {
  const { officer, chair } = await deskOf(world)
  const [head, child] = [
    await givenPerson(world.ctx, { areaId: tamSon }),
    await givenPerson(world.ctx, { born: '2016-04-02', areaId: tamSon }),
  ]
  await givenHousehold(world, head, child)
  const wished: api.Change[] = [
    { kind: 'change_head', formerHeadBecomes: 'mẹ', from },
    { kind: 'split_household', members: [{ personId: head, relationToHead: 'mẹ' }], from },
  ]
  for (const change of wished)
    await expect(ask(officer, child, change)).rejects.toThrow('people.head_not_of_age')
  const death = { kind: 'death', diedOn: civilDate('2026-11-20'), nextHeadId: child } as const
  await decide(chair, await ask(officer, head, death), 'approve')
  expect(await headsOf(world, child)).toEqual([child])
})

describe('another guardian', () => {
  test('follows by a decision of somebody else, and through whose hands the money goes is asked for at once', async ({
    world,
  }) => {
    const { officer, chair } = await deskOf(world)
    const ward = await givenRecipient(world)
    const [aunt, uncle] = [
      await givenPerson(world.ctx, { areaId: tamSon }),
      await givenPerson(world.ctx, { born: '1979-02-01', areaId: tamSon }),
    ]
    const child = await givenPerson(world.ctx, { born: '2010-01-01', areaId: tamSon })
    await expect(
      officer.call(api.previewChange, {
        personId: ward as never,
        change: { kind: 'guardian', guardianId: child, from },
      }),
    ).resolves.toMatchObject({ refusal: 'changes.guardian_not_able' })

    const first = {
      kind: 'guardian',
      guardianId: aunt,
      from: civilDate('2026-10-01'),
      receives: true,
    } as const
    const seen = await officer.call(api.previewChange, { personId: ward as never, change: first })
    expect(seen).toMatchObject({
      refusal: null,
      differences: [{ field: 'guardian', before: null, after: 'Phùng Thị Mận (1984)' }],
      receiving: [
        { benefit: 'monthly_allowance', payee: { isSelf: true }, receiver: null, becomes: 'asked' },
      ],
    })
    expect(await waysOf(world, ward), 'a preview asks for nothing').toEqual([])
    await decide(chair, await ask(officer, ward, first), 'approve')
    expect(await guardiansOf(world, ward)).toEqual([aunt])
    expect(
      await officer.call(api.previewChange, {
        personId: aunt as never,
        change: { kind: 'guardian', guardianId: ward, from },
      }),
      'a circle of guardians',
    ).toMatchObject({ refusal: 'changes.guardian_not_able' })
    expect(await waysOf(world, ward)).toMatchObject([
      {
        state: 'asked',
        asked: { by: { name: 'Nguyễn Thị Lan' } },
        after: {
          channel: 'cash_point',
          receiver: { role: 'guardian', document: `${paper.document} ${paper.number}`, until: null },
        },
      },
    ])

    await sql`insert into payroll.channel (person_id, method, receiver)
      select person_id, 'cash', after -> 'receiver' from payments.way_request where person_id = ${ward}`.execute(
      world.ctx.db(),
    )
    const next = { kind: 'guardian', guardianId: uncle, from } as const
    expect(await officer.call(api.previewChange, { personId: ward as never, change: next })).toMatchObject({
      differences: [{ before: 'Phùng Thị Mận (1984)', after: 'Phùng Thị Mận (1979)' }],
      receiving: [{ receiver: 'Phùng Thị Mận', becomes: 'given_back' }],
    })
    await decide(chair, await ask(officer, ward, next), 'approve')
    expect(await guardiansOf(world, ward)).toEqual([uncle])
    const [newest] = await waysOf(world, ward)
    expect(newest).toMatchObject({ state: 'asked', after: { receiver: null } })
  })
})

describe('the one work-list', () => {
  test('shows what waits of the register and of the ways to be paid, by the time it was asked for', async ({
    world,
  }) => {
    const { officer, chair } = await deskOf(world)
    const asking = world.as({
      ...officer.ctx.actor,
      can: [...officer.ctx.actor.permissions, 'payroll.read', 'payments.ask_way'],
    } as never)
    const personId = await givenRecipient(world)
    const first = await ask(officer, personId, { kind: 'identity', fullName: 'Phùng Thị Mận Hồng' })
    const { id: way } = await asking.call(payments.askForWay, {
      personId,
      way: { receiver: null, by: { channel: 'cash_home' } },
      evidence: 'Đơn của bà Mận',
      requestId: crypto.randomUUID(),
    })
    const last = await ask(officer, personId, { kind: 'death', diedOn: from })
    const waiting = await asking.call(api.listRequests, { view: 'submitted' })
    expect(waiting.rows.map(({ id, kind }) => [id, kind])).toEqual([
      [first, 'identity'],
      [way, 'way'],
      [last, 'death'],
    ])
    expect(waiting.counts).toEqual({ found: 0, submitted: 3 })
    const rest = await asking.call(api.listRequests, { view: 'submitted', after: first })
    expect(rest.rows.map(({ id }) => id)).toEqual([way, last])
    expect((await asking.call(api.listRequests, { view: 'mine' })).rows.map(({ id }) => id)).toContain(way)
    const { rows, counts } = await chair.call(api.listRequests, { view: 'submitted' })
    expect(
      rows.map(({ id }) => id),
      'whoever may not read how people are paid',
    ).toEqual([first, last])
    expect(counts.submitted).toBe(2)
  })
})

describe('what a change comes to', () => {
  test('is told of whoever is given nothing yet but would have a right from then on', async ({ world }) => {
    const { officer } = await deskOf(world)
    const [wife, husband, host] = [
      await givenPerson(world.ctx, { born: '1975-01-01', areaId: tamSon }),
      await givenPerson(world.ctx, { born: '1953-03-01', areaId: tamSon }),
      await givenPerson(world.ctx, { areaId: tamSon }),
    ]
    await givenPoorHousehold(world.ctx, host)
    await givenHousehold(world, wife, husband)
    const [{ householdId: poor } = { householdId: '' }] = await membersNow(world.ctx, { personIds: [host] })
    const { effects } = await officer.call(api.previewChange, {
      personId: wife as never,
      change: { kind: 'merge_household', householdId: poor, relationToHead: 'em', from },
    })
    expect(effects).toMatchObject([
      { person: { id: husband }, component: 'social_pension', before: 0, after: 540_000, isAwarded: false },
    ])
  })
})

/** A woman who heads a household, with a son and a daughter. */
async function givenFamily(world: World) {
  const [head, son, daughter] = [
    await givenPerson(world.ctx, { areaId: tamSon }),
    await givenPerson(world.ctx, { born: '2004-01-01', areaId: tamSon }),
    await givenPerson(world.ctx, { born: '2006-01-01', areaId: tamSon }),
  ]
  await givenHousehold(world, head, son, daughter)
  // Long before anything of this is told.
  await sql`update people.membership set recorded_at = '2021-01-02'`.execute(world.ctx.db())
  return { head, son, daughter }
}

/** The head of the household of each. */
async function headsOf(world: World, ...ids: readonly string[]): Promise<(string | undefined)[]> {
  const heads: (string | undefined)[] = []
  for (const id of ids)
    heads.push((await membersNow(world.ctx, { personIds: [id] })).find(({ isHead }) => isHead)?.personId)
  return heads
}

async function guardiansOf(world: World, personId: string): Promise<string[]> {
  // What ends today binds nobody from now on.
  return (await tiesNow(world.ctx, [personId], ['guardian_of'])).map((tie) => tie.personId)
}

async function waysOf(world: World, personId: string) {
  const reader = world.as({ can: ['payroll.read'] } as never)
  return (await reader.call(payments.getPersonWays, { personId })).requests
}
