import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { instant, type Instant } from '#kernel/civil-date'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import { readingOn } from './reading.ts'

const key = 'test.reading'
const now = instant('2026-10-05T02:00:00Z')

let own: OwnDatabase
beforeAll(async () => {
  own = await openOwnDatabase()
})
afterAll(() => own.drop())

test('whoever reads on a connection sees what its transaction saw first, in the words of every other request', async () => {
  await own.request((ctx) =>
    sql`insert into platform.setting (key, value) values (${key}, '"before"')`.execute(ctx.db()),
  )
  const client = new Client({ connectionString: own.programUrl })
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query('select 1')
    await own.request((ctx) =>
      sql`update platform.setting set value = '"after"' where key = ${key}`.execute(ctx.db()),
    )

    const reader = readingOn(client, now)
    const { rows } = await sql<{ value: string; recordedAt: Instant }>`
      select value, ${now}::timestamptz as recorded_at from platform.setting where key = ${key}`.execute(
      reader.db(),
    )

    expect(rows).toEqual([{ value: 'before', recordedAt: '2026-10-05T02:00:00.000000Z' }])
    expect(reader.today).toBe('2026-10-05')
    expect(() => reader.audit({ action: 'payroll.run_approved' } as never)).toThrow('only reads')
  } finally {
    await client.end()
  }
})
