import { Workbook } from '@cj-tech-master/excelts'
import { expect, test } from 'vitest'
import { writeSheet, type NewSheet } from './sheets.ts'

const columns = [
  { header: 'STT', width: 6, kind: 'number' },
  { header: 'Họ và tên', width: 14, kind: 'text' },
  { header: 'Hệ số', width: 12, kind: 'coefficient' },
  { header: 'Thành tiền', width: 20, kind: 'money' },
] as const

async function written(sheet: Partial<NewSheet>) {
  const bytes = await writeSheet({ name: 'Chi trả', title: ['Danh sách'], columns, rows: [], ...sheet })
  const workbook = new Workbook()
  await workbook.xlsx.load(bytes)
  return workbook.worksheets[0]!
}

test('A count shows whole, a coefficient with its decimal place, money in thousands', async () => {
  const sheet = await written({ rows: [[51_521, 'Phùng Thị Mận', 1.5, 810_000]] })
  expect(['A3', 'B3', 'C3', 'D3'].map((cell) => sheet.getCell(cell).numFmt)).toEqual([
    '0',
    '@',
    '0.0#',
    '#,##0',
  ])
})

test('A letterhead has the office at the left, the state at the right, and the title across below both', async () => {
  const sheet = await written({ letterhead: [['ỦY BAN NHÂN DÂN', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']] })
  expect(['B1', 'D1', 'D2'].map((cell) => sheet.getCell(cell).master.address)).toEqual(['A1', 'C1', 'A2'])
  expect(['A1', 'C1', 'A2'].map((cell) => sheet.getCell(cell).value)).toEqual([
    'ỦY BAN NHÂN DÂN',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Danh sách',
  ])
  expect(['A1', 'C1', 'A2'].map((cell) => sheet.getCell(cell).alignment?.horizontal)).toEqual(
    Array(3).fill('center'),
  )
  expect(sheet.getCell('A3').value).toBe('STT')
})
