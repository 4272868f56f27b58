import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { civilDate, month } from '#kernel/civil-date'
import { makePdf } from '#platform/server/documents'
import type { Run } from '../db/runs.ts'
import { leastSigned, rowRoom, type PrintedLine } from '../domain/paper-list.ts'
import { planPaper } from './plan-paper.ts'

const template = await readFile(new URL('payment-list.typ', import.meta.url), 'utf8')

test.for(['cash', 'account'] as const)(
  'no page of a list by %s runs over, however long its words',
  async (method) => {
    const { first, later, signed } = rowRoom[method]
    for (const sizes of [
      [signed.first],
      [first, signed.later],
      [first, later, signed.later],
      [first, leastSigned],
    ]) {
      const rows = sizes.reduce((sum, size) => sum + size, 0)
      const plan = planPaper(run, linesBy(method, rows), names, civilDate('2026-11-28'))
      expect(plan.lists.map(({ pages }) => pages.map((page) => page.rows.length))).toEqual([sizes])
      const pdf = Buffer.from(await makePdf(template, plan)).toString('latin1')
      expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(sizes.length)
    }
  },
)

function linesBy(method: 'cash' | 'account', rows: number): PrintedLine[] {
  return Array.from({ length: rows }, (_, index) => ({
    personId: `person ${index}`,
    payeeId: `payee ${index}`,
    fullName: 'Nguyễn Phúc Thị Phương Thảo Hồng Ngọc Anh Thư',
    payeeName: 'Trần Nguyễn Thị Lan Phương Hồng Nhung Quỳnh',
    born: '1938-01-01',
    areaId: 1,
    method,
    payPointId: method === 'cash' ? 7 : null,
    bank: method === 'account' ? 'Ngân hàng Nông nghiệp và Phát triển nông thôn Việt Nam' : null,
    accountEnding: method === 'account' ? '4567' : null,
    kind: 'regular',
    // As many words as an amount can well have.
    amount: 1_777_777_777,
  }))
}

const names = {
  areas: new Map([[1, 'Đặc khu hành chính của nhiều đảo xa bờ Trường Sa Lớn']]),
  payPoints: new Map([[7, 'Nhà văn hóa khu dân cư số 12 thôn Đông, cạnh trường tiểu học và trạm y tế cũ']]),
}

const run = {
  month: month('2026-11'),
  inputsHash: 'abcdef0123456789',
  state: 'approved',
  preparedName: 'Lê Thị Hoa',
  decidedName: 'Phạm Văn Đức',
} as Run // Nothing else of a run is printed.
