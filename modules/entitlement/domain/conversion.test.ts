import { expect, test } from 'vitest'
import { month } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import { outstanding } from './conversion.ts'

const [before, after] = [dong(750_000), dong(810_000)]
const months = ['2026-07', '2026-08', '2026-09', '2026-10', '2026-11'].map(month)
const paid = (...given: (number | undefined)[]) =>
  outstanding(months.map((month, index) => ({ month, before, after, given: given[index] })))

test.for([
  ['nothing was paid by any list here', [], [60_000, 60_000, 60_000, 60_000, 60_000]],
  ['everything was paid as before', Array(5).fill(before), [60_000, 60_000, 60_000, 60_000, 60_000]],
  ['arrears were paid with a month, and the next is not paid yet', Array(4).fill(after), [0, 0, 0, 0, 0]],
  ['one month was left out of the arrears', [after, before, after, after, after], [0, 60_000, 0, 0, 0]],
] as const)('what a conversion still owes where %s', ([, given, left]) => {
  expect(paid(...given)).toEqual(left)
})
