import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { test, type World } from '#testing/world'
import * as operations from '../contract.ts'
import type { PersonId } from '../contract.ts'
import { takeTouched } from '../db/touched.ts'
import { communes, officerOf, pageOf, recorder, register, source } from '../testing.ts'
import { joinHouseholds } from './record-many.ts'
import { recordResidence } from './record-residence.ts'

describe('moving', () => {
  const move = (world: World, personId: PersonId, from: string, areaId: number = communes.songLo) =>
    recorder(world).call(operations.recordResidence, { personId, areaId, from, source })

  test('closes the former residence on the day', async ({ world }) => {
    const id = await register(world)
    await move(world, id, '2026-10-01')
    expect((await pageOf(world, id)).residences).toMatchObject([
      { area: { id: communes.songLo }, during: { from: '2026-10-01', until: null } },
      { area: { id: communes.tamSon }, during: { from: '1938-03-12', until: '2026-10-01' } },
    ])
    expect((await pageOf(world, id, { on: '2026-09-30' })).home?.id).toBe(communes.tamSon)
  })

  test.for([
    ['on the day of a later one', '2026-10-01', 'people.overlapping_residence'],
    ['before it', '2026-09-01', 'people.overlapping_residence'],
    ['from tomorrow', '2026-11-24', 'people.starts_in_future'],
    ['to where they live', '2026-11-01', 'people.same_residence'],
  ] as const)('%s is refused', async ([, from, code], { world }) => {
    const id = await register(world)
    await move(world, id, '2026-10-01')
    await expect(move(world, id, from)).rejects.toMatchObject({ code })
  })

  test('elsewhere on the day of a move is put right by a decision, and what was said stays in the history', async ({
    world,
  }) => {
    const id = await register(world)
    await move(world, id, '2026-10-01')
    const putRight = (areaId: number) =>
      recordResidence(world.ctx, {
        personId: id,
        areaId,
        village: null,
        address: null,
        from: civilDate('2026-10-01'),
        source,
        putsRight: true,
      })
    await putRight(communes.thoTang)
    const before = { area: { id: communes.tamSon }, during: { from: '1938-03-12', until: '2026-10-01' } }
    expect((await pageOf(world, id)).residences).toMatchObject([
      { area: { id: communes.thoTang }, during: { from: '2026-10-01', until: null } },
      before,
    ])
    await putRight(communes.tamSon)
    expect((await pageOf(world, id)).residences).toMatchObject([
      { area: { id: communes.tamSon }, during: { from: '2026-10-01', until: null } },
      before,
    ])
    const { rows } = await sql<{ said: number }>`select count(*)::int as said from people.residence
      where person_id = ${id} and lower(during) = '2026-10-01' and retracted_at is not null`.execute(
      world.ctx.db(),
    )
    expect(rows[0]!.said).toBe(2)
  })

  test('out of the officer’s commune is recorded by that officer, who then sees the person no more', async ({
    world,
  }) => {
    const id = await register(world)
    const officer = await officerOf(world, communes.tamSon)
    const input = { personId: id, areaId: communes.songLo, from: '2026-10-01', source }
    await officer.call(operations.recordResidence, input)
    await expect(officer.call(operations.getPerson, { id })).rejects.toMatchObject({
      code: 'people.person_not_found',
    })
    const next = await officerOf(world, communes.songLo)
    expect(await next.call(operations.getPerson, { id })).toMatchObject({ home: { id: communes.songLo } })
  })
})

describe('households', () => {
  const join = (world: World, personId: PersonId, differing: object = {}) =>
    recorder(world).call(operations.recordMembership, {
      personId,
      relationToHead: 'chủ hộ',
      from: '2020-01-01',
      source,
      ...differing,
    })

  test('have one head at a time; the former one stays as what was said', async ({ world }) => {
    const mother = await register(world)
    const son = await register(world, { fullName: 'Trần Văn Nam', sex: 'male', born: '1965-05-05' })
    const { householdId } = await join(world, mother, { isHead: true })
    await expect(join(world, son, { householdId, isHead: true })).rejects.toMatchObject({
      code: 'people.two_heads',
    })
    await join(world, son, { householdId, isHead: true, from: '2026-01-01', formerHeadBecomes: 'mẹ' })
    expect((await pageOf(world, mother)).household?.members).toMatchObject([
      { person: { id: son, fullName: 'Trần Văn Nam' }, isHead: true },
      { person: { id: mother }, isHead: false, relationToHead: 'mẹ' },
    ])
    expect((await pageOf(world, mother, { on: '2025-12-31' })).household?.members).toMatchObject([
      { person: { id: mother }, isHead: true },
    ])
  })

  test('are left by whoever joins another', async ({ world }) => {
    const id = await register(world)
    const { householdId: former } = await join(world, id, { isHead: true })
    const { householdId } = await join(world, id, { isHead: true, from: '2026-01-01' })
    expect((await pageOf(world, id)).household?.id).toBe(householdId)
    expect((await pageOf(world, id, { on: '2025-12-31' })).household?.id).toBe(former)
    await expect(join(world, id, { from: '2025-01-01' })).rejects.toMatchObject({
      code: 'people.overlapping_membership',
    })
    await expect(join(world, id, { householdId: crypto.randomUUID() })).rejects.toMatchObject({
      code: 'people.household_not_found',
    })
  })

  test('have nobody of another on the same days: the last to refuse is the database, in words of the register', async ({
    world,
  }) => {
    const mother = await register(world)
    const child = await register(world, { fullName: 'Trần Văn Nam', sex: 'male', born: '2020-05-05' })
    const { householdId } = await join(world, mother, { isHead: true })
    await join(world, child, { isHead: true, from: '2021-01-01' })
    const joining = {
      personId: child,
      householdId,
      relationToHead: 'con',
      from: civilDate('2020-05-05'),
      source,
    }
    await expect(joinHouseholds(world.ctx, [joining])).rejects.toMatchObject({
      code: 'people.overlapping_membership',
    })
  })

  test('carry the poverty list for their members', async ({ world }) => {
    const id = await register(world)
    const poverty = {
      personId: id,
      kind: 'poverty',
      detail: { level: 'poor', year: 2026 },
      from: '2026-01-01',
      until: '2027-01-01',
      source,
    }
    await expect(recorder(world).call(operations.recordCircumstance, poverty)).rejects.toMatchObject({
      code: 'people.no_household',
    })
    await join(world, id, { isHead: true })
    await takeTouched(world.ctx, 10)
    await recorder(world).call(operations.recordCircumstance, poverty)
    expect(await takeTouched(world.ctx, 10)).toEqual([id])
    expect(await pageOf(world, id)).toMatchObject({
      poverty: { level: 'poor', year: 2026 },
      circumstances: [{ subject: 'household', kind: 'poverty' }],
    })
  })
})
