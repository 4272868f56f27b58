import { Workbook } from '@cj-tech-master/excelts'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { areaIdsWithin } from '#modules/geography'
import { mapImportColumns } from '../import-contract.ts'
import { communes } from '../testing.ts'
import {
  bring,
  bringingLists,
  dan,
  invoke,
  listOf,
  officer,
  own,
  sheetOf,
  shown,
} from './bringing-lists.testing.ts'
import { showImport, startImport } from './import-routes.ts'
import { makeTemplate } from './import-workbooks.ts'

const phucYen = 250708740

bringingLists()

test('a file without a birth column waits until one is chosen', async () => {
  const rows = [
    [null, 'Họ tên', 'Giới tính', 'Ghi chú khác'],
    [1, 'Vũ Thị Na', 'Nữ', '1947'],
  ]
  const started = await bring(await sheetOf('thiếu.xlsx', rows))
  expect(started.import).toMatchObject({ state: 'mapping', missing: ['born'] })
  const { id } = started.import
  const map = (last: 'ignored' | 'born') =>
    invoke(mapImportColumns, { id, mapping: ['ignored', 'fullName', 'sex', last] })
  await expect(map('ignored')).rejects.toThrow('people.import_columns_missing')
  await map('born')
  await own.runJobs()
  expect(await shown(id)).toMatchObject({ state: 'checked', rows: { ready: 1 } })
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
  const started = await bring(new File([bytes], 'mẫu.xlsx'))
  expect(started.import.columns.every(({ confidence }) => confidence === 1)).toBe(true)
  await own.runJobs()
  expect(await shown(started.import.id)).toMatchObject({ rows: { total: 1, ready: 1 } })
})

test.for([
  ['%PDF-1.4 x', 'a.xlsx', 'sheet.not_a_workbook'],
  ['PK\x03\x04 xl/workbook.xml vbaProject.bin', 'a.xlsm', 'sheet.has_macros'],
  ['PK\x03\x04 xl/workbook.xml', 'a.xlsx', 'sheet.not_a_workbook'],
] as const)('what is no plain workbook is refused: %s', async ([content, name, code]) => {
  const file = new File([Buffer.from(content, 'latin1')], name)
  await expect(bring(file)).rejects.toThrow(code)
})

test('a file of more than 20 MB and one locked by a password are refused', async () => {
  const large = new File([new Uint8Array(20 * 1024 * 1024 + 1)], 'lớn.xlsx')
  await expect(bring(large)).rejects.toThrow('sheet.too_large')
  const locked = Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(600),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ])
  const file = new File([locked], 'khóa.xlsx')
  await expect(bring(file)).rejects.toThrow('sheet.encrypted')
})

test('an import is for those of its area who may import', async () => {
  const file = await listOf('của xã khác.xlsx', [dan])
  const areaIds = await own.request((ctx) => areaIdsWithin(ctx, phucYen))
  const elsewhere = { actor: { ...officer, areaId: phucYen, areaIds } }
  const start = own.request((ctx) => startImport(ctx, { areaId: communes.tamSon, file }), elsewhere)
  await expect(start).rejects.toThrow('people.not_in_area')
  const { import: started } = await bring(file)
  const look = own.request((ctx) => showImport(ctx, started.id), elsewhere)
  await expect(look).rejects.toThrow('people.import_not_found')
  // The database stands behind the query.
  const { rows } = await own.request((ctx) => sql`select from people.import`.execute(ctx.db()), elsewhere)
  expect(rows).toEqual([])
})
