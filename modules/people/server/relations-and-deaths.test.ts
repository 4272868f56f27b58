import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { civilDate, instant } from '#kernel/civil-date'
import { test, type World } from '#testing/world'
import * as operations from '../contract.ts'
import type { PersonId } from '../contract.ts'
import { pageOf, recorder, register, source } from '../testing.ts'
import { recordDeath } from './record-death.ts'
import { recordMembership } from './record-membership.ts'
import { recordRelation } from './record-relation.ts'
import { undoDeath } from './undo-death.ts'

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

describe('a death that was none, told twice', () => {
  test('gives household, headship and marriage back where its day was corrected in between', async ({
    world,
  }) => {
    const { husband, tell } = await givenCouple(world)
    await tell('13', { diedOn: '2026-11-10' })
    await tell('14', 'lives', { diedOn: '2026-11-05' })
    await tell('15', 'lives', { diedOn: '2026-11-07' })
    await tell('16', 'lives')
    await expectAsBefore(world, husband)
  })

  test('gives them back where the person was alive by the records in between', async ({ world }) => {
    const { husband, tell } = await givenCouple(world)
    await tell('13', { diedOn: '2026-11-10' })
    await tell('14', 'lives')
    await tell('15', { diedOn: '2026-11-12' })
    await tell('16', 'lives', { diedOn: '2026-11-11' })
    await tell('17', 'lives')
    await expectAsBefore(world, husband)
  })

  test('leaves the household to the head it was passed on to', async ({ world }) => {
    const { husband, wife, householdId, tell, at } = await givenCouple(world)
    const head = { isHead: true, relationToHead: 'chủ hộ', formerHeadBecomes: 'chủ hộ cũ', source }
    await recordMembership(at('13'), { ...head, personId: wife, householdId, from: civilDate('2026-11-10') })
    await tell('13', { diedOn: '2026-11-10' })
    await tell('14', 'lives', { diedOn: '2026-11-05' })
    await tell('15', 'lives', { diedOn: '2026-11-12' })
    await tell('16', 'lives')
    expect(await headOf(world, husband, '2026-11-09')).toBe(husband)
    expect(await headOf(world, husband, '2026-11-23')).toBe(wife)
    const { household, relations } = await pageOf(world, husband)
    expect(household?.members.map(({ relationToHead }) => relationToHead).toSorted()).toEqual([
      'chủ hộ',
      'chủ hộ cũ',
    ])
    expect(relations.relatives).toMatchObject([{ kind: 'spouse_of', during: { until: null } }])
  })
})

/** Both of a couple are told to have died, he first; each is told to live, in one order or the other. */
describe('two deaths of a couple', () => {
  const of = (who: PersonId) => ({ personId: who, formerHeadBecomes: 'chủ hộ cũ', source })
  const bothDie = async (world: World) => {
    const couple = await givenCouple(world)
    const { husband, wife, householdId, at } = couple
    const head = { isHead: true, relationToHead: 'chủ hộ', formerHeadBecomes: 'chủ hộ cũ', source }
    await recordMembership(at('11'), { ...head, personId: wife, householdId, from: civilDate('2026-11-10') })
    await recordDeath(at('11'), { personId: husband, diedOn: civilDate('2026-11-10'), source })
    await recordDeath(at('15'), { personId: wife, diedOn: civilDate('2026-11-14'), source })
    return couple
  }
  const marriageOf = async (world: World, who: PersonId) =>
    (await pageOf(world, who)).relations.relatives.map(({ during }) => during.until)

  test('his was none: he heads the household since hers, and their marriage ended with her', async ({
    world,
  }) => {
    const { husband, wife, at } = await bothDie(world)
    await undoDeath(at('16'), of(husband))
    expect(await headOf(world, husband, '2026-11-09')).toBe(husband)
    expect(await headOf(world, husband, '2026-11-12')).toBe(wife)
    expect(await headOf(world, husband, '2026-11-23')).toBe(husband)
    expect(await marriageOf(world, wife)).toEqual([])
    expect(await marriagesKept(world, husband)).toEqual(['[2021-01-01,2026-11-15)'])
  })

  test.for(['husband', 'wife'] as const)(
    'neither was one, and that of the %s is undone first',
    async (first, { world }) => {
      const { husband, wife, at } = await bothDie(world)
      const couple = { husband, wife }
      const last = first === 'husband' ? 'wife' : 'husband'
      await undoDeath(at('16'), of(couple[first]))
      await undoDeath(at('17'), of(couple[last]))
      expect(await headOf(world, husband, '2026-11-09')).toBe(husband)
      expect(await headOf(world, husband, '2026-11-12')).toBe(wife)
      expect([husband, wife]).toContain(await headOf(world, husband, '2026-11-23'))
      for (const who of [husband, wife]) expect((await pageOf(world, who)).household?.members).toHaveLength(2)
      expect(await marriagesKept(world, husband)).toEqual(['[2021-01-01,)'])
    },
  )

  test('whoever was named head in between stays head, also from before the day of the death', async ({
    world,
  }) => {
    const { husband, wife, householdId, at } = await givenCouple(world)
    await recordDeath(at('11'), { personId: husband, diedOn: civilDate('2026-11-10'), source })
    const head = { isHead: true, relationToHead: 'chủ hộ', formerHeadBecomes: 'chủ hộ cũ', source }
    await recordMembership(at('12'), { ...head, personId: wife, householdId, from: civilDate('2026-11-05') })
    await undoDeath(at('16'), of(husband))
    expect(await headOf(world, husband, '2026-11-04')).toBe(husband)
    expect(await headOf(world, husband, '2026-11-23')).toBe(wife)
    expect((await pageOf(world, husband)).household?.members).toHaveLength(2)
  })

  test('whoever was taken into another household in between stays there', async ({ world }) => {
    const { husband, householdId, at } = await givenCouple(world)
    await recordDeath(at('11'), { personId: husband, diedOn: civilDate('2026-11-10'), source })
    await recordMembership(at('12'), {
      personId: husband,
      isHead: true,
      relationToHead: 'chủ hộ',
      from: civilDate('2026-11-20'),
      source,
    })
    await undoDeath(at('16'), of(husband))
    expect((await pageOf(world, husband)).household?.id).not.toBe(householdId)
    expect(await headOf(world, husband, '2026-11-15')).toBe(husband)
  })

  test('whoever has married again meanwhile stays so', async ({ world }) => {
    const { husband, wife, at } = await givenCouple(world)
    await recordDeath(at('11'), { personId: husband, diedOn: civilDate('2026-11-10'), source })
    const other = await register(world, { fullName: 'Trần Văn Nam', sex: 'male', born: '1965-05-05' })
    await recordRelation(at('13'), {
      personId: other,
      otherId: wife,
      kind: 'spouse_of',
      detail: {},
      from: civilDate('2026-11-12'),
      until: null,
      source,
    })
    await undoDeath(at('16'), of(husband))
    expect(await marriagesKept(world, wife)).toEqual(['[2021-01-01,2026-11-12)', '[2026-11-12,)'])
  })
})

async function marriagesKept({ ctx }: World, id: PersonId): Promise<string[]> {
  const { rows } = await sql<{
    during: string
  }>`select during::text from people.relation where kind = 'spouse_of'
    and retracted_at is null and (person_id = ${id} or other_id = ${id}) order by during`.execute(ctx.db())
  return rows.map(({ during }) => during)
}

async function headOf(world: World, id: PersonId, on: string) {
  const { household } = await pageOf(world, id, { on, known: '2026-11-23' })
  return household?.members.find(({ isHead }) => isHead)?.person.id
}

async function expectAsBefore(world: World, husband: PersonId) {
  const { diedOn, relations } = await pageOf(world, husband)
  expect(diedOn).toBeNull()
  for (const day of ['2022-01-01', '2026-11-23']) expect(await headOf(world, husband, day)).toBe(husband)
  expect(relations.relatives).toMatchObject([{ kind: 'spouse_of', during: { until: null } }])
}

/** A couple in the household of the husband; `tell` says of him, at one moment of November 2026, one thing after another. */
async function givenCouple(world: World) {
  const husband = await register(world, { fullName: 'Khổng Văn Bình', sex: 'male', born: '1960-05-05' })
  const wife = await register(world, { fullName: 'Đường Thị Hạnh', born: '1962-01-02' })
  const at = (day: string) => ({ ...world.ctx, now: instant(`2026-11-${day}T02:00:00Z`) })
  const since = { from: civilDate('2021-01-01'), source }
  const head = { ...since, personId: husband, isHead: true, relationToHead: 'chủ hộ' }
  const { householdId } = await recordMembership(at('01'), head)
  await recordMembership(at('01'), {
    ...since,
    personId: wife,
    householdId,
    isHead: false,
    relationToHead: 'vợ',
  })
  const marriage = { ...since, personId: husband, otherId: wife, kind: 'spouse_of', detail: {} } as const
  await recordRelation(at('01'), { ...marriage, until: null })
  await sql`update people.person_version set recorded_at = ${at('01').now}::timestamptz`.execute(
    world.ctx.db(),
  )
  const tell = async (day: string, ...told: readonly ('lives' | { diedOn: string })[]) => {
    for (const one of told)
      if (one === 'lives')
        await undoDeath(at(day), { personId: husband, formerHeadBecomes: 'chủ hộ cũ', source })
      else await recordDeath(at(day), { personId: husband, diedOn: civilDate(one.diedOn), source })
  }
  return { husband, wife, householdId, tell, at }
}

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
