import type { Client } from 'pg'
import { dayOf, type Instant } from '#kernel/civil-date'
import type { Ctx } from './context.ts'
import { databaseOn } from './database.ts'
import { systemActor } from './request.ts'

/**
 * Lets the system read, over the whole country, on a connection whose transaction sees one state of the database, whatever is
 * written since. That transaction has to act for the whole country itself. Nothing can be told or recorded here.
 */
export function readingOn(client: Client, now: Instant): Ctx {
  const db = databaseOn(client)
  const refuse = () => {
    throw new Error('Whoever only reads has nothing to tell or to record')
  }
  return {
    actor: systemActor(),
    now,
    today: dayOf(now),
    traceId: 'reading',
    db: () => db as never, // Each module names its own tables.
    emit: refuse,
    audit: refuse,
  }
}
