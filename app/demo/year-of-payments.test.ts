import { sql } from 'kysely'
import { afterAll, expect, inject, test } from 'vitest'
import { addMonths, month } from '#kernel/civil-date'
import { checkPromises } from '#modules/payments'
import { openDatabase } from '#platform/server/database'
import { createDatabase, dropDatabase, urlsOf } from '#platform/server/postgres'
import { request } from '#platform/server/request'
import { localAdministrator } from '../commands/program.ts'
import { aftermath } from '../composition.ts'
import { holdTestServer } from '../testing/test-server.ts'
import { createDemo } from './index.ts'

const server = await holdTestServer()
const database = `${inject('copies')}_year_of_payments`
afterAll(async () => {
  await dropDatabase(server, database)
  server.release()
})

test('a year of the demonstration goes the whole way from list to answer, and its books balance to the đồng', async () => {
  await createDatabase(server, database, inject('template'))
  const urls = urlsOf(server, database)
  const until = month('2026-11')
  await createDemo({ ...urls, size: 'tiny', until, paidOut: 12 })
  const db = openDatabase(urls.programUrl, 1)
  const { months, balances, checked } = await request(
    db,
    { actor: localAdministrator() },
    aftermath,
    async (ctx) => {
      const paid = await sql<{ month: string }>`select distinct month from payments.instruction
          where state = 'paid' order by month`.execute(ctx.db())
      const books = await sql<{
        month: string | null
        left: number
      }>`select month, sum(amount)::float8 as left
          from payments.posting group by month`.execute(ctx.db())
      return {
        months: paid.rows.map((row) => row.month),
        balances: books.rows.map(({ left }) => left),
        checked: await checkPromises(ctx),
      }
    },
  )
  await db.destroy()
  expect(months).toEqual(Array.from({ length: 12 }, (_, index) => addMonths(until, index - 11)))
  expect(balances.length).toBeGreaterThan(11)
  expect(new Set(balances)).toEqual(new Set([0]))
  expect(checked.filter(({ broken }) => broken.length > 0)).toEqual([])
})
