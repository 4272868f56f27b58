import { expect, test } from 'vitest'
import { civilDate, instant } from '#kernel/civil-date'
import { membersNow, recordDeath, recordMembership, undoDeath } from '#modules/people'
import type { PersonId } from '#modules/people/contract'
import {
  act,
  award,
  chair,
  confirming,
  factsOf,
  inOwnDatabase,
  officer,
  pair,
  person,
  registerAll,
  whole,
} from '../testing.ts'
import { confirmMerge, mergePair, undoPairMerge } from './merge-pair.ts'
import { showPair } from './show-pair.ts'

inOwnDatabase()

test('whoever goes as the head of a household is asked who follows, and it is told who stays', async () => {
  const { head, wife, child, home } = await givenHeadWrittenTwice()
  const everybody = [head, home.record, wife, child] as const
  const before = await factsOf(...everybody)
  const id = await pair(head, home.record)
  const seen = await act((ctx) => showPair(ctx, { id }))
  const staying = [
    { id: wife, fullName: 'Mã Thị Sinh' },
    { id: child, fullName: 'Mã Văn Thu' },
  ]
  expect(seen.headless[seen.keeps!], 'the head is merged away').toEqual(staying)
  expect(seen.headless[seen.keeps === 'one' ? 'other' : 'one'], 'the head stays in that home').toEqual([])

  const merge = (choices: object) => act((ctx) => mergePair(ctx, { ...whole(id), choices }))
  await expect(merge({})).rejects.toMatchObject({ code: 'duplicates.next_head_needed' })
  await expect(merge({ nextHead: home.record })).rejects.toMatchObject({ code: 'duplicates.next_head_gone' })
  await expect(merge({ nextHead: child })).rejects.toMatchObject({ code: 'duplicates.next_head_not_of_age' })
  expect(await factsOf(...everybody), 'what is refused changes nothing').toEqual(before)

  expect(await merge({ nextHead: wife })).toMatchObject({ state: 'merged', keptId: home.record })
  expect(await headsOf(wife)).toEqual([wife])
  await act((ctx) => undoPairMerge(ctx, whole(id)))
  expect(await factsOf(...everybody)).toEqual(before)
})

test('that nobody is known yet is said too, and a household that is chosen keeps its head', async () => {
  const { head, wife, home } = await givenHeadWrittenTwice()
  const id = await pair(head, home.record)
  const { keeps } = await act((ctx) => showPair(ctx, { id }))
  const away = keeps === 'one' ? 'other' : 'one'
  await act((ctx) => mergePair(ctx, { ...whole(id), choices: { home: away } }))
  expect(await headsOf(wife)).toEqual([home.record])
  await act((ctx) => undoPairMerge(ctx, whole(id)))
  await act((ctx) => mergePair(ctx, { ...whole(id), choices: { nextHead: 'nobody' } }))
  expect(await headsOf(wife)).toEqual([])
})

test('who was proposed to follow and is not of the household any more is asked for anew', async () => {
  const { head, wife, home } = await givenHeadWrittenTwice()
  await award(home.record, '2026-01')
  const id = await pair(head, home.record)
  await expect(act((ctx) => mergePair(ctx, { ...whole(id), choices: {} }))).rejects.toMatchObject({
    code: 'duplicates.next_head_needed',
  })
  expect(await act((ctx) => mergePair(ctx, { ...whole(id), choices: { nextHead: wife } }))).toMatchObject({
    state: 'proposed',
  })
  await join(wife, {})
  const confirm = () => act((ctx) => confirmMerge(ctx, whole(id)), confirming(chair))
  await expect(confirm()).rejects.toMatchObject({ code: 'duplicates.next_head_gone' })
})

test('a household keeps the head it has got since, and the former one is one of its members once they are two again', async () => {
  const { head, wife, home } = await givenHeadWrittenTwice()
  const id = await pair(head, home.record)
  await act((ctx) => mergePair(ctx, { ...whole(id), choices: { nextHead: 'nobody' } }))
  const [member] = await act((ctx) => membersNow(ctx, { personIds: [wife] }))
  await act((ctx) =>
    recordMembership(ctx, {
      personId: wife,
      householdId: member!.householdId,
      isHead: true,
      relationToHead: 'chủ hộ',
      from: civilDate('2026-11-23'),
      source: 'Hộ khẩu',
    }),
  )
  await act((ctx) => undoPairMerge(ctx, whole(id)))
  expect(await headsOf(head)).toEqual([wife])
  const members = await act((ctx) => membersNow(ctx, { personIds: [head] }))
  expect(members.find(({ personId }) => personId === head)).toMatchObject({ relationToHead: 'chủ hộ cũ' })
})

test('a household that only the other record tells of comes along', async () => {
  const [kept, other, wife] = await registerAll([
    person({ fullName: 'Cù Thị Lan' }),
    person({ fullName: 'Cù Thị Lán' }),
    person({ fullName: 'Cù Thị Sen', born: '1970-01-01' }),
  ])
  const { householdId } = await join(other!, {})
  await join(wife!, { householdId })
  const id = await pair(kept!, other!)
  const { headless } = await act((ctx) => showPair(ctx, { id }))
  expect(headless).toEqual({ one: [], other: [] })
  const { keptId } = await act((ctx) => mergePair(ctx, { ...whole(id), choices: {} }))
  expect(await headsOf(wife!)).toEqual([keptId])
  // A death told since has ended what the merge wrote: it is said to be undone first, and then both are as before.
  const died = civilDate('2026-11-10')
  const later = (hours: number) => instant(`2026-11-23T0${hours}:00:00Z`)
  await act(
    (ctx) => recordDeath(ctx, { personId: keptId as PersonId, diedOn: died, source: 'Khai tử' }),
    officer,
    later(5),
  )
  await expect(act((ctx) => undoPairMerge(ctx, whole(id)))).rejects.toMatchObject({
    code: 'duplicates.changed_since_merge',
    details: { tables: ['membership'], diedSince: died },
  })
  await act(
    (ctx) => undoDeath(ctx, { personId: keptId as PersonId, formerHeadBecomes: 'chủ hộ cũ', source: 'Nhầm' }),
    officer,
    later(6),
  )
  await act((ctx) => undoPairMerge(ctx, whole(id)), officer, later(7))
  expect(await headsOf(wife!)).toEqual([other])
})

/** A head with two who stay, and another record of the same person, who is nobody’s head in a household of others. */
async function givenHeadWrittenTwice() {
  const [record, owner, head, wife, child] = await registerAll([
    person({ fullName: 'Mã Văn Tài', sex: 'male', village: 'Thôn Đông' }),
    person({ fullName: 'Mã Văn Chủ', sex: 'male', born: '1930-01-01' }),
    person({ fullName: 'Mã Văn Tái', sex: 'male', village: 'Thôn Đoài' }),
    person({ fullName: 'Mã Thị Sinh', born: '1940-01-01' }),
    person({ fullName: 'Mã Văn Thu', sex: 'male', born: '2015-01-01' }),
  ])
  const other = await join(owner!, {})
  await join(record!, { householdId: other.householdId })
  const { householdId } = await join(head!, {})
  await join(wife!, { householdId })
  await join(child!, { householdId })
  return { head: head!, wife: wife!, child: child!, home: { record: record!, owner: owner! } }
}

function join(personId: PersonId, { householdId }: { householdId?: string }) {
  return act((ctx) =>
    recordMembership(ctx, {
      personId,
      ...(householdId && { householdId }),
      isHead: householdId === undefined,
      relationToHead: householdId === undefined ? 'chủ hộ' : 'người trong hộ',
      from: civilDate('2020-01-01'),
      source: 'Hộ khẩu',
    }),
  )
}

/** The heads of the household somebody is of. */
async function headsOf(personId: string) {
  const members = await act((ctx) => membersNow(ctx, { personIds: [personId] }))
  return members.filter(({ isHead }) => isHead).map((one) => one.personId)
}
