import { describe, expect } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { test, type World } from '#testing/world'
import * as operations from '../contract.ts'
import type { PersonId } from '../contract.ts'
import { pageOf, recorder, register, source } from '../testing.ts'

test('nobody who has a guardian is one, and nobody is married to two at a time', async ({ world }) => {
  const [one, other, third] = [
    await register(world, { fullName: 'Trần Văn Nam', sex: 'male', born: '1965-05-05' }),
    await register(world, { fullName: 'Lê Thị Hai', born: '1966-01-02' }),
    await register(world, { fullName: 'Lê Thị Ba', born: '1967-01-02' }),
  ]
  const relate = (kind: string, personId: PersonId, otherId: PersonId) =>
    recorder(world).call(operations.recordRelation, {
      personId,
      otherId,
      kind: kind as never,
      from: '2019-01-01',
      source,
    })
  await relate('guardian_of', one, other)
  await expect(relate('guardian_of', other, one)).rejects.toMatchObject({
    code: 'people.guardian_has_guardian',
  })
  await relate('spouse_of', one, other)
  for (const pair of [
    [one, third],
    [third, other],
  ] as const)
    await expect(relate('spouse_of', ...pair)).rejects.toMatchObject({ code: 'people.already_married' })
})

test('relations stand in their own lists, for both sides, once', async ({ world }) => {
  const { mother, son, relate } = await givenMotherAndSon(world)
  await relate({ personId: son, otherId: mother, kind: 'collects_for', from: '2026-01-01' })
  const { relationId } = await relate({
    personId: son,
    otherId: mother,
    kind: 'cares_for',
    from: '2026-01-01',
  })
  expect((await pageOf(world, mother)).relations).toMatchObject({
    relatives: [{ kind: 'parent_of', side: 'from', other: { id: son, fullName: 'Trần Văn Nam' } }],
    care: [{ kind: 'cares_for', side: 'to' }],
    collectors: [{ kind: 'collects_for', side: 'to' }],
  })
  await expect(relate({})).rejects.toMatchObject({ code: 'people.relation_exists' })
  await expect(relate({ personId: son, otherId: mother })).rejects.toMatchObject({
    code: 'people.parent_born_after_child',
  })
  await expect(relate({ otherId: mother })).rejects.toMatchObject({ code: 'people.relation_with_self' })
  const grandchild = await register(world, { born: '1990-01-01' })
  const twin = await register(world, { born: '1990-01-01' })
  await relate({ personId: son, otherId: grandchild, from: null })
  for (const [personId, otherId] of [
    [grandchild, mother],
    [grandchild, twin],
  ])
    await expect(relate({ personId, otherId, from: null }), 'a circle of parents').rejects.toMatchObject({
      code: 'people.parent_born_after_child',
    })
  await relate({ kind: 'related_to' })
  await expect(relate({ personId: son, otherId: mother, kind: 'related_to' })).rejects.toMatchObject({
    code: 'people.relation_exists',
  })
  await recorder(world).call(operations.endRelation, {
    personId: mother,
    relationId,
    until: '2026-06-01',
    source,
  })
  expect((await pageOf(world, mother)).relations.care).toEqual([])
  expect((await pageOf(world, mother, { on: '2026-05-31' })).relations.care).toHaveLength(1)
})

test.for([
  ['a parent of eleven', { born: '1978-03-11' }, {}, 'people.parent_too_young'],
  ['a child before it is born', { born: '1960-01-01' }, { from: '1979-12-31' }, 'people.starts_before_birth'],
  [
    'a marriage before the birth of one of them',
    { born: '1990-01-01' },
    { kind: 'spouse_of', from: '1989-01-01' },
    'people.starts_before_birth',
  ],
  [
    'a marriage to come',
    { born: '1990-01-01' },
    { kind: 'spouse_of', from: '2026-11-24' },
    'people.starts_in_future',
  ],
] as const)('no relation says %s', async ([, parent, differing, code], { world }) => {
  const personId = await register(world, parent)
  const otherId = await register(world, { born: '1990-01-01' })
  const wish = { personId, otherId, kind: 'parent_of' as const, from: '1990-01-01', source, ...differing }
  await expect(recorder(world).call(operations.recordRelation, wish)).rejects.toMatchObject({ code })
})

test('a parent and the child are not married, whichever was recorded first, and nobody marries the dead', async ({
  world,
}) => {
  const { relate } = await givenMotherAndSon(world)
  await expect(relate({ kind: 'spouse_of', from: '1990-01-01' })).rejects.toMatchObject({
    code: 'people.spouse_is_parent',
  })
  const stranger = await register(world, { born: '1940-01-01' })
  await relate({ otherId: stranger, kind: 'spouse_of', from: '1960-01-01' })
  const young = await register(world, { born: '1990-01-01' })
  await recorder(world).call(operations.recordDeath, { personId: stranger, diedOn: '2020-01-01', source })
  await expect(
    relate({ personId: young, otherId: stranger, kind: 'spouse_of', from: '2020-06-01' }),
  ).rejects.toMatchObject({ code: 'people.starts_after_death' })
})

describe('a death', () => {
  const die = (world: World, personId: PersonId, diedOn: string) =>
    recorder(world).call(operations.recordDeath, { personId, diedOn, source })

  test('ends household and care on the day, and is not yet true the day before', async ({ world }) => {
    const id = await register(world)
    const son = await register(world, { fullName: 'Trần Văn Nam', sex: 'male', born: '1965-05-05' })
    const household = { personId: id, isHead: true, relationToHead: 'chủ hộ', from: '2020-01-01', source }
    await recorder(world).call(operations.recordMembership, household)
    const tie = { personId: son, otherId: id, from: '2020-01-01', source }
    await recorder(world).call(operations.recordRelation, { ...tie, kind: 'cares_for' })
    await recorder(world).call(operations.recordRelation, {
      ...tie,
      personId: id,
      otherId: son,
      kind: 'parent_of',
    })
    await die(world, id, '2026-11-20')
    expect(await pageOf(world, id)).toMatchObject({
      diedOn: '2026-11-20',
      household: null,
      relations: { care: [], relatives: [{ kind: 'parent_of' }] },
      residences: [{ during: { until: '2026-11-21' } }],
    })
    expect(await pageOf(world, id, { on: '2026-11-19' })).toMatchObject({
      diedOn: null,
      household: { members: [{ person: { id } }] },
      relations: { care: [{ kind: 'cares_for' }] },
      residences: [{ during: { until: null } }],
    })
  })

  test('is told to others', async ({ world }) => {
    const id = await register(world)
    const { recordDeath } = await import('./record-death.ts')
    await recordDeath(world.ctx, { personId: id, diedOn: civilDate('2026-11-20'), source })
    expect(world.events).toContainEqual({ type: 'people.died', personId: id, diedOn: '2026-11-20' })
  })

  test.for([
    ['tomorrow', '2026-11-24', 'people.death_in_future'],
    ['before birth', '1938-03-11', 'people.died_before_birth'],
  ] as const)('%s is refused', async ([, diedOn, code], { world }) => {
    const id = await register(world)
    await expect(die(world, id, diedOn)).rejects.toMatchObject({ code })
  })

  test('comes once', async ({ world }) => {
    const id = await register(world)
    await die(world, id, '2026-11-20')
    await expect(die(world, id, '2026-11-21')).rejects.toMatchObject({ code: 'people.already_dead' })
  })
})

/** A mother and her son, who is recorded as hers; `relate` ties the two once more, but for what differs. */
async function givenMotherAndSon(world: World) {
  const mother = await register(world)
  const son = await register(world, { fullName: 'Trần Văn Nam', sex: 'male', born: '1965-05-05' })
  const relate = (differing: object) =>
    recorder(world).call(operations.recordRelation, {
      personId: mother,
      otherId: son,
      kind: 'parent_of',
      from: '1965-05-05',
      source,
      ...differing,
    })
  await relate({})
  return { mother, son, relate }
}
