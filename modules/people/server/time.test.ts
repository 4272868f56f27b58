import { afterAll, beforeAll, expect, test } from 'vitest'
import { civilDate, instant } from '#kernel/civil-date'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import type { PersonId } from '../contract.ts'
import { loadHistories } from '../db/histories.ts'
import { takeTouched } from '../db/touched.ts'
import { isKnownAt } from '../domain/history.ts'
import { communes } from '../testing.ts'
import { correctIdentity } from './correct-identity.ts'
import { getPerson } from './get-person.ts'
import { endCircumstance, recordCircumstance } from './record-circumstance.ts'
import { recordMembership } from './record-membership.ts'
import { recordRelation } from './record-relation.ts'
import { recordResidence } from './record-residence.ts'
import { registerPeople, registerPerson } from './register-person.ts'

let own: OwnDatabase
beforeAll(async () => {
  own = await openOwnDatabase()
})
afterAll(() => own.drop())

const source = 'Giấy tờ'
const day = civilDate
const morning = (date: string) => ({ now: instant(`${date}T02:00:00Z`) })
const newcomer = (differing: { fullName?: string; born?: string } = {}) => ({
  fullName: differing.fullName ?? 'Nguyễn Thị Hòa',
  sex: 'female' as const,
  born: day(differing.born ?? '1938-03-12'),
  bornPrecision: 'day' as const,
  ethnicGroup: null,
  phone: null,
  identifiers: [],
  home: { areaId: communes.tamSon, village: null, address: null },
  source,
})
const register = (date: string, differing = {}) =>
  own.request(async (ctx) => (await registerPerson(ctx, newcomer(differing))).personId, morning(date))
const move = (personId: PersonId, areaId: number, from: string) => ({
  personId,
  areaId,
  village: null,
  address: null,
  from: day(from),
  source,
})

test('a page shows what was true on one day, as it was known at the end of another', async () => {
  const id = await register('2026-01-10')
  // On 20 March it becomes known that she has lived in Sông Lô since February, and is called Hoa.
  await own.request(async (ctx) => {
    await recordResidence(ctx, move(id, communes.songLo, '2026-02-01'))
    await correctIdentity(ctx, { personId: id, fullName: 'Nguyễn Thị Hoa', source })
  }, morning('2026-03-20'))
  const page = (on: string, known: string) =>
    own.request((ctx) => getPerson(ctx, { id, on: day(on), known: day(known) }))
  const seen = async (on: string, known: string) => {
    const { fullName, home } = await page(on, known)
    return [fullName, home?.id]
  }
  expect(await seen('2026-03-01', '2026-03-19')).toEqual(['Nguyễn Thị Hòa', communes.tamSon])
  expect(await seen('2026-03-01', '2026-03-20')).toEqual(['Nguyễn Thị Hoa', communes.songLo])
  expect(await seen('2026-01-31', '2026-03-20')).toEqual(['Nguyễn Thị Hoa', communes.tamSon])
  await expect(page('2026-03-01', '2026-01-09')).rejects.toMatchObject({
    code: 'people.person_not_recorded_yet',
    details: { recordedOn: '2026-01-10' },
  })
  await expect(page('2026-03-01', '2040-01-01')).rejects.toMatchObject({
    code: 'invalid_input',
    status: 422,
    details: { issues: [{ path: ['known'] }] },
  })
})

test('two who record different homes for the same day: one is done, the other is told', async () => {
  const id = await register('2026-01-10')
  const attempts = await Promise.allSettled([
    own.request((ctx) => recordResidence(ctx, move(id, communes.songLo, '2026-05-01'))),
    own.request((ctx) => recordResidence(ctx, move(id, communes.tamSon, '2026-05-01'))),
  ])
  expect(attempts.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(attempts.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'people.overlapping_residence' },
  })
  const { residences } = await own.request((ctx) => getPerson(ctx, { id }))
  expect(residences).toHaveLength(2)
})

test('two who enter one number: the database lets one of them', async () => {
  const identifiers = [{ kind: 'personal_id' as const, number: '026138005555', verifiedOn: null }]
  const attempts = await Promise.allSettled(
    ['Nguyễn Thị Hòa', 'Nguyễn Thị Hoa'].map((fullName) =>
      own.request((ctx) => registerPerson(ctx, { ...newcomer({ fullName }), identifiers })),
    ),
  )
  expect(attempts.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(attempts.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'people.number_in_use' },
  })
})

test('one command sent twice at once is done once', async () => {
  const requestId = crypto.randomUUID()
  const [one, other] = await Promise.all([
    own.request((ctx) => registerPerson(ctx, { ...newcomer(), requestId })),
    own.request((ctx) => registerPerson(ctx, { ...newcomer(), requestId })),
  ])
  expect(one).toEqual(other)
})

test('a history has all that was ever known, and the household’s facts while the person belonged to it', async () => {
  const id = await register('2022-01-10')
  const child = await register('2022-01-10', { fullName: 'Trần Thị Lan', born: '2015-06-01' })
  await own.request(async (ctx) => {
    const membership = {
      personId: id,
      isHead: true,
      relationToHead: 'chủ hộ',
      from: day('2022-06-01'),
      source,
    }
    await recordMembership(ctx, membership)
    const fact = { until: null, evidence: null, source }
    const poverty = { kind: 'poverty', detail: { level: 'poor', year: 2022 }, until: day('2023-01-01') }
    await recordCircumstance(ctx, { ...fact, personId: id, from: day('2022-07-01'), ...poverty })
    await recordCircumstance(ctx, {
      ...fact,
      personId: child,
      kind: 'study',
      detail: { level: 'general' },
      from: day('2021-09-05'),
    })
    const parent = { personId: id, otherId: child, kind: 'parent_of' as const, detail: {} }
    await recordRelation(ctx, { ...parent, from: day('2015-06-01'), until: null, source })
  }, morning('2022-08-01'))
  const { circumstanceId } = await own.request(
    (ctx) =>
      recordCircumstance(ctx, {
        personId: id,
        kind: 'wage',
        detail: {},
        from: day('2022-01-01'),
        until: null,
        evidence: null,
        source,
      }),
    morning('2022-08-01'),
  )
  await own.request(
    (ctx) => endCircumstance(ctx, { personId: id, circumstanceId, until: day('2022-09-01'), source }),
    morning('2022-10-01'),
  )
  const [history] = await own.request((ctx) => loadHistories(ctx, [id, crypto.randomUUID()]))
  expect(history).toMatchObject({
    personId: id,
    identity: [{ fullName: 'Nguyễn Thị Hòa', retractedAt: null }],
    relations: [
      {
        kind: 'parent_of',
        side: 'from',
        otherId: child,
        other: {
          lives: [{ born: '2015-06-01', diedOn: null, retractedAt: null }],
          study: [{ during: { from: '2021-09-05', until: null } }],
          disability: [],
        },
      },
    ],
  })
  const factsAt = (moment: string) =>
    history!.circumstances
      .filter((fact) => isKnownAt(fact, instant(moment)))
      .map(({ kind, during }) => [kind, during.from, during.until])
  expect(factsAt('2022-07-31T00:00:00Z')).toEqual([])
  expect(factsAt('2022-08-02T00:00:00Z')).toEqual([
    ['wage', '2022-01-01', null],
    ['poverty', '2022-07-01', '2023-01-01'],
  ])
  expect(factsAt('2022-10-02T00:00:00Z')).toEqual([
    ['wage', '2022-01-01', '2022-09-01'],
    ['poverty', '2022-07-01', '2023-01-01'],
  ])
})

test('the very second of a correction belongs to what is known after it', () => {
  const fact = { recordedAt: instant('2026-11-23T02:00:00Z'), retractedAt: instant('2026-11-23T02:00:00.5Z') }
  expect(isKnownAt(fact, instant('2026-11-23T02:00:00.25Z'))).toBe(true)
  expect(isKnownAt(fact, instant('2026-11-23T02:00:00.5Z'))).toBe(false)
  expect(isKnownAt(fact, instant('2026-11-23T01:59:59.999Z'))).toBe(false)
})

test('many are taken in at once, and touched people are handed out once', async () => {
  await own.request((ctx) => takeTouched(ctx, 100_000))
  const people = Array.from({ length: 2500 }, (_, index) =>
    newcomer({ fullName: `Lê Thị ${index % 2 ? 'Mận' : 'Đào'}` }),
  )
  const ids = await own.request((ctx) => registerPeople(ctx, people))
  expect(new Set(ids).size).toBe(2500)
  const [one, other] = await Promise.all([
    own.request((ctx) => takeTouched(ctx, 1500)),
    own.request((ctx) => takeTouched(ctx, 1500)),
  ])
  const rest = await own.request((ctx) => takeTouched(ctx, 5000))
  expect(new Set([...one, ...other, ...rest]).size).toBe(2500)
  expect(one.length + other.length + rest.length).toBe(2500)
  const histories = await own.request((ctx) => loadHistories(ctx, ids))
  expect(histories).toHaveLength(2500)
  const [first] = await own.request((ctx) => loadHistories(ctx, [ids[1]!]))
  expect(first?.identity[0]?.fullName).toBe('Lê Thị Mận')
})
