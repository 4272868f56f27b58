import { expect, test } from 'vitest'
import { mergeRecords, tiesNow } from '#modules/people'
import { givenFact } from '../../entitlement/testing.ts'
import {
  besideARegistry,
  foundAbout,
  givenResident,
  known,
  numbered,
  own,
  take,
} from './beside-a-registry.testing.ts'

/** Sao Đại Việt: there from January to June 2025. */
const saoDaiViet = { code: '09097', id: 250109097 }

besideARegistry()

test('a death under the number of a record that was merged away is of whom it was merged into', async () => {
  const [kept, merged] = [await givenResident({ receives: true }), await givenResident()]
  await own.request((ctx) =>
    mergeRecords(ctx, {
      keptId: kept.personId,
      mergedId: merged.personId,
      take: [],
      standsUntil: '2026-11-20' as never,
      source: 'Gộp hồ sơ',
    }),
  )
  expect(await take([{ kind: 'death', personalId: merged.number, on: '2026-11-08' }])).toEqual(['recorded'])
  expect(await known(merged.number)).toMatchObject({ personId: kept.personId, diedOn: '2026-11-08' })
  expect(await take([{ kind: 'death', personalId: kept.number, on: '2026-11-08' }])).toEqual(['known'])
})

test('both parents of a child who is born are its parents, and where one receives somebody decides', async () => {
  const [mother, father] = [await givenResident(), await givenResident({ sex: 'male' })]
  const paid = await givenResident({ sex: 'male', receives: true })
  const born = (fatherId: string) => ({
    kind: 'birth',
    personalId: numbered(),
    on: '2026-10-10',
    identity: { fullName: 'Lê Thị Bông', sex: 'female', born: '2026-10-10' },
    residence: { area: '08824' },
    motherId: mother.number,
    fatherId,
  })
  expect(await take([born(father.number)])).toEqual(['recorded'])
  const ties = await own.request((ctx) => tiesNow(ctx, [mother.personId, father.personId], ['parent_of']))
  expect(ties.map(({ personId }) => personId).toSorted()).toEqual(
    [mother.personId, father.personId].toSorted(),
  )
  expect(await take([born(paid.number)])).toEqual(['asked'])
  expect(await foundAbout(mother.personId)).toMatchObject([
    { kind: 'birth', change: { otherParentId: paid.personId } },
  ])
})

test('a single parent who marries somebody nobody knows here is asked about', async () => {
  const alone = await givenResident({ receives: true })
  await own.request((ctx) =>
    givenFact(ctx, alone.personId, { kind: 'single_parent', detail: { basis: 'never_married' } }),
  )
  expect(
    await take([{ kind: 'marriage', personalId: alone.number, on: '2026-11-10', spouseId: '026080999999' }]),
  ).toEqual(['asked'])
  expect(await foundAbout(alone.personId)).toMatchObject([
    {
      kind: 'circumstance',
      change: { circumstance: 'single_parent', detail: null, from: '2026-11-10' },
      because: 'receives',
    },
  ])
})

test('a late move is into the commune of its day, though that is no more', async () => {
  const late = await givenResident()
  expect(
    await take([
      { kind: 'move', personalId: late.number, on: '2025-03-01', residence: { area: saoDaiViet.code } },
    ]),
  ).toEqual(['recorded'])
  expect(await known(late.number)).toMatchObject({ homeAreaId: saoDaiViet.id, livesSince: '2025-03-01' })
})
