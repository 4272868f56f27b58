import type { Ctx } from '#platform/server/context'
import { countOpenFeedback } from '../db/feedback.ts'
import { countView } from '../db/queue.ts'
import { countDrafted } from '../db/proposals.ts'

/** What waits at the desk, in numbers; letters only for whoever may answer them. */
export async function countDesk(ctx: Ctx) {
  const mayAnswer = ctx.actor.permissions.has('applications.answer_feedback')
  return {
    mine: await countView(ctx, 'mine'),
    over: await countView(ctx, 'over'),
    toSign: await countDrafted(ctx),
    letters: mayAnswer ? await countOpenFeedback(ctx) : 0,
  }
}
