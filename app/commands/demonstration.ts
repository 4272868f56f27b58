import { createDemo } from '../demo.ts'
import { openDatabase } from '#platform/server/database'
import type { Postgres } from '#platform/server/postgres'

/** Creates the demonstration province on the first start, and shows how far it is. */
export async function prepareDemonstration({ programUrl }: Postgres): Promise<void> {
  const db = openDatabase(programUrl, 2)
  try {
    await createDemo(db)
  } finally {
    await db.destroy()
  }
}
