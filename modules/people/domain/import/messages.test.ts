import { expect, test } from 'vitest'
import { findLayout } from './columns.ts'
import type { ImportField } from './fields.ts'
import { findingLevels, type FindingCode } from './findings.ts'
import { explainFinding } from './messages.vi.ts'

test.for<[FindingCode, ImportField, string, string]>([
  ['birth_in_future', 'born', '12/03/2036', 'Ngày sinh 12/03/2036 ở tương lai. Sửa năm sinh theo giấy tờ.'],
  ['name_missing', 'fullName', '', 'Thiếu họ tên. Ghi đủ họ, tên đệm và tên.'],
  [
    'commune_outside',
    'commune',
    'Ba Đình',
    'Xã "Ba Đình" nằm ngoài phạm vi của lần nhập. Gửi dòng này cho nơi phụ trách.',
  ],
  ['cell_error', 'number', '#REF!', 'Số định danh: Ô chứa lỗi của Excel (#REF!). Ghi lại giá trị.'],
])('%s in «%s» names its column once', ([code, field, value, sentence]) => {
  const finding = { code, level: findingLevels[code], field, column: 3, value, suggestion: null, details: {} }
  expect(explainFinding(finding)).toBe(sentence)
})

test('«GT» is the sex', () => {
  const layout = findLayout([
    { number: 1, texts: ['STT', 'Họ và tên', 'GT', 'Năm sinh'] },
    { number: 2, texts: ['1', 'Nguyễn Văn An', 'Nam', '1950'] },
  ])
  expect(layout?.columns.map(({ field }) => field)).toEqual(['ignored', 'fullName', 'sex', 'born'])
})
