import { expect, test } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { figureReport } from './figure-report.ts'

test('a report is headed in capitals, and a sum below nothing has a minus', () => {
  const { letterhead, blocks } = figureReport({
    unit: { name: 'Tỉnh Phú Thọ', level: 'province' },
    on: civilDate('2026-12-01'),
    title: 'Quyết toán tháng 11/2026',
    heading: { name: 'Quyết toán', about: 'tháng 11/2026' },
    before: [],
    tables: [{ title: 'Số liệu', hasTotal: false, heads: ['', 'Chênh lệch'], rows: [['Đã chi', -500_000]] }],
    grounds: null,
    after: [],
    caveat: '',
    none: '',
    signatures: [],
    signHere: '',
    draft: null,
  })
  expect(letterhead.agency).toEqual(['ỦY BAN NHÂN DÂN', 'TỈNH PHÚ THỌ'])
  expect(letterhead.dated).toContain('Phú Thọ, ')
  expect(blocks).toContainEqual(expect.objectContaining({ rows: [['Đã chi', '−500.000']] }))
})
