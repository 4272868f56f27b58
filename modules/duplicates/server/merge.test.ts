import { sql } from 'kysely'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import {
  correctIdentity,
  recordCircumstance,
  recordDeath,
  recordMembership,
  recordRelation,
} from '#modules/people'
import type { PersonId } from '#modules/people/contract'
import { killOnceItSpeaks } from '#testing/kill-once-it-speaks'
import { forgetPairs } from '../db/found-pairs.ts'
import {
  act,
  factsOf,
  inOwnDatabase,
  officer,
  own,
  pair,
  person,
  reason,
  registerAll,
  whole,
} from '../testing.ts'
import { mergePair, undoPairMerge } from './merge-pair.ts'
import { showPair } from './show-pair.ts'

inOwnDatabase()

test('merged, a record has what was chosen and what it lacked; undone, both say exactly what they said', async () => {
  const [kept, other] = await registerAll([
    person({ fullName: 'Nguyễn Thị Hoà', number: '026138001234', village: 'Thôn Đông' }),
    person({ fullName: 'Nguyễn Thị Hòa', legacy: '135123456', phone: '0912345678', village: 'Thôn Đoài' }),
  ])
  const [child] = await registerAll([person({ fullName: 'Trần Văn Nam', sex: 'male', born: '1962-01-05' })])
  await act(async (ctx) => {
    await recordRelation(ctx, {
      personId: other!,
      otherId: child!,
      kind: 'parent_of',
      detail: {},
      from: null,
      until: null,
      source: 'Hộ khẩu',
    })
    await recordMembership(ctx, {
      personId: other!,
      isHead: true,
      relationToHead: 'chủ hộ',
      from: civilDate('2010-01-01'),
      source: 'Hộ khẩu',
    })
    await recordCircumstance(ctx, {
      personId: other!,
      kind: 'disability',
      detail: { level: 'severe', types: ['mobility'], issuedOn: '2024-05-01' },
      from: civilDate('2024-05-01'),
      until: null,
      evidence: null,
      source: 'Giấy xác nhận',
    })
  })
  const before = await factsOf(kept!, other!)
  const id = await pair(kept!, other!)
  const names = kept! < other! ? 'other' : 'one'
  const merged = await act((ctx) =>
    mergePair(ctx, { ...whole(id), choices: { fullName: names, home: names } }),
  )
  expect(merged).toMatchObject({ state: 'merged', overpaid: 0 })
  const survivor = merged.keptId!
  expect(await factsOf(survivor)).toMatchObject([
    {
      fullName: 'Nguyễn Thị Hòa',
      phone: '0912345678',
      numbers: ['026138001234', '135123456'],
      relations: [`parent_of ${child}`],
      circumstances: ['disability [2024-05-01,)'],
      mergedInto: null,
    },
  ])
  const gone = survivor === kept ? other! : kept!
  await expect(
    act((ctx) => correctIdentity(ctx, { personId: gone, phone: '0987654321', source: 'Thẻ' })),
  ).rejects.toMatchObject({ code: 'people.person_merged', details: { into: survivor } })

  await act((ctx) => undoPairMerge(ctx, { ...whole(id), reason: 'Hai chị em họ' }))
  expect(await factsOf(kept!, other!)).toEqual(before)
  expect(await act((ctx) => showPair(ctx, { id }))).toMatchObject({
    state: 'open',
    may: { merge: true },
    decision: null,
    partings: [
      { merged: { by: officer.name, reason }, parted: { by: officer.name, reason: 'Hai chị em họ' } },
    ],
  })
  await act((ctx) => forgetPairs(ctx, [kept!, other!], []))
  expect(await act((ctx) => showPair(ctx, { id })), 'found again or not').toMatchObject({ state: 'open' })
})

test('who stood in a household twice, and led it once, leads it; undone, all stand as they stood', async () => {
  const [kept, other] = await registerAll([
    person({ fullName: 'Vàng Thị Mỷ' }),
    person({ fullName: 'Vàng Thị Mị' }),
  ])
  const join = { relationToHead: 'chủ hộ', from: civilDate('2015-01-01'), source: 'Hộ khẩu' }
  await act(async (ctx) => {
    const { householdId } = await recordMembership(ctx, { ...join, personId: other!, isHead: true })
    await recordMembership(ctx, {
      ...join,
      personId: kept!,
      householdId,
      isHead: false,
      relationToHead: 'con',
    })
  })
  const before = await factsOf(kept!, other!)
  const id = await pair(kept!, other!)
  await act((ctx) => mergePair(ctx, { ...whole(id), choices: {} }))
  const [{ memberships }] = (await factsOf(kept!)) as [{ memberships: string[] }] // One was asked for.
  expect(memberships.at(-1)).toMatch(/true\[2026-11-23,\)$/)
  await act((ctx) => undoPairMerge(ctx, whole(id)))
  expect(await factsOf(kept!, other!)).toEqual(before)
})

test('what somebody has corrected since is not lost by undoing a merge, and the rest is as it was', async () => {
  const [one, other] = await registerAll([
    person({ fullName: 'Lý A Páo' }),
    person({ fullName: 'Lí A Páo', phone: '0912000111' }),
  ])
  const before = await factsOf(one!, other!)
  const id = await pair(one!, other!)
  const names = one! < other! ? 'other' : 'one'
  const { keptId } = await act((ctx) => mergePair(ctx, { ...whole(id), choices: { fullName: names } }))
  const correct = (phone: string) =>
    act((ctx) => correctIdentity(ctx, { personId: keptId as PersonId, phone, source: 'Thẻ' }))
  await correct('0912000222')
  await act((ctx) => undoPairMerge(ctx, whole(id)))
  const [kept, merged] = before
  expect(await factsOf(one!, other!)).toEqual([{ ...kept, phone: '0912000222' }, merged])
})

test('a home that somebody recorded since stands in the way, until it is as it was when they were merged', async () => {
  const [one, other] = await registerAll([
    person({ fullName: 'Giàng Thị Dí', village: 'Thôn Đông' }),
    person({ fullName: 'Giàng Thị Dý', village: 'Thôn Đoài' }),
  ])
  const before = await factsOf(one!, other!)
  const id = await pair(one!, other!)
  const homes = one! < other! ? 'other' : 'one'
  const { keptId } = await act((ctx) => mergePair(ctx, { ...whole(id), choices: { home: homes } }))
  const said = (again: boolean) =>
    act(async (ctx) => {
      // As a correction does: what was believed is retracted, and the row is written anew.
      await sql`with gone as (
          update people.residence set retracted_at = ${ctx.now}::timestamptz
          where person_id = ${keptId} and retracted_at is null and upper_inf(during) returning *)
        insert into people.residence (person_id, area_id, village, address, during, source, recorded_at)
        select person_id, area_id, ${again ? 'Thôn Đoài' : 'Thôn Bắc'}, address, during, 'Xác nhận', ${ctx.now}::timestamptz
        from gone`.execute(ctx.db())
    })
  await said(false)
  await expect(act((ctx) => undoPairMerge(ctx, whole(id)))).rejects.toMatchObject({
    code: 'duplicates.changed_since_merge',
    details: { tables: ['residence'] },
  })
  await said(true)
  await act((ctx) => undoPairMerge(ctx, whole(id)))
  expect(await factsOf(one!, other!)).toEqual(before)
})

test('a death that only one record knows of is settled before, and never by merging', async () => {
  const [one, other] = await registerAll([
    person({ fullName: 'Cứ A Dơ', sex: 'male' }),
    person({ fullName: 'Cứ A Dở', sex: 'male' }),
  ])
  const id = await pair(one!, other!)
  const die = (personId: string) =>
    act((ctx) =>
      recordDeath(ctx, {
        personId: personId as PersonId,
        diedOn: civilDate('2026-05-10'),
        source: 'Khai tử',
      }),
    )
  await die(other!)
  expect(await act((ctx) => showPair(ctx, { id }))).toMatchObject({ obstacle: 'one_has_died' })
  await expect(act((ctx) => mergePair(ctx, { ...whole(id), choices: {} }))).rejects.toMatchObject({
    code: 'duplicates.one_has_died',
  })
  await die(one!)
  expect(await act((ctx) => mergePair(ctx, { ...whole(id), choices: {} }))).toMatchObject({ state: 'merged' })
})

test('records merged one after the other are parted the last one first', async () => {
  // Where nobody was paid the record that was there first is kept.
  const [first, a, b] = await registerAll(
    ['Ma Thị So', 'Ma Thị Sò', 'Ma Thị Xò'].map((fullName) => person({ fullName })),
  )
  const [ab, withA, withB] = [await pair(a!, b!), await pair(first!, a!), await pair(first!, b!)]
  expect(await act((ctx) => mergePair(ctx, { ...whole(ab), choices: {} }))).toMatchObject({ keptId: a })
  await expect(
    act((ctx) => showPair(ctx, { id: withB })),
    'the pair of the record that is gone',
  ).rejects.toMatchObject({ code: 'duplicates.pair_not_found' })
  expect(await act((ctx) => mergePair(ctx, { ...whole(withA), choices: {} }))).toMatchObject({
    keptId: first,
  })
  // Whatever the program does: nothing is merged a second time, nor into what is merged itself.
  for (const [record, into, constraint] of [
    [b, first, 'person_merged_once'],
    [first, b, 'person_merged_into_the_living'],
  ])
    await expect(
      act((ctx) =>
        sql`update people.person set merged_into = ${into} where id = ${record}`.execute(ctx.db()),
      ),
    ).rejects.toMatchObject({ constraint })
  await expect(act((ctx) => undoPairMerge(ctx, whole(ab)))).rejects.toMatchObject({
    code: 'duplicates.undo_later_first',
  })
  await act((ctx) => undoPairMerge(ctx, whole(withA)))
  await act((ctx) => undoPairMerge(ctx, whole(ab)))
  expect((await factsOf(first!, a!, b!)).map(({ mergedInto }) => mergedInto)).toEqual([null, null, null])
})

test('killed in the middle of a merge, nothing of it has happened, and it can be done', async () => {
  const [one, other] = await registerAll([
    person({ fullName: 'Sùng Thị Dua' }),
    person({ fullName: 'Sùng Thị Rua', phone: '0933444555' }),
  ])
  const before = await factsOf(one!, other!)
  const id = await pair(one!, other!)
  const input = { ...whole(id), choices: {} }
  const merging = fileURLToPath(new URL('../../../app/testing/interrupted-merge.ts', import.meta.url))
  await killOnceItSpeaks(own, merging, own.programUrl, JSON.stringify(input))
  expect(await factsOf(one!, other!)).toEqual(before)
  const merged = await act((ctx) => mergePair(ctx, input))
  expect(merged.state).toBe('merged')
  expect(await act((ctx) => mergePair(ctx, input)), 'sent again it is done once').toEqual(merged)
})

test('of a circumstance that both tell of the kept record is believed, and the other for the days of which it says nothing', async () => {
  const [kept, other] = await registerAll([
    person({ fullName: 'Bàn Thị Múi' }),
    person({ fullName: 'Bàn Thị Mùi' }),
  ])
  const disabled = (personId: PersonId, level: string, from: string, until: string | null) =>
    act((ctx) =>
      recordCircumstance(ctx, {
        personId,
        kind: 'disability',
        detail: { level },
        from: civilDate(from),
        until: until === null ? null : civilDate(until),
        evidence: null,
        source: 'Giấy xác nhận',
      }),
    )
  await disabled(kept!, 'mild', '2015-01-01', '2025-01-01')
  await disabled(other!, 'severe', '2024-06-01', null)
  const id = await pair(kept!, other!)
  const { sides } = await act((ctx) => showPair(ctx, { id }))
  expect(sides.map(({ facts }) => facts.map(({ detail }) => detail))).toEqual(
    kept! < other! ? [[], [{ level: 'severe' }]] : [[{ level: 'severe' }], []],
  )
  await act((ctx) => mergePair(ctx, { ...whole(id), choices: {} }))
  expect(await factsOf(kept!)).toMatchObject([
    { circumstances: ['disability [2015-01-01,2025-01-01)', 'disability [2025-01-01,)'] },
  ])
})
