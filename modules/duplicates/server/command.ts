import { Problem } from '#kernel/problem'
import type { Ctx } from '#platform/server/context'
import { doOnce } from '#platform/server/do-once'
import { problems } from '../domain/problems.ts'

/** Does a decision once, however often it is sent. */
export function decideOnce<Result extends Record<string, unknown>>(
  ctx: Ctx,
  kind: string,
  input: { readonly requestId: string },
  work: () => Promise<Result>,
): Promise<Result> {
  const reused = () => problems('request_reused')
  return doOnce(ctx, { table: 'duplicates.command', kind, input, reused }, work)
}

/** What the register refuses, in the words of this module; `said` is what it said. */
export async function inOwnWords<Result>(
  words: Readonly<Record<string, Parameters<typeof problems>[0]>>,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    const word = error instanceof Problem ? words[error.code] : undefined
    throw word && error instanceof Problem ? problems(word, { ...error.details, said: error.code }) : error
  }
}

/** As one person, or as two again, somebody would be tied to others as nobody can be. */
export const contradictions = Object.fromEntries(
  [
    'relation_with_self',
    'relation_exists',
    'spouse_is_parent',
    'already_married',
    'guardian_has_guardian',
    'parent_born_after_child',
    'parent_too_young',
  ].map((code) => [`people.${code}`, 'relations_contradict' as const]),
)
