import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { readSheet } from '#platform/server/sheet-reading'
import * as operations from '../import-contract.ts'
import { communes } from '../testing.ts'
import {
  act,
  bringingLists,
  dan,
  given,
  hoa,
  invoke,
  own,
  problemsOf,
  shown,
} from './bringing-lists.testing.ts'
import { makeBadRows } from './import-workbooks.ts'

bringingLists()

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
  const checked = await shown(id)
  expect(checked).toMatchObject({
    state: 'checked',
    rows: { total: 7, ready: 2, look: 1, refused: 4, known: 0 },
  })
  expect(checked.findings.filter(({ waiting }) => waiting > 0)).toMatchObject([
    { code: 'number_zero_lost', waiting: 1, example: { row: 8 } },
  ])
  expect(await problemsOf(id)).toEqual([
    [6, 'birth_in_future'],
    [7, 'number_length'],
    [8, 'number_zero_lost'],
    [9, 'number_in_file_twice'],
    [10, 'commune_outside'],
  ])

  await invoke(operations.applyImport, { id })
  await own.runJobs()
  expect(await shown(id)).toMatchObject({
    state: 'applied',
    rows: { applied: 2, look: 1, ready: 2 },
  })
  await expect(invoke(operations.applyImport, { id })).rejects.toThrow('people.import_nothing_ready')
  // What waited to be looked at follows, when somebody has.
  await invoke(operations.acceptImportFindings, { id, code: 'number_zero_lost' })
  await invoke(operations.applyImport, { id })
  await own.runJobs()
  expect(await shown(id)).toMatchObject({ state: 'applied', rows: { applied: 3 } })
  await own.deliver()
  expect(await registered()).toEqual([
    {
      fullName: 'Lưu Văn Dần',
      born: '1938-01-01',
      precision: 'year',
      area: communes.tamSon,
      number: null,
      facts: null,
      listed: 'social_pension',
    },
    {
      fullName: 'Nguyễn Thị Hòa',
      born: '1938-03-12',
      precision: 'day',
      area: communes.tamSon,
      number: '026138004567',
      facts: 'disability',
      listed: 'monthly_allowance',
    },
    {
      fullName: 'Phạm Thị Gái',
      born: '1944-06-05',
      precision: 'day',
      area: communes.tamSon,
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

test('many who share a day of birth in one commune wait to be looked at, with how many they are', async () => {
  const born = (count: number, day: string, commune = 'Tam Sơn') =>
    Array.from({ length: count }, (_, index) => {
      const names = ['An', 'Bình', 'Cúc', 'Dung', 'Hạnh', 'Lan', 'Mai', 'Nga']
      return [index, `Tạ Thị ${names[index]} ${commune}`, 'Nữ', day, '', commune, '', '', '', '', '']
    })
  const id = await given('cùng ngày sinh.xlsx', [
    ...born(7, '15/06/2019'),
    // A few may be born on one day, more in several communes, and of many the papers know the year alone.
    ...born(5, '16/06/2019'),
    ...born(3, '17/06/2019'),
    ...born(3, '17/06/2019', 'Sông Lô'),
    ...born(8, '01/01/2019'),
  ])
  expect((await shown(id)).findings.filter(({ waiting }) => waiting > 0)).toMatchObject([
    { code: 'birth_shared', level: 'look', count: 7, waiting: 7, example: { row: 4 } },
  ])
  const bad = await act((ctx) => makeBadRows(ctx, id))
  const sheet = await readSheet({ name: bad.name, bytes: new Uint8Array(await bad.arrayBuffer()) })
  const reasons = sheet.rows.flatMap(({ cells }) => cells.at(-1)?.text ?? '')
  expect(reasons.filter((reason) => reason.startsWith('7 người của một xã'))).toHaveLength(7)
  expect(await invoke(operations.acceptImportFindings, { id, code: 'birth_shared' })).toEqual({
    accepted: 7,
    nowReady: 7,
  })
  await invoke(operations.applyImport, { id })
  await own.runJobs()
  // Once in the register with that day they are known, and nobody is asked again.
  const again = await given('cùng ngày sinh, lần sau.xlsx', born(7, '15/06/2019'))
  expect(await shown(again)).toMatchObject({ rows: { known: 7, look: 0 } })
})

test('a student who was 22 before Decree 335 is told to need a new decision', async () => {
  const student = [1, 'Hà Văn Sáng', 'Nam', '20/06/2004', '', 'Tam Sơn', 'khoản 2, đang học đại học', '']
  const id = await given('sinh viên.xlsx', [
    [...student, '5/QĐ-UBND', '05/09/2022', '09/2022'],
    [2, 'Hà Văn Tỏ', ...student.slice(2), '6/QĐ-UBND', '12/10/2026', '10/2026'],
  ])
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

async function registered() {
  const { rows } = await act((ctx) =>
    sql`
    select full_name, born, born_precision as precision, home_area_id as area,
      (select number from people.identifier where person_id = person.id) as number,
      (select string_agg(kind, ' ') from people.circumstance where person_id = person.id) as facts,
      (select string_agg(benefit, ' ') from entitlement.listed_award where person_id = person.id) as listed
    from people.person order by full_name`.execute(ctx.db()),
  )
  return rows
}
