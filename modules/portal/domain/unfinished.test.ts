import { expect, test } from 'vitest'
import { unfinishedOf, type SavedDraft } from './unfinished.ts'

const draft = { procedure: 'monthly_allowance', values: {}, done: [], photos: {} }
const saved: SavedDraft = { ...draft, unfinished: { person: { fullName: 'Nguyễn Thị Hòa' } } }

test('a draft opened on another phone brings the parts that were not finished', () => {
  expect(unfinishedOf(saved, undefined)).toEqual({ person: { fullName: 'Nguyễn Thị Hòa' } })
  expect(unfinishedOf(draft, undefined)).toEqual({})
})

test('on the phone it was saved on what was typed or finished since comes first', () => {
  const here = { person: {}, payment: { method: 'cash' } }
  expect(unfinishedOf(saved, here)).toEqual(here)
})
