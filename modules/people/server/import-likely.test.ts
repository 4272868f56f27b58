import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { areaIdsWithin } from '#modules/geography'
import type { Actor, Ctx } from '#platform/server/context'
import type { Job } from '#platform/server/jobs'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import { NewPerson } from '../contract.ts'
import { ImportId } from '../import-contract.ts'
import { decideRow } from './import-decide.ts'
import { getImpact } from './import-impact.ts'
import { acceptFindings, listRows, startApplying, startImport } from './import-routes.ts'
import { matchPeople } from './match-people.ts'
import { registerPeople } from './register-person.ts'

const tamSon = 250708824
const songLo = 250708848

let own: OwnDatabase
let officer: Partial<Actor>
beforeAll(async () => {
  own = await openOwnDatabase()
  officer = {
    userId: '0197f000-0000-7000-8000-000000000009',
    areaId: tamSon,
    areaIds: await own.request((ctx) => areaIdsWithin(ctx, tamSon)),
  }
})
afterAll(() => own.drop())

const act = <Result>(work: (ctx: Ctx) => Promise<Result>) => own.request(work, { actor: officer })

test('likely duplicates are found by the engine before anything is saved, and decided row by row', async () => {
  const [hoa] = await own.request((ctx) =>
    registerPeople(ctx, [
      person({ fullName: 'Lưu Thị Hòa', born: '1938-03-12', village: 'Thôn Đông', areaId: tamSon }),
      person({
        fullName: 'Trịnh Xuân Bách',
        sex: 'male',
        born: '1951-07-09',
        village: 'Thôn Hạ',
        areaId: songLo,
      }),
    ]),
  )
  await own.request(wholeLook)

  const list = [
    'Họ và tên;Giới tính;Ngày sinh;Xã;Thôn;Nhóm đối tượng;Số QĐ;Ngày QĐ;Hưởng từ tháng;Mức hưởng',
    // Day and month the other way about, and no marks: neither the name nor the birth is the same.
    'LUU THI HOA;Nữ;03/12/1938;Tam Sơn;Thôn Đông;;;;;',
    'Trịnh Xuân Bách;Nam;09/07/1951;Tam Sơn;Thôn Hạ;;;;;',
    'Đỗ Thị Mai Khanh;Nữ;05/05/1949;Tam Sơn;Thôn Trung;Hưu trí xã hội;7/QĐ-UBND;05/08/2025;8/2025;540.000',
  ]
  const file = new File([list.join('\n')], 'Danh sách.csv')
  const { import: started } = await act((ctx) => startImport(ctx, { areaId: tamSon, file }))
  const id = ImportId.parse(started.id)
  await own.runJobs()
  const shown = () => act((ctx) => listRows(ctx, { id, page: 1, size: 50 }))
  const { rows } = await shown()
  expect(rows.map(({ verdict, findings }) => [verdict, findings.find(likely)?.details])).toEqual([
    [
      'look',
      {
        name: 'Lưu Thị Hòa',
        year: '1938',
        commune: 'Xã Tam Sơn',
        percent: expect.any(Number),
        personId: hoa,
      },
    ],
    // Out of sight: whom to ask about and where, not more.
    ['look', { name: 'Trịnh Xuân Bách', year: '1951', commune: 'Xã Sông Lô', percent: expect.any(Number) }],
    ['ready', undefined],
  ])
  expect(await act((ctx) => getImpact(ctx, { id }))).toEqual({
    doubtful: 2,
    areas: [
      {
        area: { id: tamSon, name: 'Xã Tam Sơn' },
        added: 1,
        completed: 0,
        awards: 1,
        monthly: 540_000,
        byLaw: 540_000,
        deaths: 0,
        owed: 0,
      },
    ],
    owed: null,
  })

  const [first, second] = rows.map(({ row }) => row)
  await expect(act((ctx) => acceptFindings(ctx, { id, code: 'person_likely_same' }))).rejects.toThrow(
    'people.import_one_by_one',
  )
  const decide = (row: number, personId: string | null) => act((ctx) => decideRow(ctx, { id, row, personId }))
  await expect(decide(second!, hoa!)).rejects.toThrow('people.import_row_not_open')
  await decide(first!, hoa!)
  await decide(second!, null)
  expect((await shown()).rows.map(({ verdict, personId }) => [verdict, personId])).toEqual([
    ['ready', hoa],
    ['ready', null],
    ['ready', null],
  ])
  await act((ctx) => startApplying(ctx, { id }))
  await own.runJobs()
  await expect(decide(first!, null)).rejects.toThrow('people.import_row_not_open')
  const names = await own.request((ctx) =>
    sql<{ fullName: string }>`select full_name from people.person order by created_at, full_name`.execute(
      ctx.db(),
    ),
  )
  expect(names.rows.map(({ fullName }) => fullName).toSorted()).toEqual([
    'Lưu Thị Hòa',
    'Trịnh Xuân Bách',
    'Trịnh Xuân Bách',
    'Đỗ Thị Mai Khanh',
  ])
})

test.for([
  [
    'TCVN3',
    'latin1',
    [
      'Hä vµ tªn;Giíi tÝnh;Ngµy sinh;X·',
      'NguyÔn V¨n §øc;Nam;05/06/1950;Tam S¬n',
      'TrÇn ThÞ Hßa;N÷;07/08/1949;Tam S¬n',
    ],
  ],
  [
    'VNI',
    'latin1',
    [
      'Hoï vaø teân;Giôùi tính;Ngaøy sinh;Xaõ',
      'Nguyeãn Vaên Ñöùc;Nam;05/06/1950;Tam Sôn',
      'Traàn Thò Hoøa;Nöõ;07/08/1949;Tam Sôn',
    ],
  ],
  [
    'UTF-16',
    'utf16le',
    [
      '\ufeffHọ và tên;Giới tính;Ngày sinh;Xã',
      'Nguyễn Văn Đức;Nam;05/06/1950;Tam Sơn',
      'Trần Thị Hòa;Nữ;07/08/1949;Tam Sơn',
    ],
  ],
] as const)(
  'a list in %s is read as it was meant, and shown to be confirmed',
  async ([name, encoding, lines]) => {
    const file = new File([Buffer.from(lines.join('\n'), encoding)], `${name}.csv`)
    const { import: started } = await act((ctx) => startImport(ctx, { areaId: tamSon, file }))
    const id = ImportId.parse(started.id)
    expect(started.missing).toEqual([])
    await own.runJobs()
    const shown = async () => (await act((ctx) => listRows(ctx, { id, page: 1, size: 50 }))).rows
    const rows = await shown()
    expect(rows.map(({ person }) => [person?.fullName, person?.sex])).toEqual([
      ['Nguyễn Văn Đức', 'male'],
      ['Trần Thị Hòa', 'female'],
    ])
    const isOld = name !== 'UTF-16'
    expect(started.columns[0]?.font ?? null).toEqual(
      isOld ? { name: name.toLowerCase(), score: 1, reads: ['Nguyễn Văn Đức', 'Trần Thị Hòa'] } : null,
    )
    expect(rows.map(({ verdict }) => verdict)).toEqual(isOld ? ['look', 'look'] : ['ready', 'ready'])
    await act((ctx) => acceptFindings(ctx, { id, code: 'name_old_encoding' }))
    expect((await shown()).map(({ verdict }) => verdict)).toEqual(['ready', 'ready'])
  },
)

const likely = ({ code }: { readonly code: string }) => code === 'person_likely_same'

/** The first whole look, by which people can be found by keys. */
async function wholeLook(ctx: Ctx) {
  const job = {
    request: (work: (ctx: Ctx) => Promise<unknown>) => work(ctx),
    progress: async () => {},
    signal: new AbortController().signal,
  }
  await matchPeople(job as unknown as Job, async () => {}) // It asks a job for no more than these.
}

function person({
  areaId,
  village,
  ...differing
}: {
  fullName: string
  born: string
  sex?: string
  areaId: number
  village: string
}) {
  return NewPerson.parse({
    sex: 'female',
    bornPrecision: 'day',
    ...differing,
    home: { areaId, village },
    source: 'Tờ khai',
  })
}
