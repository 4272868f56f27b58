import type { Ctx } from '#platform/server/context'
import { doOnce } from '#platform/server/do-once'
import { problems } from '../domain/problems.ts'

/** Does a command once: sent again with the same content it gets the first answer. */
export function once<Result extends Record<string, unknown>>(
  ctx: Ctx,
  kind: string,
  input: { readonly requestId: string },
  work: () => Promise<Result>,
): Promise<Result> {
  const reused = () => problems('request_reused')
  return doOnce(ctx, { table: 'changes.command', kind, input, reused }, work)
}
