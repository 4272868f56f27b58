import { expect, test } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { mergeRecords, tiesNow, undoDeath } from '#modules/people'
import type { PersonId } from '#modules/people/contract'
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
  await mergeInto(kept.personId, merged.personId)
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

test('a second home told of one day is asked about, and is not the first told again', async () => {
  const one = await givenResident()
  const move = (area: string) => ({
    kind: 'move',
    personalId: one.number,
    on: '2026-11-10',
    residence: { area },
  })
  expect(await take([move('08848'), move('09112'), move('08848')])).toEqual(['recorded', 'asked', 'known'])
  expect(await foundAbout(one.personId)).toMatchObject([
    { kind: 'move', change: { areaId: 250709112, from: '2026-11-10' }, because: 'two_homes_of_one_day' },
  ])
})

test('a late death is asked about where a later sign of life was told before, on the same page or another', async () => {
  const [one, other] = [await givenResident({ receives: true }), await givenResident({ receives: true })]
  const alive = (personalId: string, on = '2026-10-01') => ({ kind: 'alive', personalId, on })
  const died = (personalId: string) => ({ kind: 'death', personalId, on: '2026-05-10' })
  expect(await take([alive(one.number), died(one.number), died(one.number)])).toEqual([
    'known',
    'asked',
    'asked_before',
  ])
  expect(await foundAbout(one.personId)).toMatchObject([
    { kind: 'death', change: { diedOn: '2026-05-10' }, because: 'told_alive_later' },
  ])
  const moved = { kind: 'move', personalId: other.number, on: '2026-09-01', residence: { area: '08824' } }
  expect(await take([moved])).toEqual(['known'])
  expect(await take([died(other.number)])).toEqual(['asked'])
  expect(await known(other.number)).toMatchObject({ diedOn: null })
  const early = await givenResident({ receives: true })
  expect(await take([alive(early.number, '2026-05-09'), died(early.number)])).toEqual(['known', 'recorded'])
})

test('what was told of a record that was merged away was told of whom it was merged into', async () => {
  const [kept, merged] = [await givenResident({ receives: true }), await givenResident()]
  expect(await take([{ kind: 'alive', personalId: merged.number, on: '2026-10-01' }])).toEqual(['known'])
  await mergeInto(kept.personId, merged.personId)
  expect(await take([{ kind: 'death', personalId: kept.number, on: '2026-05-10' }])).toEqual(['asked'])
})

test('a death that was struck out before it came, or that comes again, is asked about; a later one is recorded', async () => {
  const one = await givenResident({ receives: true })
  const died = (on: string) => ({ kind: 'death', personalId: one.number, on })
  const struckOut = { kind: 'death_cancelled', personalId: one.number, on: '2026-09-01' }
  expect(await take([struckOut, died('2026-08-01')])).toEqual(['known', 'asked'])
  expect(await take([died('2026-08-01')])).toEqual(['asked_before'])
  expect(await foundAbout(one.personId)).toMatchObject([{ kind: 'death', because: 'struck_out_before' }])
  expect(await known(one.number)).toMatchObject({ diedOn: null })
  expect(await take([died('2026-11-02')])).toEqual(['recorded'])

  const again = await givenResident()
  const same = { kind: 'death', personalId: again.number, on: '2026-08-01' }
  expect(await take([same, { ...struckOut, personalId: again.number }])).toEqual(['recorded', 'asked'])
  await own.request((ctx) =>
    undoDeath(ctx, { personId: again.personId as never, formerHeadBecomes: 'thành viên', source: 'test' }),
  )
  expect(await take([same])).toEqual(['asked'])
  expect(await known(again.number)).toMatchObject({ diedOn: null })
})

test('what is told under a former number is asked about, and never where somebody else has the number now', async () => {
  const one = await givenResident({ receives: true })
  const now = numbered()
  const changed = {
    kind: 'number_changed',
    personalId: now,
    on: '2026-07-01',
    former: { kind: 'personal_id', number: one.number },
  }
  const died = { kind: 'death', personalId: one.number, on: '2026-08-05' }
  expect(await take([changed, died, changed])).toEqual(['recorded', 'asked', 'known'])
  expect(await foundAbout(one.personId)).toMatchObject([
    { kind: 'death', change: { diedOn: '2026-08-05' }, because: 'former_number' },
  ])
  const moved = { kind: 'move', personalId: one.number, on: '2026-08-04', residence: { area: '08848' } }
  expect(await take([moved])).toEqual(['asked'])
  expect(await known(now)).toMatchObject({ personId: one.personId, diedOn: null, homeAreaId: 250708824 })

  const child = {
    kind: 'birth',
    personalId: one.number,
    on: '2026-10-10',
    identity: { fullName: 'Lê Thị Bông', sex: 'female', born: '2026-10-10' },
    residence: { area: '08824' },
    motherId: (await givenResident()).number,
  }
  // Given to a child, it is the child’s.
  expect(await take([child, { ...died, on: '2026-10-20' }])).toEqual(['recorded', 'recorded'])
  expect(await known(now)).toMatchObject({ diedOn: null })
})

function mergeInto(keptId: PersonId, mergedId: PersonId) {
  const standsUntil = civilDate('2026-11-20')
  return own.request((ctx) =>
    mergeRecords(ctx, { keptId, mergedId, take: [], standsUntil, source: 'Gộp hồ sơ' }),
  )
}
