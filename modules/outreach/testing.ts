import type { Ctx } from '#platform/server/context'
import { refresh } from './server/refresh.ts'

/** Brings the lists up to date here and now, in the transaction of a test. */
export function refreshed(ctx: Ctx): Promise<{ people: number }> {
  return refresh({ request: (work) => work(ctx), progress: async () => {} })
}
