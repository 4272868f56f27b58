import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { areaIdsWithin } from '#modules/geography'
import { correctIdentity, findLikelySame, registerPeople } from '#modules/people'
import { NewPerson, type PersonId } from '#modules/people/contract'
import type { Ctx } from '#platform/server/context'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import { PairFilter } from '../contract.ts'
import { askForDuplicates } from './find.ts'
import { keepApart } from './merge-pair.ts'
import { listPairs } from './list-pairs.ts'
import { listSuspicions } from './list-suspicions.ts'

/** Communes of Phú Thọ since July 2025, and Như Thụy, which Tam Sơn had taken in by then. */
const communes = { tamSon: 250708824, songLo: 250708848, nhuThuy: 8827 } as const

let own: OwnDatabase
beforeAll(async () => {
  own = await openOwnDatabase()
})
afterAll(() => own.drop())

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ']
const givens = ['Hòa', 'Bình', 'Lan', 'Mai', 'Tâm', 'Thủy', 'Dậu', 'Mão', 'Khanh', 'Liên']

test('whoever was written down twice is found in the first night, and whoever comes later at once', async () => {
  const crowd = families.flatMap((family, a) =>
    givens.map((given, b) =>
      person({
        fullName: `${family} Thị ${given}`,
        born: `19${30 + ((a * 7 + b * 3) % 60)}-${String(1 + ((a + b) % 12)).padStart(2, '0')}-${String(1 + ((a * 3 + b) % 28)).padStart(2, '0')}`,
        village: `Thôn ${a}`,
      }),
    ),
  )
  await registerAll(crowd)
  const [hoa, other] = await registerAll([
    person({ fullName: 'Lưu Thị Hoà', born: '1938-03-12', village: 'Thôn Đông' }),
    person({ fullName: 'Lưu thị Hòa', born: '1938-12-03', village: 'thôn Đông', areaId: communes.nhuThuy }),
  ])
  // Twins live together and were born on one day; their names differ.
  await registerAll([
    person({ fullName: 'Hà Minh Anh', born: '2016-03-03', village: 'Thôn Trung' }),
    person({ fullName: 'Hà Minh Ngọc', born: '2016-03-03', village: 'Thôn Trung' }),
  ])
  await look()
  expect(await pairs()).toEqual([ordered(hoa!, other!)])

  const [later] = await registerAll([
    person({ fullName: 'LUU THI HOA', born: '1938-03-12', village: 'Thôn Đông', areaId: communes.songLo }),
  ])
  await own.deliver()
  await own.runJobs()
  const found = await pairs()
  expect(found).toContainEqual(ordered(hoa!, later!))

  await own.request((ctx) =>
    correctIdentity(ctx, {
      personId: later!,
      fullName: 'Trịnh Xuân Bách',
      born: civilDate('1971-07-20'),
      source: 'Thẻ',
    }),
  )
  await own.deliver()
  await own.runJobs()
  expect(await pairs()).toEqual([ordered(hoa!, other!)])
})

test('a pair kept apart stays apart, however often it is found again', async () => {
  const [one, two] = await registerAll([
    person({ fullName: 'Đinh Công Tráng', sex: 'male', born: '1951-08-09', village: 'Thôn Nội' }),
    person({ fullName: 'Đinh Công Tráng', sex: 'male', born: '1951-08-09', village: 'Thôn Ngoại' }),
  ])
  await look()
  const pair = await own.request(async (ctx) => {
    const { rows } = await listPairs(ctx, { ...PairFilter.parse({}), page: 1 })
    return rows.find(({ people }) => people[0].id === ordered(one!, two!)[0])!
  })
  await own.request((ctx) =>
    keepApart(ctx, { id: pair.id, reason: 'Hai anh em con chú con bác', requestId: crypto.randomUUID() }),
  )
  await own.request((ctx) => correctIdentity(ctx, { personId: one!, phone: '0912345678', source: 'Thẻ' }))
  await look()
  expect(await states(one!, two!)).toEqual(['apart'])
})

test('an officer sees pairs with one end in her commune, and of the other end only what one asks by', async () => {
  const [here, there] = await registerAll([
    person({ fullName: 'Khổng Thị Ngát', born: '1946-02-21', village: 'Thôn Chùa', number: '026146000123' }),
    person({
      fullName: 'Khổng Thị Ngát',
      born: '1946-02-21',
      village: 'Thôn Hạ',
      areaId: communes.songLo,
      phone: '0987654321',
    }),
  ])
  await registerAll([
    person({ fullName: 'Quách Văn Sửu', sex: 'male', born: '1949-10-30', areaId: communes.songLo }),
    person({
      fullName: 'Quách Văn Sửu',
      sex: 'male',
      born: '1949-10-30',
      areaId: communes.songLo,
      village: 'Thôn Hạ',
    }),
  ])
  await look()
  const seen = await asOfficer(communes.tamSon, (ctx) => listPairs(ctx, { ...PairFilter.parse({}), page: 1 }))
  expect(seen.rows.filter(({ people }) => people.every(({ id }) => id === null))).toEqual([])
  const shared = seen.rows.find(({ people }) => people.some(({ id }) => id === here))!
  const far = shared.people.find(({ id }) => id !== here)!
  expect(far).toEqual({
    id: null,
    fullName: 'Khổng Thị Ngát',
    sex: 'female',
    born: '1946-02-21',
    bornPrecision: 'day',
    area: { id: communes.songLo, name: 'Xã Sông Lô' },
  })
  expect(JSON.stringify(seen)).not.toContain(there)
  expect(seen.areas.map(({ area }) => area.id)).toEqual([communes.tamSon])

  // In a list of people found, whoever is seen carries the mark, whichever end of the pair they are.
  const suspicions = (areaId: number, personIds: string[]) =>
    asOfficer(areaId, (ctx) => listSuspicions(ctx, { personIds }))
  expect(await suspicions(communes.tamSon, [here!, there!])).toEqual([
    { personId: here, pairId: shared.id, other: { id: null, fullName: 'Khổng Thị Ngát' } },
  ])
  expect(await suspicions(communes.songLo, [here!, there!])).toMatchObject([{ personId: there }])
  await own.request((ctx) =>
    keepApart(ctx, { id: shared.id, reason: 'Hai chị em họ trùng tên', requestId: crypto.randomUUID() }),
  )
  expect(await suspicions(communes.tamSon, [here!])).toEqual([])
})

test('whoever is about to be written down is recognised before, wherever they live', async () => {
  const asked = {
    fullName: 'Khong Thi Ngat',
    sex: 'female' as const,
    born: civilDate('1946-02-21'),
    bornPrecision: 'day' as const,
    number: null,
    phone: null,
    areaId: communes.tamSon,
    village: null,
  }
  const { found } = await asOfficer(communes.tamSon, (ctx) => findLikelySame(ctx, asked))
  expect(found.map(({ home, id }) => [home.id, id !== null])).toEqual(
    expect.arrayContaining([
      [communes.tamSon, true],
      [communes.songLo, false],
    ]),
  )
})

async function look() {
  await own.request(askForDuplicates)
  await own.runJobs()
}

const ordered = (one: string, other: string) => (one < other ? [one, other] : [other, one])

async function pairs(): Promise<string[][]> {
  const { rows } = await own.request((ctx) =>
    sql<{ oneId: string; otherId: string }>`
      select one_id, other_id from duplicates.pair where state = 'open' order by 1, 2`.execute(ctx.db()),
  )
  return rows.map(({ oneId, otherId }) => [oneId, otherId])
}

async function states(...ids: string[]): Promise<string[]> {
  const { rows } = await own.request((ctx) =>
    sql<{ state: string }>`select state from duplicates.pair
      where one_id = any(${ids}::uuid[]) and other_id = any(${ids}::uuid[])`.execute(ctx.db()),
  )
  return rows.map(({ state }) => state)
}

function registerAll(people: readonly NewPerson[]): Promise<PersonId[]> {
  return own.request((ctx) => registerPeople(ctx, people))
}

async function asOfficer<Result>(areaId: number, work: (ctx: Ctx) => Promise<Result>): Promise<Result> {
  const areaIds = [...(await own.request((ctx) => areaIdsWithin(ctx, areaId)))]
  return own.request(work, { actor: { areaId, areaIds } })
}

function person(differing: {
  fullName: string
  born: string
  sex?: 'female' | 'male'
  village?: string
  areaId?: number
  number?: string
  phone?: string
}): NewPerson {
  const { areaId = communes.tamSon, village = null, number, phone = null, ...who } = differing
  return NewPerson.parse({
    sex: 'female',
    bornPrecision: 'day',
    ...who,
    phone,
    identifiers: number ? [{ kind: 'personal_id', number }] : [],
    home: { areaId, village },
    source: 'Tờ khai',
  })
}
