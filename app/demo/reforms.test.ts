import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { communesOf } from '#modules/geography'
import { listReforms } from '#modules/territory'
import { openDatabase, type Database } from '#platform/server/database'
import { systemActor } from '#platform/server/request'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import { beforeReforms, finishReforms } from './reforms.ts'

const formerVinhPhuc = 90026
let own: OwnDatabase
let owner: Database
beforeAll(async () => {
  own = await openOwnDatabase()
  owner = openDatabase(own.ownerUrl, 1)
})
afterAll(async () => {
  await owner.destroy()
  await own.drop()
})

test('from the 136 communes of 2022 the two reforms of 2025 lead to the units of the lists, and to what lies within what', async () => {
  const listed = await units()
  const acting: Parameters<typeof finishReforms>[0] = {
    owner,
    at: (now, actor) => (work) => own.request(work, { now, ...(actor && { actor }) }),
  }
  // One that breaks off in between is brought to its end by the next.
  await beforeReforms(acting, { landId: formerVinhPhuc, seed: 1 })
  await finishReforms(acting)
  expect([...(await units()).symmetricDifference(listed)]).toEqual([])
  const reforms = await beforeReforms(acting, { landId: formerVinhPhuc, seed: 2239 })
  expect(await counts()).toEqual([136, 136, 136])
  await reforms.liveThrough(systemActor())
  expect(await counts()).toEqual([136, 121, 36])
  expect([...(await units()).symmetricDifference(listed)]).toEqual([])
  const applied = await own.request(listReforms)
  expect(
    applied.map(({ refused, steps }) => [refused, ...steps.map(({ on, state }) => `${on} ${state}`)]),
  ).toEqual([
    [0, '2025-07-01 applied'],
    [0, '2025-01-01 applied'],
  ])
})

function counts() {
  return own.request((ctx) =>
    Promise.all(
      ['2024-12-31', '2025-06-30', '2025-07-01'].map(
        async (day) => (await communesOf(ctx, formerVinhPhuc, civilDate(day))).length,
      ),
    ),
  )
}

/** Everything the register says of units, but for the words for kinds of change and the resolution beside a unit. */
async function units() {
  const { rows } = await sql<{ said: string }>`
    select concat_ws(' ', id, code, name, kind, level, parent_id, during) as said from geography.area
    union all select concat_ws(' ', from_id, 'to', to_id, effective, share::float, certain, act) from geography.area_change
    union all select concat_ws(' ', within_id, 'holds', area_id) from geography.area_within`.execute(owner)
  return new Set(rows.map(({ said }) => said))
}
