import type { Ctx } from '#platform/server/context'
import type { JoinedTie } from '../domain/ties-of-one.ts'
import type { MatchTables } from './match-tables.ts'

/** What a merge joined of the ties of both records. */
export async function joinedByMerge(ctx: Ctx, mergeId: string): Promise<readonly JoinedTie[]> {
  const { joined } = await ctx
    .db<MatchTables>()
    .selectFrom('people.merge')
    .select('joined')
    .where('id', '=', mergeId)
    .executeTakeFirstOrThrow()
  return joined
}
