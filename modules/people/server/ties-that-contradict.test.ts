import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { civilDate, instant } from '#kernel/civil-date'
import { areaIdsWithin } from '#modules/geography'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import type { PersonId } from '../contract.ts'
import { tiesAround } from '../db/ties-around.ts'
import type { RelationKind } from '../domain/history.ts'
import { communes } from '../testing.ts'
import { correctIdentity } from './correct-identity.ts'
import { recordDeath } from './record-death.ts'
import { correctIdentities, recordTies } from './record-many.ts'
import { endRelation, recordRelation } from './record-relation.ts'
import { registerPeople } from './register-person.ts'
import { undoDeath } from './undo-death.ts'

let own: OwnDatabase
beforeAll(async () => {
  own = await openOwnDatabase()
})
afterAll(() => own.drop())

const source = 'Giấy tờ'

/** A tie of a kind from one of three people to another. */
type Tie = readonly [kind: RelationKind, from: number, to: number]

test.for<[string, Tie | null, Tie, string]>([
  ['two spouses at a time', ['spouse_of', 0, 1], ['spouse_of', 2, 0], 'relation_one_spouse_at_a_time'],
  ['a marriage said from both sides', ['spouse_of', 0, 1], ['spouse_of', 1, 0], 'relation_said_once'],
  ['guardians of each other', ['guardian_of', 0, 1], ['guardian_of', 1, 0], 'relation_no_guardian_has_one'],
  ['a guardian who gets one', ['guardian_of', 0, 1], ['guardian_of', 2, 0], 'relation_no_guardian_has_one'],
  ['a parent born after the child', null, ['parent_of', 2, 0], 'relation_parents_were_born_first'],
  ['a child that is married', ['parent_of', 0, 2], ['spouse_of', 2, 0], 'relation_no_spouse_is_parent'],
])('%s: the database refuses it, whoever writes', async ([, before, refused, constraint]) => {
  const people = await registered(['1950-01-01', '1951-01-01', '1980-01-01'])
  const write = ([kind, from, to]: Tie) =>
    own.request((ctx) =>
      sql`insert into people.relation (person_id, other_id, kind, during, source)
        values (${people[from]}, ${people[to]}, ${kind}, '[2000-01-01,)', 'test')`.execute(ctx.db()),
    )
  if (before) await write(before)
  await expect(write(refused)).rejects.toMatchObject({ constraint })
})

test('of two marriages of one person that are recorded at once, one is refused', async () => {
  const [middle, ...spouses] = await registered(['1950-01-01', '1951-01-01', '1952-01-01'])
  const tried = await Promise.allSettled(
    spouses.map((otherId) =>
      own.request(async (ctx) => {
        await sql`insert into people.relation (person_id, other_id, kind, during, source)
          values (${otherId}, ${middle}, 'spouse_of', '[2000-01-01,)', 'test')`.execute(ctx.db())
        await sql`select pg_sleep(0.2)`.execute(ctx.db())
      }),
    ),
  )
  expect(tried.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

describe('a corrected birth', () => {
  const child = '1975-06-01'

  test('that makes a parent younger than the child is refused, saying whose', async () => {
    const [mother, son] = await registered(['1950-01-01', child], ['Nguyễn Thị Hòa', 'Trần Văn Nam'])
    await tie('parent_of', mother!, son!)
    const correct = (personId: PersonId, born: string) =>
      own.request((ctx) => correctIdentity(ctx, { personId, born: civilDate(born), source }))
    await expect(correct(mother!, '1980-01-01')).rejects.toMatchObject({
      code: 'people.parent_born_after_child',
      details: { ties: [{ kind: 'parent_of', side: 'from', fullName: 'Trần Văn Nam', born: child }] },
    })
    await expect(correct(son!, '1960-01-01')).rejects.toMatchObject({
      code: 'people.parent_too_young',
      details: { ties: [{ side: 'to', fullName: 'Nguyễn Thị Hòa' }] },
    })
    await correct(mother!, '1951-01-01')
    await expect(
      own.request((ctx) =>
        sql`update people.person set born = '1980-01-01' where id = ${mother}`.execute(ctx.db()),
      ),
      'whoever writes',
    ).rejects.toMatchObject({ constraint: 'relation_parents_were_born_first' })
  })

  test('is no more held up by a tie that was none', async () => {
    const [mother, son] = await registered(['1950-01-01', child])
    const { relationId } = await tie('parent_of', mother!, son!)
    await own.request((ctx) =>
      endRelation(ctx, { personId: mother!, relationId, until: civilDate('2026-11-01'), source }),
    )
    const corrected = own.request((ctx) =>
      correctIdentity(ctx, { personId: mother!, born: civilDate('1980-01-01'), source }),
    )
    expect(await corrected).toEqual({ personId: mother })
  })

  test('does not tell an officer who a relative out of their area is', async () => {
    const [mother, son] = await registered(['1950-01-01', child])
    await tie('parent_of', mother!, son!)
    await own.request((ctx) =>
      sql`update people.person set home_area_id = ${communes.songLo} where id = ${son}`.execute(ctx.db()),
    )
    const areaIds = await own.request((ctx) => areaIdsWithin(ctx, communes.tamSon))
    await expect(
      own.request(
        (ctx) => correctIdentity(ctx, { personId: mother!, born: civilDate('1980-01-01'), source }),
        {
          actor: { areaId: communes.tamSon, areaIds: [...areaIds] },
        },
      ),
    ).rejects.toSatisfy(
      (error: { code: string; details: object }) =>
        error.code === 'people.parent_born_after_child' && !JSON.stringify(error.details).includes('Văn'),
    )
  })

  test('of many at once is refused as of one, and so are names nobody has', async () => {
    const [mother, son] = await registered(['1950-01-01', child])
    await tie('parent_of', mother!, son!)
    const identity = { fullName: 'Nguyễn Thị Hòa', sex: 'female', bornPrecision: 'day', source } as const
    const correct = (differing: { fullName?: string; born: string }) =>
      own.request((ctx) =>
        correctIdentities(ctx, [
          { ...identity, ...differing, personId: mother!, born: civilDate(differing.born) },
        ]),
      )
    await expect(correct({ born: '1980-01-01' })).rejects.toMatchObject({
      code: 'people.parent_born_after_child',
    })
    await expect(correct({ born: '1850-01-01' })).rejects.toMatchObject({ code: 'people.birth_too_long_ago' })
    await expect(correct({ born: '2030-01-01' })).rejects.toMatchObject({ code: 'people.birth_in_future' })
    await expect(correct({ born: '1950-01-01', fullName: 'Nguyễn 123 @' })).rejects.toMatchObject({
      code: 'people.name_wrong',
    })
    await own.request((ctx) =>
      correctIdentities(ctx, [
        { ...identity, personId: mother!, born: civilDate('1930-01-01') },
        { ...identity, personId: son!, born: civilDate('1949-01-01') },
      ]),
    )
  })
})

test('ties that many are told of at once are refused in the words of one', async () => {
  const [one, other, third] = await registered(['1950-01-01', '1951-01-01', '1952-01-01'])
  const marriage = { personId: one!, kind: 'spouse_of', from: civilDate('2000-01-01'), source } as const
  await expect(
    own.request((ctx) =>
      recordTies(ctx, [
        { ...marriage, otherId: other! },
        { ...marriage, otherId: third! },
      ]),
    ),
  ).rejects.toMatchObject({ code: 'people.already_married' })
})

test('whoever was left by a death that was none, and has married again, is not married to two', async () => {
  const [husband, wife, second] = await registered(['1950-01-01', '1951-01-01', '1952-01-01'])
  await tie('spouse_of', husband!, wife!)
  const later = { now: instant('2026-11-24T02:00:00Z') }
  await own.request(
    (ctx) => recordDeath(ctx, { personId: husband!, diedOn: civilDate('2020-05-10'), source }),
    later,
  )
  await own.request((ctx) =>
    recordRelation(ctx, {
      personId: second!,
      otherId: wife!,
      kind: 'spouse_of',
      detail: {},
      from: civilDate('2022-01-01'),
      until: null,
      source,
    }),
  )
  await own.request(
    (ctx) => undoDeath(ctx, { personId: husband!, formerHeadBecomes: 'thành viên', source }),
    { now: instant('2026-11-25T02:00:00Z') },
  )
  const ties = await own.request((ctx) => tiesAround(ctx, [wife!]))
  expect(ties.map(({ otherId, during }) => [otherId, during.from, during.until])).toEqual(
    expect.arrayContaining([
      [husband, '2000-01-01', '2022-01-01'],
      [second, '2022-01-01', null],
    ]),
  )
  expect(ties).toHaveLength(2)
})

function registered(births: readonly string[], names: readonly string[] = []): Promise<PersonId[]> {
  return own.request((ctx) =>
    registerPeople(
      ctx,
      births.map((born, index) => ({
        fullName: names[index] ?? 'Trần Văn Nam',
        sex: 'male',
        born: civilDate(born),
        bornPrecision: 'day',
        ethnicGroup: null,
        phone: null,
        identifiers: [],
        home: { areaId: communes.tamSon, village: null, address: null },
        source,
      })),
    ),
  )
}

function tie(kind: 'parent_of' | 'spouse_of', personId: PersonId, otherId: PersonId) {
  const from = civilDate('2000-01-01')
  return own.request((ctx) =>
    recordRelation(ctx, { personId, otherId, kind, detail: {}, from, until: null, source }),
  )
}
