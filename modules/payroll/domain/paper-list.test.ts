import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listsToSign, rowsOnFirstPage, rowsOnPage, type PrintedLine } from './paper-list.ts'

const anyLine = fc.record({
  personId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm'),
  payeeId: fc.constantFrom('a', 'x'),
  areaId: fc.constantFrom(1, 2),
  payPointId: fc.constantFrom(null, 7),
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
      for (const { pages, total } of lists) {
        expect(pages.at(-1)!.running).toEqual(total)
        expect(pages.flatMap(({ rows }) => rows.map(({ number }) => number))).toEqual(
          Array.from(
            { length: pages.reduce((sum, { rows }) => sum + rows.length, 0) },
            (_, index) => index + 1,
          ),
        )
        expect(
          pages.every(({ rows }, index) => rows.length <= (index === 0 ? rowsOnFirstPage : rowsOnPage)),
        ).toBe(true)
      }
    }),
  )
})

test('a person with two components and one payee signs once', () => {
  const line: PrintedLine = {
    personId: 'a',
    payeeId: 'a',
    fullName: 'Phùng Thị Mận',
    payeeName: 'Phùng Thị Mận',
    born: '1950-01-01',
    areaId: 1,
    payPointId: null,
    kind: 'regular',
    amount: 810_000,
  }
  const [list] = listsToSign([
    line,
    { ...line, amount: 540_000 },
    { ...line, kind: 'arrears', amount: 60_000 },
  ])
  expect(list!.pages[0]!.rows).toMatchObject([{ number: 1, regular: 1_350_000, arrears: 60_000 }])
  expect(list!.total).toEqual({ people: 1, regular: 1_350_000, arrears: 60_000 })
})
