import type { Ctx } from '#platform/server/context'
import { look, lookNow } from './server/look.ts'

/** A job whose every transaction is the one of a test. */
const jobIn = (ctx: Ctx): Parameters<typeof look>[0] => ({
  request: (work) => work(ctx),
  progress: async () => {},
})

/** Looks at the register here and now. */
export const looked = (ctx: Ctx) => lookNow(jobIn(ctx))

/** The same, and counts the months gone by. */
export const lookedBack = (ctx: Ctx) => look(jobIn(ctx))
