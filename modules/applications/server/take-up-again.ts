import type { Ctx } from '#platform/server/context'
import { insertEvents, updateApplication, type Application } from '../db/applications.ts'
import { isWaiting } from '../domain/edition.ts'
import { deadlinesOf } from '../domain/plan.ts'
import { problems } from '../domain/problems.ts'
import { calendarFor, openFiles } from './open-file.ts'

/** Why a file is taken up again, as its log keeps it: an appeal was upheld, or whoever was to be paid once has died. */
export const appealUpheld = 'taken_up_again'
export const payeeDied = 'payee_died'

type Why = { readonly kind: typeof appealUpheld | typeof payeeDied; readonly reason: string }

/**
 * Takes a decided file up again: it goes back to whoever drafts, and its clock begins anew today. What was decided stays on
 * record, and the new decision gets a number of its own.
 */
export async function takeUpAgain(
  ctx: Ctx,
  application: Application,
  { kind, reason }: Why,
): Promise<{ version: number; step: string }> {
  const [file] = await openFiles(ctx, [application])
  const { edition, way } = file! // One in, one out.
  const step = edition.steps.find((one) => isWaiting(one) && one.actions.some(({ proposes }) => proposes))
  if (!step) throw problems('action_not_possible', { procedure: application.procedure })
  const again = {
    ...way,
    step: step.id,
    stepSince: ctx.now,
    completeOn: ctx.today,
    decidedOn: null,
    pauses: [],
  }
  const { dueAt, actBy } = deadlinesOf(edition, again, { calendar: await calendarFor(ctx), now: ctx.now })
  const version = await updateApplication(ctx, application, {
    step: step.id,
    stepSince: ctx.now,
    completeOn: ctx.today,
    decidedOn: null,
    outcome: null,
    closedAt: null,
    dueAt,
    actBy,
  })
  await insertEvents(ctx, [
    {
      applicationId: application.id,
      kind,
      fromStep: application.step,
      toStep: step.id,
      version,
      detail: { reason, after: application.outcome },
    },
  ])
  return { version, step: step.id }
}
