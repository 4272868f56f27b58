import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { civilDate, instant } from '#kernel/civil-date'
import { recordRelation } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { readSync } from '../db/sync.ts'
import type { Page } from './adapters/adapter.ts'
import { signedJson } from './adapters/signed-json.ts'
import {
  besideARegistry,
  foundAbout,
  givenResident,
  job,
  known,
  numbered,
  own,
  registry,
  take,
} from './beside-a-registry.testing.ts'
import { syncWith } from './sync.ts'
import { verifyWith } from './verify.ts'

besideARegistry()

const corrected = (personalId: string, identity: object) => ({
  kind: 'identity_corrected',
  personalId,
  on: '2026-10-04',
  identity,
})

test('a name or a birth nobody can have is asked about, and everything else of the page is recorded', async () => {
  const [one, other] = [await givenResident(), await givenResident()]
  const move = (personalId: string) => ({
    kind: 'move',
    personalId,
    on: '2026-10-02',
    residence: { area: '08848' },
  })
  expect(
    await take([
      move(one.number),
      corrected(one.number, { fullName: 'Nguyễn 123 @' }),
      corrected(one.number, { born: '2030-01-01' }),
      corrected(one.number, { born: '1850-01-01' }),
      { kind: 'death', personalId: one.number, on: '2027-01-01' },
      move(other.number),
    ]),
  ).toEqual(['recorded', 'asked', 'asked', 'asked', 'asked', 'recorded'])
  expect(await known(one.number)).toMatchObject({
    fullName: 'Nguyễn Thị Hòa',
    born: '1980-05-10',
    diedOn: null,
  })
  const found = await foundAbout(one.personId)
  expect(found.map(({ because }) => because).toSorted()).toEqual([
    'birth_impossible',
    'day_impossible',
    'name_impossible',
  ])
})

test('a birth after the death is asked about', async () => {
  const one = await givenResident()
  expect(
    await take([
      { kind: 'death', personalId: one.number, on: '2026-05-10' },
      corrected(one.number, { born: '2026-06-01' }),
    ]),
  ).toEqual(['recorded', 'asked'])
  expect(await foundAbout(one.personId)).toMatchObject([{ because: 'birth_impossible' }])
})

test('a birth that makes a child older than the parent is asked about', async () => {
  const [mother, child] = [await givenResident(), await givenResident({ fullName: 'Trần Thị Mai' })]
  expect(await take([corrected(child.number, { born: '2005-01-01' })])).toEqual(['recorded'])
  await own.request((ctx) =>
    recordRelation(ctx, {
      personId: mother.personId,
      otherId: child.personId,
      kind: 'parent_of',
      detail: {},
      from: null,
      until: null,
      source: 'Giấy khai sinh',
    }),
  )
  expect(
    await take([
      corrected(child.number, { born: '1979-01-01' }),
      corrected(mother.number, { born: '2004-01-01' }),
      { kind: 'marriage', personalId: mother.number, spouseId: child.number, on: '2026-10-01' },
    ]),
  ).toEqual(['asked', 'asked', 'asked'])
  expect(await known(child.number)).toMatchObject({ born: '2005-01-01' })
  expect(await foundAbout(child.personId)).toMatchObject([{ because: 'parent_too_young' }])
  expect((await foundAbout(mother.personId)).map(({ because }) => because).toSorted()).toEqual([
    'parent_too_young',
    'refused_by_register',
  ])
})

test('a child nobody can have is asked about, with the reason', async () => {
  const mother = await givenResident()
  const born = (differing: { on?: string; born?: string; fullName?: string; personalId?: string }) => {
    const { on = '2026-10-10', fullName = 'Lê Thị Bông', personalId = numbered() } = differing
    return {
      kind: 'birth',
      personalId,
      on,
      identity: { fullName, sex: 'female', born: differing.born ?? on },
      residence: { area: '08824' },
      motherId: mother.number,
    }
  }
  const somebody = await givenResident({ fullName: 'Trần Thị Mai' })
  expect(
    await take([
      born({ fullName: 'Bé #1' }),
      born({ born: '2026-10-11' }),
      born({ on: '1988-10-10' }),
      born({ personalId: somebody.number }),
      { kind: 'death', personalId: mother.number, on: '2026-09-01' },
      born({ fullName: 'Lê Thị Hạt' }),
    ]),
  ).toEqual(['asked', 'asked', 'asked', 'asked', 'recorded', 'asked'])
  expect((await foundAbout(mother.personId)).map(({ because }) => because).toSorted()).toEqual([
    'birth_impossible',
    'name_impossible',
    'number_taken',
    'parent_too_young',
    'recorded_dead',
  ])
})

test('what nobody can be asked about, for the place or the spouse is unknown, stops nothing', async () => {
  const one = await givenResident()
  const early = { personalId: one.number, on: '1970-01-01' }
  expect(
    await take([
      { kind: 'divorce', spouseId: numbered(), ...early },
      { kind: 'move', residence: { area: '99999' }, ...early },
      { kind: 'death', ...early },
      { kind: 'alive', personalId: one.number, on: '2026-10-02' },
    ]),
  ).toEqual(['unknown_person', 'refused', 'asked', 'known'])
})

test('signs that no database keeps stop nothing either', async () => {
  const one = await givenResident()
  expect(
    await take([
      { kind: 'levitation\u0000', personalId: one.number, on: '2026-10-02', half: '\ud800' },
      corrected(one.number, { fullName: 'Nguyễn\u0000Thị Hoa' }),
    ]),
  ).toEqual(['refused', 'asked'])
})

test('a register that says there is more and tells none of it is not asked for ever', async () => {
  const { lastNumber } = await own.request(readSync)
  const empty: Page = { kind: 'page', changes: [], last: lastNumber + 5, hasMore: true }
  const register = { most: { changes: 1000, verified: 100 }, readChanges: async () => empty } as never
  expect(await syncWith(register, job())).toMatchObject({ taken: 0, trouble: 'not_understood' })
  expect(await own.request(readSync)).toMatchObject({ lastNumber, trouble: 'not_understood' })
})

test('what somebody had read by hand is the word of the population register, and no officer’s', async () => {
  const one = await givenResident({ isVerified: false })
  const officer = { userId: '0197f000-0000-7000-8000-0000000000a1', name: 'Lan' }
  const byHand = {
    ...job(),
    request: <Result>(work: (ctx: Ctx) => Promise<Result>) =>
      own.request(work, { actor: officer, now: instant('2026-11-24T02:00:00Z') }),
  }
  await registry.happen(corrected(one.number, { born: '1980-05-11' }), {
    kind: 'move',
    personalId: one.number,
    on: '2026-10-02',
    residence: { area: '08848' },
  })
  const agreeing = {
    most: { verified: 100 },
    verify: async () => ({
      kind: 'verified',
      answers: [{ reference: one.personId, outcome: 'match', differs: [] }],
    }),
  } as never
  expect(await syncWith(signedJson(registry.wire), byHand)).toMatchObject({ trouble: null })
  await verifyWith(agreeing, { ...byHand, input: { personId: one.personId } } as never)
  expect(await known(one.number)).toMatchObject({
    born: '1980-05-11',
    homeAreaId: 250708848,
    verifiedOn: civilDate('2026-11-24'),
    isIdentityByOfficer: false,
    isHomeByOfficer: false,
    isNumberByOfficer: false,
  })
  const { rows } = await own.request((ctx) =>
    sql`select source, recorded_by from people.person_version
      where person_id = ${one.personId} and retracted_at is null`.execute(ctx.db()),
  )
  expect(rows).toMatchObject([{ source: expect.stringMatching(/^CSDL dân cư, biến động số/) as string }])
})
