import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepReform, listReforms, readLine, showReform } from '#modules/territory'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import { lookOnly } from './look-only.ts'

let own: OwnDatabase
beforeAll(async () => {
  own = await openOwnDatabase()
})
afterAll(() => own.drop())

const lines = [
  readLine(2, { from: '08824', to: '08848', name: '', on: '2026-11-01', act: '1/NQ-UBTVQH16' } as never),
]

test('a file of changes that is only looked at is read as it would be, and not kept', async () => {
  const seen = await lookOnly(own.request, async (ctx) =>
    showReform(ctx, await keepReform(ctx, 'thu.csv', lines)),
  )
  expect(seen).toMatchObject({ lines: 1, steps: [{ on: '2026-11-01', state: 'planned' }] })
  expect(await own.request((ctx) => listReforms(ctx))).toEqual([])
})

test('what goes wrong while looking is not hidden', async () => {
  await expect(
    lookOnly(own.request, async () => {
      throw new Error('broken')
    }),
  ).rejects.toThrow('broken')
})
