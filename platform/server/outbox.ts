import { sql } from 'kysely'
import type { Instant } from '#kernel/civil-date'
import type { Ctx, Event } from './context.ts'
import type { Database } from './database.ts'
import { request, systemActor, type Aftermath } from './request.ts'
import type { PlatformTables } from './tables.ts'

/** An event as a subscriber gets it, with the number it has in the order of recording. */
export type Delivered = Event & { readonly eventId: number }

/** What a module does when it hears of something: each event at least once, in a transaction of its own. */
export type Subscriber = {
  readonly on: readonly Event['type'][]
  readonly run: (ctx: Ctx, event: Delivered) => Promise<void>
}

export type Subscribers = Readonly<Record<string, Subscriber>>

/** Writes events, and for each of its subscribers a delivery that is still owed, into the transaction that emitted them. */
export async function publish(subscribers: Subscribers, ctx: Ctx, events: readonly Event[]) {
  const db = ctx.db<PlatformTables>()
  const recorded = await db
    .insertInto('platform.event')
    .values(
      events.map(({ type, ...payload }) => ({
        type,
        payload: JSON.stringify(payload),
        recordedAt: ctx.now,
      })),
    )
    .returning(['id', 'type'])
    .execute()
  const deliveries = recorded.flatMap(({ id, type }) =>
    Object.entries(subscribers)
      .filter(([, { on }]) => on.includes(type as Event['type']))
      .map(([subscriber]) => ({ eventId: id, subscriber })),
  )
  if (deliveries.length > 0) await db.insertInto('platform.delivery').values(deliveries).execute()
}

export type Delivering = {
  readonly db: Database
  readonly subscribers: Subscribers
  readonly aftermath: Aftermath
  /** Hears of a subscriber that failed; the delivery stays owed and is tried again. */
  readonly onError: (error: unknown, delivery: { subscriber: string; eventId: number }) => void
}

/**
 * Delivers the oldest event that is owed, if there is one. The subscriber's work and the mark that it was done are one
 * transaction: a crash between them undoes both, and the event comes again.
 */
export async function deliverNext({ db, subscribers, aftermath, onError }: Delivering): Promise<boolean> {
  let owed: Owed | undefined
  try {
    return await request(db, { actor: systemActor() }, aftermath, async (ctx) => {
      owed = await takeOwed(ctx, Object.keys(subscribers))
      if (!owed) return false
      const { type, payload, eventId, subscriber } = owed
      await subscribers[subscriber]!.run(ctx, { ...payload, type: type as Event['type'], eventId })
      await sql`update platform.delivery set done_at = now(), attempt = attempt + 1, error = null
        where event_id = ${eventId} and subscriber = ${subscriber}`.execute(ctx.db())
      return true
    })
  } catch (error) {
    if (!owed) throw error
    onError(error, owed)
    await postpone(db, owed, error)
    return true
  }
}

type Owed = { type: string; payload: Record<string, unknown>; eventId: number; subscriber: string }

/** Locks one delivery for the rest of the transaction, oldest first; one that failed does not hold up the others. */
async function takeOwed(ctx: Ctx, subscribers: readonly string[]): Promise<Owed | undefined> {
  const { rows } = await sql<Owed>`
    select event.type, event.payload, delivery.event_id, delivery.subscriber
    from platform.delivery join platform.event on event.id = delivery.event_id
    where delivery.done_at is null and delivery.due_at <= now()
      and delivery.subscriber = any(${[...subscribers]}::text[])
    order by delivery.event_id, delivery.subscriber
    limit 1 for update of delivery skip locked`.execute(ctx.db())
  return rows[0]
}

/** Tries again after 1, 2, 4 … seconds, at last every hour; the error stays to be read. It never gives up: a right may hang on it. */
async function postpone(db: Database, { eventId, subscriber }: Owed, error: unknown) {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  await sql`update platform.delivery set attempt = attempt + 1, error = ${text.slice(0, 500)},
      due_at = now() + least(interval '1 hour', interval '1 second' * power(2, least(attempt, 12)))
    where event_id = ${eventId} and subscriber = ${subscriber} and done_at is null`.execute(db)
}

/**
 * What is still owed to a subscriber, counted by some of what the events carry: `{ importId: ['list', 'importId'] }`. For whoever
 * shows that work goes on.
 */
export async function countOwed<Key extends string>(
  ctx: Ctx,
  subscriber: string,
  paths: Readonly<Record<Key, readonly string[]>>,
): Promise<(Readonly<Record<Key, string>> & { readonly owed: number; readonly since: Instant })[]> {
  const keys = Object.keys(paths) as Key[] // Of the record just given.
  const { rows } = await sql<Record<Key, string> & { owed: number; since: Instant }>`
    select ${sql.join(keys.map((key) => sql`payload #>> ${[...paths[key]]}::text[] as ${sql.id(key)}`))},
      count(*)::int as owed, min(recorded_at) as since
    from platform.delivery join platform.event on event.id = delivery.event_id
    where done_at is null and subscriber = ${subscriber}
    group by ${sql.join(keys.map((_, place) => sql.lit(place + 1)))}`.execute(ctx.db())
  return rows
}
