import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { endRelation, recordRelation, tiesNow, type RelationKind } from '#modules/people'
import type { PersonId } from '#modules/people/contract'
import { act, award, factsOf, inOwnDatabase, pair, person, registerAll, whole } from '../testing.ts'
import { mergePair, undoPairMerge } from './merge-pair.ts'
import { showPair } from './show-pair.ts'

inOwnDatabase()

/** Where nobody was paid, the record that was there first is kept. */
const twice = (...births: string[]) =>
  registerAll(
    births.map((born, index) =>
      person({ fullName: index < 2 ? 'Lò Thị Mai' : `Lò Văn ${'Ẩn Bình Cát'.split(' ')[index - 2]}`, born }),
    ),
  )

/** Two records of a wife, each tied to a husband of its own; the third man to nobody. */
async function twiceMarried(...births: string[]) {
  const people = await twice('1938-03-12', '1938-03-12', ...births)
  const [wife, wifeAgain, husband, second] = people
  await tie('spouse_of', husband!, wife!)
  await tie('spouse_of', wifeAgain!, second!)
  return people
}

test.for<RelationKind>(['parent_of', 'guardian_of', 'cares_for', 'spouse_of', 'related_to'])(
  '%s: nobody is that to themselves, so two who are tied are not merged before that tie has ended',
  async (kind) => {
    const [one, other] = await twice('1938-03-12', '1962-03-12')
    const { relationId } = await tie(kind, one!, other!)
    const before = await factsOf(one!, other!)
    const id = await pair(one!, other!)
    expect(await act((ctx) => showPair(ctx, { id }))).toMatchObject({ obstacle: 'are_related' })
    await expect(act((ctx) => mergePair(ctx, { ...whole(id), choices: {} }))).rejects.toMatchObject({
      code: 'duplicates.relations_contradict',
      details: { said: 'people.relation_with_self', ties: [{ kind, fullName: 'Lò Thị Mai' }] },
    })
    expect(await factsOf(one!, other!)).toEqual(before)
    await act((ctx) =>
      endRelation(ctx, { personId: one!, relationId, until: civilDate('2026-11-01'), source: 'Ghi nhầm' }),
    )
    expect(await act((ctx) => mergePair(ctx, { ...whole(id), choices: {} }))).toMatchObject({
      state: 'merged',
    })
    expect(await factsOf(one!)).toMatchObject([{ relations: null }])
  },
)

test('a couple that was written down twice becomes one: the marriage is chosen, the rest follows, and all can be parted', async () => {
  const [wife, wifeAgain, husband, husbandAgain] = await twiceMarried('1936-01-01', '1936-01-01')
  const everybody = [wife!, wifeAgain!, husband!, husbandAgain!]
  const before = await factsOf(...everybody)
  const wives = await pair(wife!, wifeAgain!)
  await act((ctx) => mergePair(ctx, { ...whole(wives), choices: {} }))
  expect(await spousesOf(wife!)).toEqual([husband])
  const husbands = await pair(husband!, husbandAgain!)
  await act((ctx) => mergePair(ctx, { ...whole(husbands), choices: {} }))
  expect(await spousesOf(husband!)).toEqual([wife])
  for (const id of [husbands, wives]) await act((ctx) => undoPairMerge(ctx, whole(id)))
  expect(await factsOf(...everybody)).toEqual(before)
})

test('of two marriages that of the other record is taken where it was chosen', async () => {
  const [wife, wifeAgain, , second] = await twiceMarried('1936-01-01', '1937-01-01')
  const before = await factsOf(wife!, wifeAgain!)
  const id = await pair(wife!, wifeAgain!)
  const seen = await act((ctx) => showPair(ctx, { id }))
  expect(new Set(seen.sides.map(({ spouse }) => spouse))).toEqual(new Set(['Lò Văn Ẩn', 'Lò Văn Bình']))
  await act((ctx) =>
    mergePair(ctx, { ...whole(id), choices: { spouse: wife! < wifeAgain! ? 'other' : 'one' } }),
  )
  expect(await spousesOf(wife!)).toEqual([second])
  await act((ctx) => undoPairMerge(ctx, whole(id)))
  expect(await factsOf(wife!, wifeAgain!)).toEqual(before)
})

test('a tie that both records tell, each from its side, stands once', async () => {
  const [one, other, third] = await twice('1938-03-12', '1938-03-12', '1936-01-01')
  await tie('related_to', one!, third!)
  await tie('related_to', third!, other!)
  await act(async (ctx) => mergePair(ctx, { ...whole(await pair(one!, other!)), choices: {} }))
  expect(await factsOf(one!, third!)).toMatchObject([
    { relations: [`related_to ${third}`] },
    { relations: null },
  ])
})

test('a spouse who was given up for the other one and has married since keeps the merge from being undone', async () => {
  const [wife, wifeAgain, , second, third] = await twiceMarried('1936-01-01', '1937-01-01', '1939-01-01')
  const id = await pair(wife!, wifeAgain!)
  await act((ctx) => mergePair(ctx, { ...whole(id), choices: {} }))
  await tie('spouse_of', second!, third!)
  await expect(act((ctx) => undoPairMerge(ctx, whole(id)))).rejects.toMatchObject({
    code: 'duplicates.relations_contradict',
    details: { said: 'people.already_married' },
  })
})

test('a guardian who would have one, and a circle of parents, are no two records of one person', async () => {
  const [one, other, ward, guardian] = await twice('1938-03-12', '1938-03-12', '1936-01-01', '1960-01-01')
  await tie('guardian_of', one!, ward!)
  await tie('guardian_of', guardian!, other!)
  const guardians = await pair(one!, other!)
  await expect(act((ctx) => mergePair(ctx, { ...whole(guardians), choices: {} }))).rejects.toMatchObject({
    details: {
      said: 'people.guardian_has_guardian',
      ties: [
        { side: 'from', fullName: 'Lò Văn Ẩn' },
        { side: 'to', fullName: 'Lò Văn Bình' },
      ],
    },
  })
  const [old, young, child] = await twice('1938-03-12', '1990-03-12', '1962-01-01')
  await tie('parent_of', old!, child!)
  await tie('parent_of', child!, young!)
  const generations = await pair(old!, young!)
  for (const choices of [{}, { born: old! < young! ? ('other' as const) : ('one' as const) }])
    await expect(act((ctx) => mergePair(ctx, { ...whole(generations), choices }))).rejects.toMatchObject({
      code: 'duplicates.relations_contradict',
      details: {
        said: 'people.parent_born_after_child',
        ties: [{ kind: 'parent_of', fullName: 'Lò Văn Ẩn' }],
      },
    })
})

test('guardianships gone by that both tell of are one, and of days that contradict the kept record is believed', async () => {
  const [kept, other, ward, guardian] = await twice('1938-03-12', '1938-03-12', '1996-01-01', '1930-01-01')
  await tie('guardian_of', kept!, ward!, '2000-01-01', '2005-01-01')
  await tie('guardian_of', other!, ward!, '1999-01-01', '2001-01-01')
  await tie('guardian_of', guardian!, other!, '2003-01-01', '2012-01-01')
  await tie('guardian_of', guardian!, other!, '2014-01-01', '2015-01-01')
  const before = await tiesOf(kept!, other!)
  const id = await pair(kept!, other!)
  const joined = [
    {
      how: 'longer',
      kind: 'guardian_of',
      side: 'from',
      fullName: 'Lò Văn Ẩn',
      born: '1996-01-01',
      told: [
        { from: '2000-01-01', until: '2005-01-01' },
        { from: '1999-01-01', until: '2001-01-01' },
      ],
      now: [{ from: '1999-01-01', until: '2005-01-01' }],
    },
    {
      how: 'shorter',
      kind: 'guardian_of',
      side: 'to',
      fullName: 'Lò Văn Bình',
      born: '1930-01-01',
      told: [{ from: '2003-01-01', until: '2012-01-01' }],
      now: [{ from: '2005-01-01', until: '2012-01-01' }],
    },
  ]
  expect((await act((ctx) => showPair(ctx, { id }))).joined, 'said before').toEqual(joined)
  await act((ctx) => mergePair(ctx, { ...whole(id), choices: {} }))
  expect(await tiesOf(kept!)).toEqual([
    `${kept} ${ward} [1999-01-01,2005-01-01)`,
    `${guardian} ${kept} [2005-01-01,2012-01-01)`,
    `${guardian} ${kept} [2014-01-01,2015-01-01)`,
  ])
  expect((await act((ctx) => showPair(ctx, { id }))).joined, 'and afterwards').toEqual(joined)
  await act((ctx) => undoPairMerge(ctx, whole(id)))
  expect(await tiesOf(kept!, other!)).toEqual(before)
})

test('an end only the kept record knows is believed, and no tie is made longer into what contradicts it', async () => {
  const [kept, other, ward, guardian] = await twice('1938-03-12', '1938-03-12', '1996-01-01', '1930-01-01')
  await tie('cares_for', kept!, ward!, '2000-01-01', '2005-01-01')
  await tie('cares_for', other!, ward!, '1999-01-01')
  await tie('guardian_of', kept!, ward!, '2000-01-01', '2005-01-01')
  await tie('guardian_of', guardian!, kept!, '2006-01-01', '2010-01-01')
  await tie('guardian_of', other!, ward!, '2004-01-01', '2008-01-01')
  const id = await pair(kept!, other!)
  await act((ctx) => mergePair(ctx, { ...whole(id), choices: {} }))
  expect(await tiesOf(kept!)).toEqual([
    `${kept} ${ward} [1999-01-01,2005-01-01)`,
    `${kept} ${ward} [2000-01-01,2005-01-01)`,
    `${guardian} ${kept} [2006-01-01,2010-01-01)`,
  ])
})

test('a birth that is chosen makes nobody younger than their child', async () => {
  const [one, other, child] = await twice('1938-03-12', '1983-03-12', '1962-01-01')
  await tie('parent_of', one!, child!)
  const id = await pair(one!, other!)
  const from = one! < other! ? 'other' : 'one'
  await expect(act((ctx) => mergePair(ctx, { ...whole(id), choices: { born: from } }))).rejects.toMatchObject(
    {
      details: { said: 'people.parent_born_after_child' },
    },
  )
  expect(await act((ctx) => mergePair(ctx, { ...whole(id), choices: {} }))).toMatchObject({ state: 'merged' })
})

test('where money was paid, what the register would refuse is not even proposed', async () => {
  const [one, other, ward, guardian] = await twice('1938-03-12', '1938-03-12', '1936-01-01', '1960-01-01')
  await award(one!, '2026-01')
  await tie('guardian_of', one!, ward!)
  await tie('guardian_of', guardian!, other!)
  const id = await pair(one!, other!)
  await expect(act((ctx) => mergePair(ctx, { ...whole(id), choices: {} }))).rejects.toMatchObject({
    code: 'duplicates.relations_contradict',
  })
  expect(await act((ctx) => showPair(ctx, { id }))).toMatchObject({ state: 'open', proposal: null })
})

async function spousesOf(personId: string) {
  const ties = await act((ctx) => tiesNow(ctx, [personId], ['spouse_of']))
  return ties.map((tie) => (tie.personId === personId ? tie.otherId : tie.personId))
}

/** Who is what to whom when, from the day on that it began. */
async function tiesOf(...ids: string[]) {
  return act(async (ctx) => {
    const { rows } = await sql<{ tie: string }>`
      select person_id || ' ' || other_id || ' ' || during as tie from people.relation
      where retracted_at is null and (person_id = any(${ids}::uuid[]) or other_id = any(${ids}::uuid[]))
      order by during, person_id`.execute(ctx.db())
    return rows.map((row) => row.tie)
  })
}

function tie(
  kind: RelationKind,
  personId: PersonId,
  otherId: PersonId,
  from = '2000-01-01',
  until: string | null = null,
) {
  return act((ctx) =>
    recordRelation(ctx, {
      personId,
      otherId,
      kind,
      detail: {},
      from: civilDate(from),
      until: until === null ? null : civilDate(until),
      source: 'Hộ khẩu',
    }),
  )
}
