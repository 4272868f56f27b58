import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { civilDate, month } from '#kernel/civil-date'
import { grantAwards } from '#modules/entitlement'
import { tiesNow } from '#modules/people'
import { test, type World } from '#testing/world'
import { dueOf } from '../../applications/testing.ts'
import { decided, givenPerson, givenRelation } from '../../entitlement/testing.ts'
import * as people from '../../people/contract.ts'
import * as api from '../contract.ts'
import { ask, decide, deskOf, givenRecipient, tamSon } from '../testing.ts'

const from = civilDate('2026-11-02')

describe('another carer', () => {
  test('ends what the former one is paid, says what a new file would give, and is decided by two', async ({
    world,
  }) => {
    const { officer, chair } = await deskOf(world)
    const { cared, carer, next, child } = await givenCare(world)
    const change = { kind: 'carer', carerId: next, arrangement: 'own_household', from } as const
    const seen = await officer.call(api.previewChange, { personId: cared as never, change })
    expect(seen).toMatchObject({
      refusal: null,
      differences: [{ field: 'carer', before: 'Phùng Thị Mận (1984)', after: 'Phùng Thị Mận (1979)' }],
      effects: [
        { component: 'care', from: '2026-12', through: null, before: 540_000, after: 0, isAwarded: true },
        { component: 'care', from: '2026-12', before: 0, after: 540_000, isAwarded: false },
      ],
      receiving: expect.arrayContaining([
        expect.objectContaining({ benefit: 'care_support', becomes: 'by_decision' }),
        expect.objectContaining({ benefit: 'monthly_allowance', becomes: 'stays' }),
      ]),
    })
    for (const carerId of [cared, child])
      expect(
        await officer.call(api.previewChange, { personId: cared as never, change: { ...change, carerId } }),
      ).toMatchObject({ refusal: 'changes.carer_not_able' })
    const tie = await tieOf(world, cared)
    await expect(
      officer.call(people.endRelation, {
        personId: cared as never,
        relationId: tie!.relationId,
        until: from,
        source: 'Đơn',
      }),
    ).rejects.toThrow('people.second_person_needed')

    const id = await ask(officer, cared, change)
    await expect(decide(officerAsChair(world, officer), id, 'approve')).rejects.toThrow(
      'changes.approver_submitted',
    )
    await decide(chair, id, 'approve')
    expect(await tieOf(world, cared)).toMatchObject({
      personId: next,
      detail: { arrangement: 'own_household' },
    })
    expect((await dueOf(world, cared, '2026-12'))['care']).toBeUndefined()
    expect((await dueOf(world, cared, '2026-11'))['care']).toBe(540_000)
    expect(carer).not.toBe(next)
  })

  test('who received the money of the person in their place does so no more, and is asked to be followed', async ({
    world,
  }) => {
    const { officer, chair } = await deskOf(world)
    const { cared, carer, next } = await givenCare(world)
    const receiver = {
      role: 'carer',
      personId: carer,
      fullName: 'Phùng Thị Mận',
      number: null,
      document: 'Đơn',
      until: null,
    }
    await sql`insert into payroll.channel (person_id, method, receiver)
      values (${cared}, 'cash', ${JSON.stringify(receiver)}::jsonb)`.execute(world.ctx.db())
    const change = { kind: 'carer', carerId: next, from } as const
    const becomesOf = async (differing: object) => {
      const { receiving } = await officer.call(api.previewChange, {
        personId: cared as never,
        change: { ...change, ...differing },
      })
      return receiving.find(({ benefit }) => benefit === 'monthly_allowance')?.becomes
    }
    expect(await becomesOf({})).toBe('given_back')
    expect(await becomesOf({ receives: true })).toBe('asked')
    expect(await becomesOf({ carerId: null })).toBe('given_back')
    await decide(chair, await ask(officer, cared, { ...change, receives: true }), 'approve')
    const { rows } = await sql`
      select state, after -> 'receiver' ->> 'role' as role, after -> 'receiver' ->> 'personId' as person_id
      from payments.way_request where person_id = ${cared}`.execute(world.ctx.db())
    expect(rows).toEqual([{ state: 'asked', role: 'carer', personId: next }])
  })
})

describe('a parent of a child that is no newborn', () => {
  test('is recorded by two where money rests on it, and said from either side', async ({ world }) => {
    const { officer, chair } = await deskOf(world)
    const mother = await givenRecipient(world)
    const child = await givenPerson(world.ctx, { born: '2025-06-01', areaId: tamSon })
    await grantAwards(world.ctx, [
      {
        personId: mother,
        benefit: 'parenting_support',
        decision: decided(tamSon),
        from: month('2025-06'),
      },
    ])
    const born = civilDate('2025-06-01')
    const ofChild = { kind: 'parent', otherId: mother, as: 'parent', from: born } as const
    const seen = await officer.call(api.previewChange, { personId: child as never, change: ofChild })
    expect(seen).toMatchObject({
      refusal: null,
      differences: [{ field: 'parents', before: null, after: 'Phùng Thị Mận (1984)' }],
    })
    expect(seen.effects).toContainEqual(
      expect.objectContaining({ component: 'parenting', from: '2025-06', before: 0, isAwarded: true }),
    )
    const fromBoth = [
      await ask(officer, child, ofChild),
      await ask(officer, mother, { kind: 'parent', otherId: child, as: 'child', from: born }),
    ] as const
    await decide(chair, fromBoth[0], 'approve')
    // The same tie told from the other side is there by now.
    await expect(decide(chair, fromBoth[1], 'approve')).rejects.toThrow('changes.changed_meanwhile')
    expect(await parentsOf(world, child)).toEqual([mother])
    await decide(chair, fromBoth[1], 'reject', 'Đã ghi')

    const aunt = await givenPerson(world.ctx, { areaId: tamSon })
    await decide(
      chair,
      await ask(officer, child, { kind: 'parent', otherId: aunt, as: 'parent', from }),
      'approve',
    )
    expect((await parentsOf(world, child)).toSorted()).toEqual([mother, aunt].toSorted())
    const ends = { kind: 'parent', as: 'parent', ends: true, from: civilDate('2026-11-20') } as const
    const stranger = await givenPerson(world.ctx, { areaId: tamSon })
    await expect(ask(officer, child, { ...ends, otherId: stranger })).rejects.toThrow(
      'changes.nothing_changes',
    )
    await decide(chair, await ask(officer, child, { ...ends, otherId: aunt }), 'approve')
    expect(await parentsOf(world, child)).toEqual([mother])
  })

  test('cannot be younger than the child, nor the child itself', async ({ world }) => {
    const { officer } = await deskOf(world)
    const child = await givenPerson(world.ctx, { born: '2012-06-01', areaId: tamSon })
    const younger = await givenPerson(world.ctx, { born: '2013-06-01', areaId: tamSon })
    const refusalOf = async (otherId: string) =>
      (
        await officer.call(api.previewChange, {
          personId: child as never,
          change: { kind: 'parent', otherId, as: 'parent', from },
        })
      ).refusal
    expect(await refusalOf(younger)).toBe('people.parent_born_after_child')
    expect(await refusalOf(child)).toBe('people.relation_with_self')
  })
})

/** Somebody exceptionally severely disabled with an allowance, and a carer who is paid for the care by a decision. */
async function givenCare(world: World) {
  const cared = await givenPerson(world.ctx, {
    born: '1990-03-01',
    areaId: tamSon,
    facts: [
      {
        kind: 'disability',
        detail: { level: 'exceptionally_severe', types: ['mobility'], issuedOn: '2020-01-01' },
      },
    ],
  })
  const carer = await givenPerson(world.ctx, { areaId: tamSon })
  const next = await givenPerson(world.ctx, { born: '1979-02-01', areaId: tamSon })
  const child = await givenPerson(world.ctx, { born: '2011-02-01', areaId: tamSon })
  await givenRelation(world.ctx, carer, 'cares_for', cared, { arrangement: 'own_household' })
  await grantAwards(world.ctx, [
    { personId: cared, benefit: 'monthly_allowance', decision: decided(tamSon), from: month('2022-03') },
    {
      personId: cared,
      benefit: 'care_support',
      payeeId: carer,
      decision: decided(tamSon),
      from: month('2022-03'),
    },
  ])
  return { cared, carer, next, child }
}

const tieOf = async (world: World, cared: string) =>
  (await tiesNow(world.ctx, [cared], ['cares_for'])).find(({ otherId }) => otherId === cared)

const parentsOf = async (world: World, child: string) =>
  (await tiesNow(world.ctx, [child], ['parent_of'])).map(({ personId }) => personId)

const officerAsChair = (world: World, officer: World) =>
  world.as({
    ...officer.ctx.actor,
    can: ['changes.approve', 'changes.read', 'people.read', 'people.read_confidential'],
  } as never)
