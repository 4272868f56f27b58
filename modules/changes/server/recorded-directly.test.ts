import { describe, expect } from 'vitest'
import { civilDate, month } from '#kernel/civil-date'
import { grantAwards } from '#modules/entitlement'
import { test, type World } from '#testing/world'
import { dueOf } from '../../applications/testing.ts'
import { decided, givenPerson, severe } from '../../entitlement/testing.ts'
import * as people from '../../people/contract.ts'
import * as api from '../contract.ts'
import { ask, decide, deskOf, givenRecipient, tamSon } from '../testing.ts'

const source = 'Giấy tờ'
const heavier = { level: 'exceptionally_severe', types: ['sight'], issuedOn: '2020-01-01' }

describe('what one officer records alone', () => {
  test('is refused where it raises what was and is paid, and comes with a second person', async ({
    world,
  }) => {
    const { officer, chair } = await deskOf(world)
    const id = people.PersonId.parse(await givenRecipient(world))
    const [former] = await circumstancesOf(officer, id)
    const wish = {
      personId: id,
      kind: 'disability',
      detail: heavier,
      from: '2022-03-06',
      replaces: former!.id,
      source,
      requestId: crypto.randomUUID(),
    }
    await expect(officer.call(people.recordCircumstance, wish)).rejects.toMatchObject({
      code: 'people.second_person_needed',
      // Two rises of the standard and one coefficient: 360.000, 500.000 and 540.000 đ, by 1,5 and then by 2,0.
      data: {
        effects: expect.arrayContaining([
          { component: 'allowance', from: '2026-07', through: null, before: 810_000, after: 1_080_000 },
        ]),
      },
    })
    expect(await circumstancesOf(officer, id)).toEqual([former])
    expect(await dueOf(world, id, '2026-12')).toEqual({ allowance: 810_000 })

    const request = await ask(officer, id, {
      kind: 'circumstance',
      circumstance: 'disability',
      detail: heavier,
      from: civilDate('2022-03-06'),
    })
    await expect(decide(asChairToo(world, officer), request, 'approve')).rejects.toThrow(
      'changes.approver_submitted',
    )
    await decide(chair, request, 'approve')
    expect(await dueOf(world, id, '2026-12')).toEqual({ allowance: 1_080_000 })
    expect(await circumstancesOf(officer, id)).toMatchObject([
      { detail: heavier, during: { from: '2022-03-06', until: null } },
      { detail: severe.detail, during: { until: '2022-03-06' } },
    ])
  })

  test.for([
    ['the end of the fact it rests on', 'end'],
    ['a death', 'death'],
    ['another birth, which makes them old', 'birth'],
  ] as const)('is refused where the money rests on it: %s', async ([, what], { world }) => {
    const { officer } = await deskOf(world)
    const id = people.PersonId.parse(await givenRecipient(world))
    const [fact] = await circumstancesOf(officer, id)
    const attempts = {
      end: () =>
        officer.call(people.endCircumstance, {
          personId: id,
          circumstanceId: fact!.id,
          until: '2026-10-01',
          source,
        }),
      death: () => officer.call(people.recordDeath, { personId: id, diedOn: '2026-10-01', source }),
      birth: () => officer.call(people.correctIdentity, { personId: id, born: '1950-05-10', source }),
    }
    await expect(attempts[what]()).rejects.toThrow('people.second_person_needed')
  })

  test('is refused where the money of somebody they are tied to rests on it', async ({ world }) => {
    const { officer } = await deskOf(world)
    const mother = people.PersonId.parse(await givenRecipient(world))
    const child = people.PersonId.parse(await givenPerson(world.ctx, { born: '2025-06-01', areaId: tamSon }))
    const tie = { personId: mother, otherId: child, kind: 'parent_of' as const, from: '2025-06-01', source }
    await givenParentingSupport(world, mother)
    await expect(officer.call(people.recordRelation, tie)).rejects.toThrow('people.second_person_needed')
    expect((await officer.call(people.getPerson, { id: mother })).relations.relatives).toEqual([])
  })

  test('is recorded at once where nobody is paid otherwise', async ({ world }) => {
    const { officer } = await deskOf(world)
    const recipient = people.PersonId.parse(await givenRecipient(world))
    await officer.call(people.recordCircumstance, {
      personId: recipient,
      kind: 'study',
      detail: { level: 'general' },
      from: '2026-09-05',
      source,
    })
    const nobody = people.PersonId.parse(await givenPerson(world.ctx, { areaId: tamSon }))
    await officer.call(people.recordCircumstance, {
      personId: nobody,
      kind: 'disability',
      detail: heavier,
      from: '2022-03-06',
      source,
    })
    expect(await circumstancesOf(officer, nobody)).toHaveLength(1)
  })
})

describe('a circumstance that is asked for', () => {
  test('ends what was, and shows both sides', async ({ world }) => {
    const { officer, chair } = await deskOf(world)
    const id = await givenRecipient(world)
    const ended = {
      kind: 'circumstance',
      circumstance: 'disability',
      detail: null,
      from: '2026-11-10',
    } as const
    const seen = await officer.call(api.previewChange, { personId: id as never, change: ended as never })
    expect(seen.differences).toEqual([
      {
        field: 'circumstance',
        about: null,
        before: JSON.stringify({
          kind: 'disability',
          detail: { issuedOn: '2020-01-01', level: 'severe', types: ['sight'] },
        }),
        after: null,
      },
      { field: 'circumstance_until', about: null, before: null, after: '2026-11-10' },
    ])
    expect(seen.effects).toMatchObject([
      { component: 'allowance', before: 810_000, after: 0, isAwarded: true },
    ])
    await decide(chair, await ask(officer, id, ended as never), 'approve')
    expect(await dueOf(world, id, '2026-12')).toEqual({})
  })

  test('of the poverty list is the household’s, and what cannot be is refused beforehand', async ({
    world,
  }) => {
    const { officer } = await deskOf(world)
    const id = await givenRecipient(world)
    const poor = {
      kind: 'circumstance',
      circumstance: 'poverty',
      detail: { level: 'poor', year: 2026 },
      from: '2026-01-01',
    } as const
    const seen = await officer.call(api.previewChange, { personId: id as never, change: poor as never })
    expect(seen.refusal).toBe('people.no_household')
    await expect(
      ask(officer, id, { ...poor, circumstance: 'pension', detail: { monthly: -1 } } as never),
    ).rejects.toThrow('people.circumstance_detail_wrong')
  })

  test('and is confidential is read by nobody who may not read the fact', async ({ world }) => {
    const { officer } = await deskOf(world)
    const id = await givenRecipient(world)
    const request = await ask(officer, id, {
      kind: 'circumstance',
      circumstance: 'hiv',
      detail: {},
      from: civilDate('2026-11-01'),
    })
    const reader = world.as({ can: ['changes.read', 'people.read'] })
    await expect(reader.call(api.getRequest, { id: request })).rejects.toThrow('forbidden')
  })
})

const circumstancesOf = async (officer: World, id: people.PersonId) =>
  (await officer.call(people.getPerson, { id })).circumstances

const asChairToo = (world: World, officer: World) =>
  world.as({
    ...officer.ctx.actor,
    can: ['changes.approve', 'changes.read', 'people.read', 'people.read_confidential'],
  } as never)

/** The support for a parent with a disability who brings up a child under 36 months. */
function givenParentingSupport(world: World, personId: string) {
  return grantAwards(world.ctx, [
    { personId, benefit: 'parenting_support', decision: decided(tamSon), from: month('2025-06') },
  ])
}
