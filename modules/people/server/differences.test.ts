import { expect } from 'vitest'
import { test } from '#testing/world'
import * as operations from '../contract.ts'
import { differencesBetween } from '../domain/differences.ts'
import { communes, register } from '../testing.ts'

test('between two views of a person it is told what changed, by day and by what was known', async ({
  world,
}) => {
  const officer = world.as({ can: ['people.read', 'people.record', 'people.read_confidential'] })
  const id = await register(world, { village: 'Thôn Đông', number: '026138001234' })
  const source = 'Giấy tờ'
  await officer.call(operations.recordResidence, {
    personId: id,
    areaId: communes.songLo,
    village: 'Thôn Hạ',
    from: '2026-10-01',
    source,
  })
  await officer.call(operations.recordCircumstance, {
    personId: id,
    kind: 'disability',
    detail: { level: 'severe', types: ['mobility'], issuedOn: '2026-09-15' },
    from: '2026-09-15',
    source,
  })
  const view = (on: string) => officer.call(operations.getPerson, { id, on })
  const between = async (before: string, after: string) =>
    differencesBetween(await view(before), await view(after))
  expect(await between('2026-08-31', '2026-11-01')).toMatchObject([
    {
      kind: 'home',
      before: { area: { id: communes.tamSon }, village: 'Thôn Đông' },
      after: { area: { id: communes.songLo }, village: 'Thôn Hạ' },
    },
    { kind: 'circumstance', before: null, after: { kind: 'disability' } },
  ])
  expect(await between('2026-10-01', '2026-11-01')).toEqual([])
})

test('another head of the household, and care that is given otherwise, are changes too', async ({
  world,
}) => {
  const officer = world.as({ can: ['people.read', 'people.record', 'people.read_confidential'] })
  const source = 'Giấy tờ'
  const [mother, daughter] = [await register(world), await register(world, { born: '1970-05-05' })]
  const join = { source, isHead: true, relationToHead: 'chủ hộ' }
  const { householdId } = await officer.call(operations.recordMembership, {
    ...join,
    personId: mother,
    from: '2020-01-01',
  })
  await officer.call(operations.recordMembership, {
    ...join,
    personId: daughter,
    householdId,
    from: '2020-01-01',
    isHead: false,
    relationToHead: 'con',
  })
  await officer.call(operations.recordMembership, {
    ...join,
    personId: daughter,
    householdId,
    from: '2026-10-01',
    formerHeadBecomes: 'mẹ',
  })
  const care = { personId: daughter, otherId: mother, kind: 'cares_for', source } as const
  await officer.call(operations.recordRelation, {
    ...care,
    detail: { arrangement: 'own_household' },
    from: '2020-01-01',
    until: '2026-10-01',
  })
  await officer.call(operations.recordRelation, {
    ...care,
    detail: { arrangement: 'taken_in' },
    from: '2026-10-01',
  })
  const view = (on: string) => officer.call(operations.getPerson, { id: mother, on })
  expect(differencesBetween(await view('2026-09-30'), await view('2026-10-01'))).toMatchObject([
    { kind: 'head', before: { id: mother }, after: { id: daughter } },
    { kind: 'relation', isNow: true, relation: { detail: { arrangement: 'taken_in' } } },
    { kind: 'relation', isNow: false, relation: { detail: { arrangement: 'own_household' } } },
  ])
})
