import type { Ctx } from '#platform/server/context'
import { getApplicationForUpdate } from '../db/applications.ts'
import { withdrawDrafted } from '../db/proposals.ts'
import { isWaiting } from '../domain/edition.ts'
import { actionsOn, planMove } from '../domain/plan.ts'
import { openFiles } from './open-file.ts'
import { moveFile } from './take-action.ts'

/**
 * Ends a file that was opened for something that turned out to be none, wherever it stands: what waits for a signature is
 * sent back first. Its log says why. What is decided stays, for only another decision takes it back.
 */
export async function endUnfounded(
  ctx: Ctx,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<{ isEnded: boolean }> {
  for (;;) {
    const application = await getApplicationForUpdate(ctx, id)
    if (application.closedAt !== null || application.decidedOn !== null) return { isEnded: false }
    const [file] = await openFiles(ctx, [application])
    const { edition, way } = file! // One in, one out.
    const possible = actionsOn(edition, way, ctx.today)
    const ends = possible.find(({ to }) => to === 'withdrawn')
    const goesBack = possible.find(({ id }) => id === 'send_back')
    const action = ends ?? goesBack
    if (!action || way.step === action.to) return { isEnded: false }
    const move = planMove(edition, way, { action: action.id, now: ctx.now, reason })
    await withdrawDrafted(ctx, id, reason)
    await moveFile(ctx, file!, move, { reason })
    if (!isWaiting(move.to)) return { isEnded: true }
  }
}
