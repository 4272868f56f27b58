import type { Ctx } from '#platform/server/context'
import { refresh } from './server/refresh.ts'

/** Counts payees and orders here and now, in transactions of a test. */
export function counted(request: <Result>(work: (ctx: Ctx) => Promise<Result>) => Promise<Result>) {
  return refresh({ request, progress: async () => {} })
}
