import { expect, test } from 'vitest'
import { applyImport } from '../import-contract.ts'
import {
  bring,
  bringingLists,
  dan,
  given,
  hoa,
  invoke,
  listOf,
  own,
  shown,
} from './bringing-lists.testing.ts'

bringingLists()

test('the same file again is recognised, and the same rows in another file are there already', async () => {
  const first = await given('lần đầu.xlsx', [hoa, dan])
  await invoke(applyImport, { id: first })
  await own.runJobs()
  await own.deliver()
  const again = await listOf('lại.xlsx', [hoa, dan])
  const second = await bring(again)
  expect(second.isRepeat).toBe(false)
  await own.runJobs()
  const { id } = second.import
  expect(await shown(id)).toMatchObject({ rows: { known: 2, ready: 0 } })
  expect(await bring(again)).toMatchObject({ isRepeat: true, import: { id } })
  await expect(invoke(applyImport, { id })).rejects.toThrow('people.import_nothing_ready')
})

test('somebody known is taken in again only by a decision that no list has named', async () => {
  const known = await given('cùng quyết định.xlsx', [[9, ...dan.slice(1)]])
  expect(await shown(known)).toMatchObject({ rows: { known: 1 } })
  const renewed = await given('quyết định khác.xlsx', [
    [9, ...dan.slice(1, 8), '99/QĐ-UBND', '05/09/2026', '9/2026'],
  ])
  expect(await shown(renewed)).toMatchObject({ rows: { ready: 1, known: 0 } })
})
