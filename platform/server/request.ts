import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { DatabaseError } from 'pg'
import { dayOf, type Instant, now as presentMoment } from '#kernel/civil-date'
import type { Actor, AuditEntry, Ctx, Event } from './context.ts'
import { transact, type Database } from './database.ts'

/** What happens with events and audit entries inside the transaction that made them; the composition in app/ says. */
export type Aftermath = {
  readonly publish: (ctx: Ctx, events: readonly Event[]) => Promise<void>
  /** Gives the statement that writes them: the trail is locked from then to the end, so it ends the transaction too. */
  readonly record: (ctx: Ctx, entries: readonly AuditEntry[]) => string
}

/**
 * One transaction, one actor, one moment, one trace; events and audit entries are written with it or not at all. Of two
 * requests that wait for each other the database breaks one off, of which nothing has happened: it is done again.
 */
export async function request<Result>(
  db: Database,
  { actor, now = presentMoment(), traceId = randomUUID() }: { actor: Actor; now?: Instant; traceId?: string },
  aftermath: Aftermath,
  work: (ctx: Ctx) => Promise<Result>,
): Promise<Result> {
  for (let turn = 1; ; turn++)
    try {
      return await requestOnce(db, { actor, now, traceId }, aftermath, work)
    } catch (error) {
      if (turn === 3 || !(error instanceof DatabaseError && error.code === deadlock)) throw error
    }
}

const deadlock = '40P01'

function requestOnce<Result>(
  db: Database,
  { actor, now, traceId }: Pick<Ctx, 'actor' | 'now' | 'traceId'>,
  { publish, record }: Aftermath,
  work: (ctx: Ctx) => Promise<Result>,
): Promise<Result> {
  return transact(db, actor, async (tx) => {
    const events: Event[] = []
    const entries: AuditEntry[] = []
    const ctx: Ctx = {
      actor,
      now,
      today: dayOf(now),
      traceId,
      db: () => tx as never, // Each module names its own tables.
      emit: (event) => void events.push(event),
      audit: (entry) => void entries.push(entry),
    }
    const result = await work(ctx)
    if (events.length > 0) await publish(ctx, events)
    return { result, closing: entries.length > 0 ? record(ctx, entries) : undefined }
  })
}

/** The whole country, for work no single user asked for. */
export function systemActor(permissions: Iterable<string> = []): Actor {
  return {
    userId: '00000000-0000-7000-8000-000000000000',
    name: 'An Sinh',
    permissions: new Set(permissions),
    areaId: 0,
    areaIds: [],
  }
}

/** Locks a name for the rest of the transaction, so that two requests do not do one thing at once. */
export async function lock(ctx: Ctx, name: string) {
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(ctx.db())
}
