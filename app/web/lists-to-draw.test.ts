import { expect, test } from 'vitest'
import { civilDate, month } from '#kernel/civil-date'
import { listsToDraw } from './lists-to-draw.ts'

const run = (of: string, state = 'approved') => ({ month: month(of), state })
const toDraw = (today: string, ...runs: ReturnType<typeof run>[]) =>
  listsToDraw(runs, civilDate(today)).map(({ month: of, due }) => [of, due])

test('the list of the next month is work from the middle of this one, and late after the 25th', () => {
  expect(toDraw('2026-11-14', run('2026-11'))).toEqual([])
  expect(toDraw('2026-11-15', run('2026-11'))).toEqual([['2026-12', '2026-11-25']])
  expect(toDraw('2026-11-27', run('2026-11'))).toEqual([['2026-12', '2026-11-25']])
  expect(toDraw('2026-12-20', run('2026-12'))).toEqual([['2027-01', '2026-12-25']])
})

test('a list that is drawn is no work, in whatever state; one that was given up is', () => {
  expect(toDraw('2026-11-27', run('2026-11'), run('2026-12', 'checking'))).toEqual([])
  expect(toDraw('2026-11-27', run('2026-11'), run('2026-12', 'cancelled'))).toEqual([
    ['2026-12', '2026-11-25'],
  ])
})

test('a month that was left out is named while it lasts, but not before payment began', () => {
  expect(toDraw('2026-11-03', run('2026-10'))).toEqual([['2026-11', '2026-10-25']])
  expect(toDraw('2026-11-03')).toEqual([])
})
