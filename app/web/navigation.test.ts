import { expect, test } from 'vitest'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { entries } from './navigation.ts'

test.for([
  ['Vietnamese', vi.home.startHints],
  ['English', en.home.startHints],
] as const)('every place «Bắt đầu từ đây» leads to says in %s what it is for', ([, hints]) => {
  const silent = entries.filter(({ page }) => page !== 'today' && !hints[page]).map(({ page }) => page)
  expect(silent).toEqual([])
})
