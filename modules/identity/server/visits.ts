import type { BetterAuthRateLimitStorage } from 'better-auth'
import { sql } from 'kysely'
import type { Database } from '#platform/server/database'
import type { IdentityTables } from '../db/tables.ts'

/**
 * Counts requests in windows that end when their time is over. The library’s own count ends only after a whole window
 * without any, so an office in which somebody signs in every half minute would be shut out for being busy.
 */
export function countVisits(db: Database): BetterAuthRateLimitStorage {
  const tables = db.withTables<IdentityTables>()
  return {
    consume: async (key, { window, max }) => {
      const windowStart = sql<string>`(clock_timestamp() - make_interval(secs => ${window}))`
      const { count, secondsLeft } = await tables
        .insertInto('identity.visits')
        .values({ key, count: 1, since: sql`clock_timestamp()` })
        .onConflict((conflict) =>
          conflict.column('key').doUpdateSet({
            count: sql<number>`case when visits.since > ${windowStart} then visits.count + 1 else 1 end`,
            since: sql<string>`case when visits.since > ${windowStart} then visits.since else excluded.since end`,
          }),
        )
        .returning([
          'count',
          sql<number>`extract(epoch from since - ${windowStart})::float8`.as('secondsLeft'),
        ])
        .executeTakeFirstOrThrow()
      if (count === 1) await tables.deleteFrom('identity.visits').where('since', '<', windowStart).execute()
      return count > max
        ? { allowed: false, retryAfter: Math.ceil(secondsLeft) }
        : { allowed: true, retryAfter: null }
    },
  }
}
