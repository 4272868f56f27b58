import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import { plannedOnce } from './planned-once.ts'

let own: OwnDatabase
beforeAll(async () => {
  own = await openOwnDatabase()
})
afterAll(() => own.drop())

test('a query about one thing keeps its plan on its connection, and others are planned each time', async () => {
  await own.db.connection().execute(async (db) => {
    const found: unknown[] = []
    for (let turn = 1; turn <= 8; turn++) {
      const marked = await sql`select ${turn}::integer as turn from platform.setting where key = ${'test'}
        union all select ${turn} ${plannedOnce}`.execute(db)
      found.push(...marked.rows)
      await sql`select ${turn}::integer as turn`.execute(db)
    }
    expect(found).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((turn) => ({ turn })))
    const { rows } = await sql<{ again: boolean; plans: number }>`
      select generic_plans > 0 as again, generic_plans + custom_plans as plans from pg_prepared_statements
      where name <> ''`.execute(db)
    expect(rows).toEqual([{ again: true, plans: 8 }])
  })
})
