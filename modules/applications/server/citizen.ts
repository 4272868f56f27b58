import { createHash } from 'node:crypto'
import type { Ctx } from '#platform/server/context'
import { actAs } from '#platform/server/database'
import { systemActor } from '#platform/server/request'
import { citizenName } from './messages.vi.ts'

/**
 * Does what somebody without an account asks for: their file may lie in any commune, and is theirs whatever it tells. What
 * they get to see is what the operation gives out, to who has the code.
 */
export async function forCitizen<Result>(ctx: Ctx, work: (ctx: Ctx) => Promise<Result>): Promise<Result> {
  const tx = ctx.db<Record<never, never>>()
  const actor = { ...systemActor(['people.read_confidential']), name: citizenName }
  await actAs(tx, actor)
  const result = await work({ ...ctx, actor })
  await actAs(tx, ctx.actor)
  return result
}

/** What is kept of a code: whoever reads the table learns none. */
export function digestOf(code: string): string {
  return createHash('sha256').update(code).digest('base64url')
}
