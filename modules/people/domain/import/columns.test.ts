import { expect, test } from 'vitest'
import { findLayout } from './columns.ts'

test('a header in two rows under titles, with numbered columns, is found', () => {
  const rows = [
    ['UBND XÃ TAM SƠN', null, null, null, null, null],
    ['DANH SÁCH NGƯỜI HƯỞNG', 'DANH SÁCH NGƯỜI HƯỞNG', null, null, null, null],
    ['STT', 'Họ và tên', 'Năm sinh', null, 'Số CCCD', 'Diện'],
    [null, null, 'Nam', 'Nữ', null, null],
    ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'],
    ['1', 'Nguyễn Thị Hòa', null, '1938', '026138004567', 'abc'],
  ].map((texts, index) => ({ number: index + 1, texts }))
  const layout = findLayout(rows)
  expect(layout).toMatchObject({ headerRow: 5, firstDataRow: 6 })
  expect(layout?.columns.map(({ field }) => field)).toEqual([
    'ignored',
    'fullName',
    'bornIfMale',
    'bornIfFemale',
    'number',
    'ignored',
  ])
})

test('the degree, the kind and the day under «Giấy xác nhận khuyết tật» are understood', () => {
  const over = [
    'STT',
    'Họ và tên',
    'Ngày sinh',
    'Giấy xác nhận khuyết tật',
    null,
    null,
    'Đã chi đến hết tháng',
  ]
  const rows = [
    over,
    [null, null, null, 'Mức độ', 'Dạng tật', 'Ngày cấp', null],
    ['1', 'Nguyễn Thị Hòa', '1/2/1988', 'Nặng', 'Vận động', '1/2/2020', '10/2026'],
  ]
  const layout = findLayout(rows.map((texts, index) => ({ number: index + 1, texts })))
  expect(layout?.columns.map(({ field }) => field)).toEqual([
    'ignored',
    'fullName',
    'born',
    'disabilityLevel',
    'disabilityType',
    'disabilityIssuedOn',
    'paidThrough',
  ])
})

test('a decision over its number and its day, and parts of an address, are understood', () => {
  const merged = [
    ['STT', 'Họ và tên', 'Năm sinh', 'Địa chỉ', null, 'Quyết định:', null, 'Hưởng từ', 'Ghi chú'],
    [null, null, null, 'Thôn', 'Xã', 'Số', 'Ngày', null, null],
    ['1', 'Nguyễn Thị Hòa', '1938', 'Đông', 'Tam Sơn', '12/QĐ', '1/2/2024', '2/2024', 'đã cấp'],
  ]
  const repeated = merged.map((row, index) => (index === 0 ? row.map((one, at) => one ?? row[at - 1]!) : row))
  for (const rows of [merged, repeated])
    expect(
      findLayout(rows.map((texts, index) => ({ number: index + 1, texts })))?.columns.map(
        ({ field }) => field,
      ),
    ).toEqual([
      'ignored',
      'fullName',
      'born',
      'village',
      'commune',
      'decisionNumber',
      'decisionDate',
      'firstMonth',
      'ignored',
    ])
  const one = ['Họ và tên', 'Năm sinh', 'Địa chỉ / Thôn', 'Được hưởng từ', 'Quyết định: Ngày']
  expect(findLayout([{ number: 1, texts: one }])?.columns.map(({ field }) => field)).toEqual([
    'fullName',
    'born',
    'village',
    'firstMonth',
    'decisionDate',
  ])
})

test('titles that reach down beside headings over several columns are part of the header', () => {
  const rows = [
    ['UBND XÃ TAM SƠN'],
    ['Đối tượng', 'Xã', 'Tam Sơn'],
    ['Họ và tên', 'Giới tính', 'Ngày sinh', 'Giấy tờ', 'Nơi ở', null, 'Đối tượng', null, 'Quyết định', null],
    [
      null,
      null,
      null,
      'Số định danh',
      'Xã, phường',
      'Thôn',
      'Nhóm đối tượng',
      'Hệ số',
      'Số',
      'Hưởng từ tháng',
    ],
    ['Nguyễn Thị Hòa', 'Nữ', '1938', '026138004567', 'Tam Sơn', 'Đông', 'khoản 6', '1,5', '1/QĐ', '2/2024'],
  ].map((texts, index) => ({ number: index + 1, texts }))
  const layout = findLayout(rows)
  expect(layout).toMatchObject({ headerRow: 4, firstDataRow: 5 })
  expect(layout?.columns.map(({ field, header }) => [field, header])).toEqual([
    ['fullName', 'Họ và tên'],
    ['sex', 'Giới tính'],
    ['born', 'Ngày sinh'],
    ['number', 'Giấy tờ Số định danh'],
    ['commune', 'Nơi ở Xã, phường'],
    ['village', 'Nơi ở Thôn'],
    ['group', 'Đối tượng Nhóm đối tượng'],
    ['coefficient', 'Đối tượng Hệ số'],
    ['decisionNumber', 'Quyết định Số'],
    ['firstMonth', 'Quyết định Hưởng từ tháng'],
  ])
})

test('a line over the header is no title of a column that has none', () => {
  const rows = [
    ['Xã', 'Tam Sơn', null, 'Danh sách họ và tên'],
    [null, 'Họ và tên', 'Năm sinh', null, 'Số CCCD'],
    ['1', 'Nguyễn Thị Hòa', '1938', null, '026138004567'],
  ].map((texts, index) => ({ number: index + 1, texts }))
  const layout = findLayout(rows)
  expect(layout?.columns.map(({ field }) => field)).toEqual([
    'ignored',
    'fullName',
    'born',
    'ignored',
    'number',
  ])
})

test('no header is made of rows of people', () => {
  expect(findLayout([{ number: 1, texts: ['Nguyễn Văn A', '1950'] }])).toBeUndefined()
})
