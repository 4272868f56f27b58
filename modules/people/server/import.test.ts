import { Workbook } from '@cj-tech-master/excelts'
import { sql } from 'kysely'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Ctx } from '#platform/server/context'
import { areaIdsWithin } from '#modules/geography'
import { assertUnpacksWithin } from '#platform/server/sheet-archive'
import { readSheet } from '#platform/server/sheet-reading'
import { killOnceItSpeaks } from '#testing/kill-once-it-speaks'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import { RegisterPerson } from '../contract.ts'
import { registerPerson } from './register-person.ts'
import { makeBadRows, makeTemplate } from './import-workbooks.ts'
import { importRoutes, showImport, startApplying, startImport } from './import-routes.ts'
import * as operations from '../import-contract.ts'
import { call } from '#platform/contract/call'
import { httpApp } from '#platform/server/http'

const tamSon = 250708824
const phucYen = 250708740
const interruptedJob = createRequire(import.meta.url).resolve('#testing/interrupted-job')
let own: OwnDatabase

beforeAll(async () => {
  own = await openOwnDatabase()
})
afterAll(() => own.drop())

const header = [
  'STT',
  'Họ và tên',
  'Giới tính',
  'Ngày sinh',
  'Số CCCD',
  'Xã',
  'Nhóm đối tượng',
  'Mức độ KT',
  'Số QĐ',
  'Ngày QĐ',
  'Hưởng từ tháng',
]
const hoa = [
  1,
  'NGUYỄN THỊ HÒA',
  'Nữ',
  '12/03/1938',
  '026138004567',
  'Tam Sơn',
  'khoản 6',
  'Nặng',
  '123/QĐ-UBND',
  '10/10/2024',
  '10/2024',
]
const dan = [
  2,
  'Lưu Văn Dần',
  'Nam',
  1938,
  '',
  'Xã Tam Sơn',
  'Hưu trí xã hội',
  '',
  '7/QĐ-UBND',
  '05/08/2025',
  '8/2025',
]

test('a list is judged row by row, the good rows are taken in, and the bad come back with reasons', async () => {
  const id = await given('xã Tam Sơn.xlsx', [
    hoa,
    dan,
    [3, 'Trần Văn Sửu', 'Nam', '01/01/2036', '', 'Tam Sơn', '', '', '', '', ''],
    [4, 'Lê Thị Mùi', 'Nữ', '1950', '0261500045678', 'Tam Sơn', '', '', '', '', ''],
    [5, 'Phạm Thị Gái', 'Nữ', '5/6/1944', 26144001234, 'Nhạo Sơn', '', '', '', '', ''],
    [6, 'Nguyễn Thị Hoà', 'Nữ', '12/03/1938', '026138004567', 'Tam Sơn', 'khoản 6', 'Nặng', '', '', ''],
    [7, 'Đỗ Văn Tý', 'Nam', '1950', '', 'Ba Đình', '', '', '', '', ''],
  ])
  await own.runJobs()
  const checked = await act((ctx) => showImport(ctx, id))
  expect(checked).toMatchObject({
    state: 'checked',
    rows: { total: 7, ready: 2, look: 1, refused: 4, known: 0 },
  })
  expect(checked.findings.filter(({ waiting }) => waiting > 0)).toMatchObject([
    { code: 'number_zero_lost', waiting: 1, example: { row: 8 } },
  ])
  const codes = await act((ctx) => problemsOf(ctx, id))
  expect(codes).toEqual([
    [6, 'birth_in_future'],
    [7, 'number_length'],
    [8, 'number_zero_lost'],
    [9, 'number_in_file_twice'],
    [10, 'commune_outside'],
  ])

  await invoke(operations.applyImport, { id })
  await own.runJobs()
  expect(await act((ctx) => showImport(ctx, id))).toMatchObject({
    state: 'applied',
    rows: { applied: 2, look: 1, ready: 2 },
  })
  await expect(invoke(operations.applyImport, { id })).rejects.toThrow('people.import_nothing_ready')
  // What waited to be looked at follows, when somebody has.
  await invoke(operations.acceptImportFindings, { id, code: 'number_zero_lost' })
  await invoke(operations.applyImport, { id })
  await own.runJobs()
  expect(await act((ctx) => showImport(ctx, id))).toMatchObject({ state: 'applied', rows: { applied: 3 } })
  await own.deliver()
  expect(await act(registered)).toEqual([
    {
      fullName: 'Lưu Văn Dần',
      born: '1938-01-01',
      precision: 'year',
      area: tamSon,
      number: null,
      facts: null,
      listed: 'social_pension',
    },
    {
      fullName: 'Nguyễn Thị Hòa',
      born: '1938-03-12',
      precision: 'day',
      area: tamSon,
      number: '026138004567',
      facts: 'disability',
      listed: 'monthly_allowance',
    },
    {
      fullName: 'Phạm Thị Gái',
      born: '1944-06-05',
      precision: 'day',
      area: tamSon,
      number: '026144001234',
      facts: null,
      listed: null,
    },
  ])

  const bad = await act((ctx) => makeBadRows(ctx, id))
  const sheet = await readSheet({ name: bad.name, bytes: new Uint8Array(await bad.arrayBuffer()) })
  expect(sheet.rows.slice(1, 4).map(({ cells }) => cells[0]?.text)).toEqual(['DANH SÁCH', 'STT', '3'])
  expect(sheet.rows.map(({ cells }) => cells.at(-1)?.text).slice(2, 5)).toEqual([
    'Lý do chưa ghi được',
    'Ngày sinh 01/01/2036 ở tương lai. Sửa năm sinh theo giấy tờ.',
    'Số định danh có 13 chữ số. Số này gồm 12 chữ số, số CMND cũ gồm 9. Đối chiếu với thẻ căn cước.',
  ])
})

test('the same file again is recognised, and the same rows in another file are there already', async () => {
  const bytes = await workbook([hoa, dan])
  const again = () => act((ctx) => startImport(ctx, { areaId: tamSon, file: new File([bytes], 'lại.xlsx') }))
  const first = await again()
  expect(first.isRepeat).toBe(false)
  await own.runJobs()
  expect(await act((ctx) => showImport(ctx, first.import.id))).toMatchObject({ rows: { known: 2, ready: 0 } })
  expect(await again()).toMatchObject({ isRepeat: true, import: { id: first.import.id } })
  await expect(invoke(operations.applyImport, { id: first.import.id })).rejects.toThrow(
    'people.import_nothing_ready',
  )
})

test('somebody known is taken in again only by a decision that no list has named', async () => {
  const known = await given('cùng quyết định.xlsx', [[9, ...dan.slice(1)]])
  await own.runJobs()
  expect(await act((ctx) => showImport(ctx, known))).toMatchObject({ rows: { known: 1 } })
  const renewed = await given('quyết định khác.xlsx', [
    [9, ...dan.slice(1, 8), '99/QĐ-UBND', '05/09/2026', '9/2026'],
  ])
  await own.runJobs()
  expect(await act((ctx) => showImport(ctx, renewed))).toMatchObject({ rows: { ready: 1, known: 0 } })
})

test('the arrears a list would bring are told, and months paid by the lists before are none', async () => {
  await own.request((ctx) =>
    sql`insert into platform.setting (key, value) values ('payroll.opening',
      '{"month": "2026-09", "knownAt": "2026-08-15T00:00:00Z"}')`.execute(ctx.db()),
  )
  const id = await given('truy lĩnh.xlsx', [
    [
      1,
      'Hà Thị Sen',
      'Nữ',
      '01/02/1988',
      '',
      'Tam Sơn',
      'khoản 6',
      'Nặng',
      '5/QĐ-UBND',
      '10/10/2020',
      '10/2020',
    ],
  ])
  await own.runJobs()
  const impact = () => invoke(operations.getImportImpact, { id })
  // A year before the opening, by the present; what a list of this month pays is no arrears.
  expect(await impact()).toMatchObject({
    areas: [{ awards: 1 }],
    owed: { people: 1, from: '2025-09', through: '2026-10' },
  })
  await expect(invoke(operations.setImportPaidThrough, { id, paidThrough: '2027-02' })).rejects.toThrow(
    'people.import_paid_through_in_future',
  )
  await invoke(operations.setImportPaidThrough, { id, paidThrough: '2026-09' })
  const owed = { amount: 810_000, from: '2026-10', through: '2026-10' }
  expect(await impact()).toMatchObject({ areas: [{ owed: 810_000, byLaw: 810_000 }], owed })
  expect(await invoke(operations.listImportRows, { id })).toMatchObject({ rows: [{ owed }] })
  await invoke(operations.applyImport, { id })
  await own.runJobs()
  await own.deliver()
  const { rows } = await own.request((ctx) =>
    sql`select first_month, paid_through, is_paid_told from entitlement.listed_award where import_id = ${id}`.execute(
      ctx.db(),
    ),
  )
  expect(rows).toEqual([{ firstMonth: '2020-10', paidThrough: '2026-09', isPaidTold: false }])
  await own.request((ctx) =>
    sql`delete from platform.setting where key = 'payroll.opening'`.execute(ctx.db()),
  )
})

test('a student who was 22 before Decree 335 is told to need a new decision', async () => {
  const student = [1, 'Hà Văn Sáng', 'Nam', '20/06/2004', '', 'Tam Sơn', 'khoản 2, đang học đại học', '']
  const id = await given('sinh viên.xlsx', [
    [...student, '5/QĐ-UBND', '05/09/2022', '09/2022'],
    [2, 'Hà Văn Tỏ', ...student.slice(2), '6/QĐ-UBND', '12/10/2026', '10/2026'],
  ])
  await own.runJobs()
  expect(await invoke(operations.listImportRows, { id })).toMatchObject({
    rows: [
      {
        verdict: 'look',
        findings: expect.arrayContaining([
          expect.objectContaining({ code: 'award_lapsed', details: { month: '2026-10' } }),
        ]),
      },
      { findings: expect.not.arrayContaining([expect.objectContaining({ code: 'award_lapsed' })]) },
    ],
  })
})

test('a file without a birth column waits until one is chosen', async () => {
  const rows = [
    [null, 'Họ tên', 'Giới tính', 'Ghi chú khác'],
    [1, 'Vũ Thị Na', 'Nữ', '1947'],
  ]
  const bytes = await workbook([], rows)
  const started = await act((ctx) =>
    startImport(ctx, { areaId: tamSon, file: new File([bytes], 'thiếu.xlsx') }),
  )
  expect(started.import).toMatchObject({ state: 'mapping', missing: ['born'] })
  const { id } = started.import
  const mapping = ['ignored', 'fullName', 'sex', 'ignored'] as const
  await expect(invoke(operations.mapImportColumns, { id, mapping: [...mapping] })).rejects.toThrow(
    'people.import_columns_missing',
  )
  await invoke(operations.mapImportColumns, { id, mapping: ['ignored', 'fullName', 'sex', 'born'] })
  await own.runJobs()
  expect(await act((ctx) => showImport(ctx, id))).toMatchObject({ state: 'checked', rows: { ready: 1 } })
})

test('the template can be filled in and sent', async () => {
  const file = await makeTemplate()
  const book = new Workbook()
  await book.xlsx.load(await file.arrayBuffer())
  const list = book.worksheets[0]!
  list.getCell('A3').value = 'Kim Văn Ngọ'
  list.getCell('B3').value = 'Nam'
  list.getCell('C3').value = '1950'
  const bytes = new Uint8Array(await book.xlsx.writeBuffer())
  const started = await act((ctx) =>
    startImport(ctx, { areaId: tamSon, file: new File([bytes], 'mẫu.xlsx') }),
  )
  expect(started.import.columns.every(({ confidence }) => confidence === 1)).toBe(true)
  await own.runJobs()
  expect(await act((ctx) => showImport(ctx, started.import.id))).toMatchObject({
    rows: { total: 1, ready: 1 },
  })
})

test.for([
  ['%PDF-1.4 x', 'a.xlsx', 'sheet.not_a_workbook'],
  ['PK\x03\x04 xl/workbook.xml vbaProject.bin', 'a.xlsm', 'sheet.has_macros'],
  ['PK\x03\x04 xl/workbook.xml', 'a.xlsx', 'sheet.not_a_workbook'],
] as const)('what is no plain workbook is refused: %s', async ([content, name, code]) => {
  const file = new File([Buffer.from(content, 'latin1')], name)
  await expect(act((ctx) => startImport(ctx, { areaId: tamSon, file }))).rejects.toThrow(code)
})

test('a file of more than 20 MB and one locked by a password are refused', async () => {
  const large = new File([new Uint8Array(20 * 1024 * 1024 + 1)], 'lớn.xlsx')
  await expect(act((ctx) => startImport(ctx, { areaId: tamSon, file: large }))).rejects.toThrow(
    'sheet.too_large',
  )
  const locked = Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(600),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ])
  const file = new File([locked], 'khóa.xlsx')
  await expect(act((ctx) => startImport(ctx, { areaId: tamSon, file }))).rejects.toThrow('sheet.encrypted')
})

test('a process killed while it takes rows in leaves whole rows, and the next worker does the others once', async () => {
  const middle = 'Lan Hoa Mai Cúc Đào Sen Nga Hà Thu Xuân Hạ Đông'.split(' ')
  const last = 'An Bình Chi Dung Giang Hương Khánh Linh Minh Ngọc'.split(' ')
  const family = 'Lưu Kim Vũ Đỗ Trần'.split(' ')
  const rows = Array.from({ length: 600 }, (_, index) => [
    index + 1,
    `${family[Math.floor(index / 120)]} Thị ${middle[Math.floor(index / 10) % 12]} ${last[index % 10]}`,
    'Nữ',
    1930 + (index % 20),
    '',
    'Tam Sơn',
    'khoản 6',
    'Nặng',
    `${index}/QĐ-UBND`,
    '10/10/2024',
    '10/2024',
  ])
  const id = await given('nhiều người.xlsx', rows)
  await own.runJobs()
  expect(await act((ctx) => showImport(ctx, id))).toMatchObject({ rows: { ready: 600 } })
  const { jobId } = await act((ctx) => startApplying(ctx, { id }))
  const before = await act(countPeople)
  await killOnceItSpeaks(own, interruptedJob, own.programUrl, 'people.import_apply')
  const after = await act(countPeople)
  const marked = (await act((ctx) => showImport(ctx, id))).rows.applied
  expect(marked).toBeGreaterThan(0)
  expect(marked).toBeLessThan(600)
  expect(after.people - before.people).toBe(marked)
  expect(after.facts - before.facts).toBe(marked)

  // Given up, it can be asked for again, and goes on where it stopped.
  await act((ctx) => sql`update platform.job set state = 'failed' where id = ${jobId}`.execute(ctx.db()))
  expect(await act((ctx) => showImport(ctx, id))).toMatchObject({
    state: 'checked',
    rows: { applied: marked },
  })
  await expect(invoke(operations.cancelImport, { id })).rejects.toThrow('people.import_wrong_state')
  const again = await act((ctx) => startApplying(ctx, { id }))
  expect(again.jobId).not.toBe(jobId)
  expect(await act((ctx) => showImport(ctx, id))).toMatchObject({ state: 'applying' })
  await own.runJobs()
  await own.deliver()
  const end = await act(countPeople)
  expect(await act((ctx) => showImport(ctx, id))).toMatchObject({ state: 'applied', rows: { applied: 600 } })
  expect([end.people - before.people, end.facts - before.facts, end.listed - before.listed]).toEqual([
    600, 600, 600,
  ])
  // Whoever brings a list gives nobody money.
  expect(await act(countAwards)).toBe(0)
})

test('one row the register refuses does not keep out those beside it', async () => {
  const number = '026050001234'
  const rows = Array.from({ length: 7 }, (_, index) => [
    index + 1,
    `Nguyễn Kim ${'Một Hai Ba Bốn Năm Sáu Bảy'.split(' ')[index]}`,
    'Nam',
    '1950',
    index === 4 ? number : '',
    'Tam Sơn',
  ])
  const id = await given('trùng sau khi kiểm tra.xlsx', rows)
  await own.runJobs()
  expect(await act((ctx) => showImport(ctx, id))).toMatchObject({ rows: { ready: 7 } })
  await own.request((ctx) =>
    registerPerson(
      ctx,
      RegisterPerson.parse({
        fullName: 'Vũ Văn Khác',
        sex: 'male',
        born: '1950-01-01',
        bornPrecision: 'year',
        identifiers: [{ kind: 'personal_id', number }],
        home: { areaId: phucYen },
        source: 'Thẻ căn cước',
      }),
    ),
  )
  await act((ctx) => startApplying(ctx, { id }))
  await own.runJobs()
  const end = await act((ctx) => showImport(ctx, id))
  expect(end).toMatchObject({ state: 'applied', rows: { applied: 6, refused: 1 } })
  expect((await act((ctx) => problemsOf(ctx, id))).at(-1)).toEqual([8, 'number_in_use_elsewhere'])
})

test('an archive that unpacks to far more than it weighs is refused before it is opened', async () => {
  const book = new Workbook()
  book.addWorksheet('A').addRow(['x'.repeat(100)])
  const bytes = Buffer.from(await book.xlsx.writeBuffer())
  await expect(assertUnpacksWithin(bytes, 500)).rejects.toThrow('sheet.unpacks_too_large')
  await expect(assertUnpacksWithin(bytes, 1_000_000)).resolves.toBeUndefined()
  await expect(assertUnpacksWithin(bytes.subarray(0, -40), 1_000_000)).rejects.toThrow('sheet.not_a_workbook')
  // What says that it holds nothing is read all the same by some, and so is what its directory leaves out.
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  const lying = Buffer.from(bytes)
  lying.writeUInt16LE(0, end + 8)
  lying.writeUInt16LE(0, end + 10)
  await expect(assertUnpacksWithin(lying, 1_000_000)).rejects.toThrow('sheet.not_a_workbook')
  const directory = bytes.readUInt32LE(end + 16)
  const hiding = Buffer.concat([bytes.subarray(0, directory), Buffer.alloc(200), bytes.subarray(directory)])
  hiding.writeUInt32LE(directory + 200, end + 200 + 16)
  await expect(assertUnpacksWithin(hiding, 1_000_000)).rejects.toThrow('sheet.not_a_workbook')
})

test('an import is for those of its area who may import', async () => {
  const bytes = await workbook([dan])
  const file = () => new File([bytes], 'của xã khác.xlsx')
  const within = await own.request((ctx) => areaIdsWithin(ctx, phucYen))
  const elsewhere = { ...officer, areaId: phucYen, areaIds: within }
  const start = own.request((ctx) => startImport(ctx, { areaId: tamSon, file: file() }), { actor: elsewhere })
  await expect(start).rejects.toThrow('people.not_in_area')
  const { import: started } = await act((ctx) => startImport(ctx, { areaId: tamSon, file: file() }))
  const look = own.request((ctx) => showImport(ctx, started.id), { actor: elsewhere })
  await expect(look).rejects.toThrow('people.import_not_found')
  // The database stands behind the query.
  const { rows } = await own.request((ctx) => sql`select from people.import`.execute(ctx.db()), {
    actor: elsewhere,
  })
  expect(rows).toEqual([])
})

async function countPeople(ctx: Ctx) {
  const { rows } = await sql<{ people: number; facts: number; listed: number }>`
    select (select count(*) from people.person) as people, (select count(*) from people.circumstance) as facts,
      (select count(*) from entitlement.listed_award) as listed`.execute(ctx.db())
  return rows[0]!
}

async function countAwards(ctx: Ctx) {
  const { rows } = await sql<{ awards: number }>`select count(*) as awards from entitlement.award`.execute(
    ctx.db(),
  )
  return rows[0]!.awards
}

async function workbook(rows: unknown[][], whole?: unknown[][]): Promise<Uint8Array<ArrayBuffer>> {
  const book = new Workbook()
  const sheet = book.addWorksheet('Danh sách')
  for (const row of whole ?? [['UBND XÃ TAM SƠN'], ['DANH SÁCH'], header, ...rows])
    sheet.addRow(row as string[])
  if (!whole) sheet.mergeCells('A1:K1')
  return new Uint8Array(await book.xlsx.writeBuffer()) as Uint8Array<ArrayBuffer>
}

async function given(name: string, rows: unknown[][]) {
  const file = new File([await workbook(rows)], name)
  const { import: started } = await act((ctx) => startImport(ctx, { areaId: tamSon, file }))
  return started.id
}

const officer = {
  userId: '0197f000-0000-7000-8000-000000000009',
  permissions: new Set(['people.import', 'people.read_confidential']),
}

function act<Result>(work: (ctx: Ctx) => Promise<Result>): Promise<Result> {
  return own.request(work, { actor: officer })
}

const app = () =>
  httpApp(importRoutes, {
    respondTo: () => (work) => act(work),
    onIncident: (error) => {
      throw error
    },
  })
const invoke: <E extends Parameters<typeof call>[1]>(
  endpoint: E,
  input: Parameters<typeof call<E['~orpc']['inputSchema'] & {}, never, never>>[2],
) => Promise<unknown> = (endpoint, input) =>
  call((request) => Promise.resolve(app().fetch(request)), endpoint, input as never)

async function problemsOf(ctx: Ctx, id: string) {
  const { rows } = await sql<{ row: number; code: string }>`
    select row_number as row, finding ->> 'code' as code from people.import_row, jsonb_array_elements(findings) as finding
    where import_id = ${id} and finding ->> 'level' <> 'note' order by 1`.execute(ctx.db())
  return rows.map(({ row, code }) => [row, code])
}

async function registered(ctx: Ctx) {
  const { rows } = await sql`
    select full_name, born, born_precision as precision, home_area_id as area,
      (select number from people.identifier where person_id = person.id) as number,
      (select string_agg(kind, ' ') from people.circumstance where person_id = person.id) as facts,
      (select string_agg(benefit, ' ') from entitlement.listed_award where person_id = person.id) as listed
    from people.person order by full_name`.execute(ctx.db())
  return rows
}
