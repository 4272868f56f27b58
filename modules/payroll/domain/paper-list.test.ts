import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leastSigned, listsToSign, rowRoom, totalOf, type PrintedLine } from './paper-list.ts'

const anyLine = fc.record({
  personId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm'),
  payeeId: fc.constantFrom('a', 'x'),
  areaId: fc.constantFrom(1, 2),
  method: fc.constantFrom('cash' as const, 'account' as const),
  payPointId: fc.constantFrom(null, 7),
  bank: fc.constant('Agribank'),
  accountEnding: fc.constant('4321'),
  kind: fc.constantFrom('regular' as const, 'arrears' as const),
  amount: fc.integer({ min: 1, max: 3_000_000 }),
  fullName: fc.constant('Phùng Thị Mận'),
  payeeName: fc.constant('Lê Văn Sáu'),
  born: fc.constant('1950-01-01'),
})

test('every đồng is on one page of one list, and the last running total is the total of the list', () => {
  fc.assert(
    fc.property(fc.array(anyLine, { minLength: 1, maxLength: 80 }), (lines) => {
      const lists = listsToSign(lines)
      const printed = lists
        .flatMap(({ pages }) => pages)
        .flatMap(({ rows }) => rows)
        .reduce((sum, { regular, arrears }) => sum + regular + arrears, 0)
      expect(printed).toBe(lines.reduce((sum, { amount }) => sum + amount, 0))
      for (const { method, pages, total } of lists) {
        const room = rowRoom[method]
        expect(pages.at(-1)!.running).toEqual(total)
        expect(pages.every(({ rows }, index) => rows.length <= (index === 0 ? room.first : room.later))).toBe(
          true,
        )
        const signed = pages.at(-1)!.rows.length
        expect(signed).toBeLessThanOrEqual(pages.length === 1 ? room.signed.first : room.signed.later)
        expect(signed).toBeGreaterThanOrEqual(pages.length === 1 ? 1 : leastSigned)
      }
      const rows = lists.flatMap(({ pages }) => pages.flatMap((page) => page.rows))
      expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1))
      expect(totalOf(lists)).toMatchObject({
        rows: rows.length,
        people: new Set(lines.map(({ personId }) => personId)).size,
      })
    }),
  )
})

const line: PrintedLine = {
  personId: 'a',
  payeeId: 'a',
  fullName: 'Phùng Thị Mận',
  payeeName: 'Phùng Thị Mận',
  born: '1950-01-01',
  areaId: 1,
  method: 'cash',
  payPointId: null,
  bank: null,
  accountEnding: null,
  kind: 'regular',
  amount: 810_000,
}

test.each([
  ['cash', 5, [5]],
  ['cash', 6, [3, 3]],
  ['cash', 9, [6, 3]],
  ['cash', 18, [9, 9]],
  ['cash', 19, [9, 7, 3]],
  ['cash', 22, [9, 10, 3]],
  // Nobody signs for a transfer, so its rows are lower and a commune takes half the paper.
  ['account', 9, [9]],
  ['account', 10, [7, 3]],
  ['account', 60, [15, 20, 20, 5]],
] as const)('%s: %i rows are cut so that some stand above the signatures', (method, rows, sizes) => {
  const lines = Array.from({ length: rows }, (_, index) => ({
    ...line,
    method,
    personId: `p${index}`,
    payeeId: `p${index}`,
  }))
  expect(listsToSign(lines)[0]!.pages.map((page) => page.rows.length)).toEqual(sizes)
})

test('a person with two components and one payee signs once', () => {
  const [list] = listsToSign([
    line,
    { ...line, amount: 540_000 },
    { ...line, kind: 'arrears', amount: 60_000 },
  ])
  expect(list!.pages[0]!.rows).toMatchObject([{ number: 1, regular: 1_350_000, arrears: 60_000 }])
  expect(list!.total).toEqual({ rows: 1, people: 1, regular: 1_350_000, arrears: 60_000 })
})

test('a person with two payees stands on two rows and is one person', () => {
  const lists = listsToSign([line, { ...line, payeeId: 'x', payeeName: 'Lê Văn Sáu' }])
  expect(totalOf(lists)).toMatchObject({ rows: 2, people: 1 })
})

test('whoever is paid by transfer stands apart from those who sign, and numbers go on', () => {
  const transfer = { method: 'account', bank: 'Agribank', accountEnding: '4321' } as const
  const lists = listsToSign([
    { ...line, personId: 'a', payeeId: 'a', ...transfer },
    { ...line, personId: 'b', payeeId: 'b', payPointId: 7 },
    { ...line, personId: 'c', payeeId: 'c' },
    { ...line, personId: 'd', payeeId: 'd', ...transfer },
  ])
  expect(
    lists.map(({ method, payPointId, pages }) => [
      method,
      payPointId,
      pages.flatMap(({ rows }) => rows.map(({ number, line }) => `${number}${line.personId}`)),
    ]),
  ).toEqual([
    ['cash', null, ['1c']],
    ['cash', 7, ['2b']],
    ['account', null, ['3a', '4d']],
  ])
})
