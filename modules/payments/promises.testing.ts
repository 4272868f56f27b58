import type { Ctx } from '#platform/server/context'
import type { OwnDatabase } from '#testing/own-database'
import { checkPromises } from './db/promises.ts'

/** Which promises are broken, and by what; none, where all is well. */
export function brokenPromises(own: OwnDatabase, { isOver = false } = {}): Promise<string[]> {
  return own.request((ctx) => brokenPromisesIn(ctx, { isOver }))
}

/** The same within a transaction, before it ends. */
export async function brokenPromisesIn(ctx: Ctx, { isOver = false } = {}): Promise<string[]> {
  const checked = await checkPromises(ctx, { isOver })
  return checked.flatMap(({ promise, broken }) => broken.slice(0, 3).map(({ what }) => `${promise}: ${what}`))
}
