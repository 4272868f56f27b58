import { expect, test } from 'vitest'
import { month } from '#kernel/civil-date'
import { uncollectedInRow } from './uncollected.ts'

test.for([
  ['G-PROC-6: January, February and March', ['01-', '02-', '03-'], ['01', '02', '03']],
  ['whoever came in March has missed nothing in a row', ['01-', '02-', '03+'], []],
  ['what was missed before the last time somebody came does not count', ['01-', '02+', '03-'], ['03']],
  ['a month without a list breaks the row', ['01-', '03-', '04-'], ['03', '04']],
  ['the order they are told in says nothing', ['03-', '01-', '02-'], ['01', '02', '03']],
  ['nobody was called', [], []],
] as const)('%s', ([, called, expected]) => {
  const months = called.map((text) => ({
    month: month(`2026-${text.slice(0, 2)}`),
    isCollected: text.endsWith('+'),
  }))
  expect(uncollectedInRow(months)).toEqual(expected.map((text) => `2026-${text}`))
})
