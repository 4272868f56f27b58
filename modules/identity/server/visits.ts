import type { BetterAuthRateLimitStorage } from 'better-auth'
import { createHmac } from 'node:crypto'
import { countInWindow } from '#platform/server/callers'
import type { Database } from '#platform/server/database'

/**
 * Counts requests in windows that end when their time is over. The library’s own count ends only after a whole window
 * without any, so an office in which somebody signs in every half minute would be shut out for being busy. Its key holds
 * the address, which belongs to somebody; of it a digest is kept.
 */
export function countVisits(db: Database, secret: string): BetterAuthRateLimitStorage {
  return {
    consume: async (visitor, { window, max }) => {
      const key = createHmac('sha256', secret).update(`sign-in ${visitor}`).digest('base64url')
      const { count, secondsLeft } = await countInWindow(db, key, window)
      return count > max
        ? { allowed: false, retryAfter: Math.ceil(secondsLeft) }
        : { allowed: true, retryAfter: null }
    },
  }
}
