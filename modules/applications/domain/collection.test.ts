import { expect, test } from 'vitest'
import { month } from '#kernel/civil-date'
import { collectingBy, whetherUncollected } from './collection.ts'

const [came, nobody] = [true, false]

test.for([
  ['three months in a row', { '2026-08': nobody, '2026-09': nobody, '2026-10': nobody }, 'known'],
  ['two are not enough', { '2026-09': nobody, '2026-10': nobody }, 'not_known'],
  [
    'a month between was not paid here',
    { '2026-07': nobody, '2026-09': nobody, '2026-10': nobody },
    'not_known',
  ],
  ['the last was fetched', { '2026-08': nobody, '2026-09': nobody, '2026-10': came }, 'cannot_be'],
  ['fetched long ago, paid elsewhere since', { '2026-08': came }, 'not_known'],
  ['nothing is known', {}, 'not_known'],
] as const)('%s', ([, months, answer]) => {
  const called = Object.entries(months).map(([text, isCollected]) => ({ month: month(text), isCollected }))
  expect(whetherUncollected(collectingBy(called), month('2026-11'))).toBe(answer)
})
