import type { Ctx } from '#platform/server/context'
import type { Moved } from '../db/match-lines.ts'
import { followRecalls } from './recall.ts'
import { tellUncollected } from './uncollected.ts'

/** What follows when instructions have come to an end, whoever said so. */
export async function followOutcome(ctx: Ctx, moved: Moved) {
  await followRecalls(ctx, moved)
  if (moved.outcome === 'unclaimed') await tellUncollected(ctx, moved.matched)
}
