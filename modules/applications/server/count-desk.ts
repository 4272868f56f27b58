import type { Ctx } from '#platform/server/context'
import { countOpenFeedback } from '../db/feedback.ts'
import { countViews } from '../db/queue.ts'
import { countDrafted } from '../db/proposals.ts'

/** What waits at the desk, in numbers; letters only for whoever may answer them. */
export async function countDesk(ctx: Ctx) {
  const mayAnswer = ctx.actor.permissions.has('applications.answer_feedback')
  const { mine, over } = await countViews(ctx, ['mine', 'over'])
  return {
    mine,
    over,
    toSign: await countDrafted(ctx),
    letters: mayAnswer ? await countOpenFeedback(ctx) : 0,
  }
}
