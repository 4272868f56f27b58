import { sql } from 'kysely'
import { inject } from 'vitest'
import { month } from '#kernel/civil-date'
import { openDatabase } from '#platform/server/database'
import type { EmbeddedPostgres } from '#platform/server/embedded-postgres'
import { createDatabase, urlsOf } from '#platform/server/postgres'
import { createDemo } from '../demo/index.ts'

/**
 * The smallest demonstration, through November 2026, under a name of its own. It is made once for all the tests of a run:
 * who asks first makes it, who asks meanwhile waits, and each works on a copy, so that what one changes no other sees.
 */
export async function copyOfDemonstration(server: EmbeddedPostgres, name: string) {
  const original = `${inject('copies')}_demonstration`
  const superuser = openDatabase(server.url('postgres', 'postgres'), 1)
  try {
    await superuser.connection().execute(async (db) => {
      await sql`select pg_advisory_lock(hashtext('demonstration'))`.execute(db)
      const { rows } = await sql`select from pg_database where datname = ${original}`.execute(db)
      if (rows.length > 0) return
      // It gets its name when it is complete, so that nobody copies half of one.
      const draft = `${original}_draft`
      await createDatabase(server, draft, inject('template'))
      await createDemo({ ...urlsOf(server, draft), size: 'tiny', until: month('2026-11') })
      await sql`alter database ${sql.id(draft)} rename to ${sql.id(original)}`.execute(db)
    })
  } finally {
    await superuser.destroy()
  }
  await createDatabase(server, name, original)
  return urlsOf(server, name)
}
