import { settleOneOffs } from '#modules/entitlement'
import type { Ctx } from '#platform/server/context'
import type { Moved } from '../db/match-lines.ts'
import { listOneOffsOfInstructions } from '../db/one-offs.ts'
import { followRecalls } from './recall.ts'
import { tellUncollected } from './uncollected.ts'

/** What follows when instructions have come to an end, whoever said so. */
export async function followOutcome(ctx: Ctx, moved: Moved) {
  await followOneOffs(ctx, moved)
  await followRecalls(ctx, moved)
  if (moved.outcome === 'unclaimed') await tellUncollected(ctx, moved.matched)
}

/** Says to entitlement what was paid, and what had been paid and came back; everything else waits for its next try. */
async function followOneOffs(ctx: Ctx, { outcome, matched }: Moved) {
  if (outcome !== 'paid' && outcome !== 'returned') return
  const settled = outcome === 'paid' ? 'paid' : 'came_back'
  const rows = await listOneOffsOfInstructions(ctx, matched)
  for (const [list, own] of Map.groupBy(rows, (row) => row.list))
    await settleOneOffs(
      ctx,
      own.map(({ oneOffId }) => oneOffId),
      list,
      settled,
    )
}
