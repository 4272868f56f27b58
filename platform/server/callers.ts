import { sql } from 'kysely'
import { createHmac } from 'node:crypto'
import { Problem } from '#kernel/problem'
import { addressGroup } from './address-group.ts'
import type { Database } from './database.ts'

/** How often an operation may be asked for within so many seconds: by one caller, or about one thing, by all or by each. */
export type Limit = { readonly times: number; readonly seconds: number; readonly fromEach?: boolean }

/** Counts a call before it is answered, whatever becomes of it, refuses the one that is too many, and says which it was. */
export type CountCall = (operation: string, about: string, limit: Limit) => Promise<number>

/**
 * Counts the calls of those who have not signed in. Where they come from is kept as a keyed digest that is another one
 * every day, for an address belongs to somebody.
 */
export function countCallers(
  db: Database,
  { secret, day }: { readonly secret: string; readonly day: () => string },
) {
  return (address: string): CountCall =>
    async (operation, about, { times, seconds, fromEach = !about }) => {
      const caller = fromEach ? `${addressGroup(address)} ${about}` : about
      const key = createHmac('sha256', secret).update(`${day()} ${operation} ${caller}`).digest('base64url')
      const { count, secondsLeft } = await countInWindow(db, key, seconds)
      if (count > times) throw new Problem('too_many_requests', 429, { seconds: Math.ceil(secondsLeft) })
      return count
    }
}

/** Counts one more under a key, in windows of so many seconds that end when their time is over, however busy they were. */
export async function countInWindow(
  db: Database,
  key: string,
  seconds: number,
): Promise<{ readonly count: number; readonly secondsLeft: number }> {
  const windowStart = sql`clock_timestamp() - make_interval(secs => ${seconds})`
  const { rows } = await sql<{ count: number; secondsLeft: number }>`
    insert into platform.caller (key, count, since) values (${key}, 1, clock_timestamp())
    on conflict (key) do update set
      count = case when caller.since > ${windowStart} then caller.count + 1 else 1 end,
      since = case when caller.since > ${windowStart} then caller.since else excluded.since end
    returning count, extract(epoch from since - (${windowStart}))::float8 as "secondsLeft"`.execute(db)
  return rows[0]! // Inserted or updated.
}

/** Removes what was counted yesterday. */
export async function forgetCallers(db: Database) {
  await sql`delete from platform.caller where since < now() - interval '1 day'`.execute(db)
  await sql`delete from platform.spent_proof where expires_at < now()`.execute(db)
}
