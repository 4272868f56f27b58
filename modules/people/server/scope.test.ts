import { sql } from 'kysely'
import { expect } from 'vitest'
import { test } from '#testing/world'
import { actAs } from '#platform/server/database'
import { getPerson, recordDeath, searchPeople } from '../contract.ts'
import { communes, officerOf, register } from '../testing.ts'

test('an officer sees their own commune, and one that it took in', async ({ world }) => {
  const own = await register(world)
  const merged = await register(world, { areaId: communes.nhuThuy })
  const officer = await officerOf(world, communes.tamSon)
  expect(await officer.call(getPerson, { id: own })).toMatchObject({ id: own })
  expect(await officer.call(getPerson, { id: merged })).toMatchObject({
    home: { name: 'Xã Như Thụy', nowId: communes.tamSon, nowName: 'Xã Tam Sơn' },
  })
  const { hits } = await officer.call(searchPeople, { q: 'nguyen thi hoa' })
  expect(hits.map(({ id }) => id).toSorted()).toEqual([own, merged].toSorted())
})

test('another commune is not there: not by search, number, phone or id, nor for a command', async ({
  world,
}) => {
  const id = await register(world, { areaId: communes.songLo, number: '026138001234', phone: '0912 345 678' })
  const officer = await officerOf(world, communes.tamSon)
  for (const q of ['nguyen thi hoa', '026138001234', '1234', '0912345678', 'nguyen thi hoa, song lo'])
    expect(await officer.call(searchPeople, { q })).toMatchObject({ hits: [] })
  const refusal = await officer.call(getPerson, { id }).catch((error: unknown) => error)
  const absent = await officer.call(getPerson, { id: crypto.randomUUID() }).catch((error: unknown) => error)
  expect(refusal).toMatchObject({ code: 'people.person_not_found' })
  expect(JSON.stringify(refusal)).toBe(JSON.stringify(absent))
  await expect(
    officer.call(recordDeath, { personId: id, diedOn: '2026-11-01', source: 'Giấy báo tử' }),
  ).rejects.toMatchObject({ code: 'people.person_not_found' })
})

test('a query that forgets the area meets the second wall, and so do the functions that search', async ({
  world,
}) => {
  const id = await register(world, { areaId: communes.songLo, number: '026138001234' })
  const officer = await officerOf(world, communes.tamSon)
  const db = world.ctx.db()
  const count = async () => {
    const { rows } = await sql<Record<string, number>>`
      select (select count(*)::int from people.person) as person,
        (select count(*)::int from people.person_version) as version,
        (select count(*)::int from people.identifier) as identifier,
        (select count(*)::int from people.residence) as residence,
        (select count(*)::int from people.find_by_words('hoa', true, 10)) as words,
        (select count(*)::int from people.find_by_number('1234', true, 10)) as number,
        (select count(*)::int from people.find_by_name(array['hoa'::tsquery], true, 10, 10)) as by_name,
        (select count(*)::int from people.find_within(array['''#1938:hoa'''::tsquery], array[null]::text[], true, 10, 10)) as within,
        (select count(*)::int from people.hits_of(array[${id}::uuid])) as hits,
        (select count(*)::int from people.name) as names`.execute(db)
    return rows[0]
  }
  const found = (each: 0 | 1) => ({
    person: each,
    version: each,
    identifier: each,
    residence: each,
    words: each,
    number: each,
    byName: each,
    within: each,
    hits: each,
    // The names of everybody are for the functions that search, and for nobody else.
    names: 0,
  })
  expect(await count()).toEqual(found(1))
  await actAs(db, officer.ctx.actor)
  expect(await count()).toEqual(found(0))
  await sql`select set_config('ansinh.area', '', true)`.execute(db)
  expect(await count()).toEqual(found(0))
  await actAs(db, world.ctx.actor)
})
