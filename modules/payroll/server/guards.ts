import { areaIdsWithin } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { findLaterRun, unitsOf, type Run } from '../db/runs.ts'
import { problems } from '../domain/problems.ts'
import { transitions, type RunStep } from '../domain/run-state.ts'
import { forWholeCountry } from '#platform/server/whole-country'

/** The problem whoever asks would meet, taking a step with a run; undefined where nothing stands in the way. */
export function refusalOf(ctx: Ctx, run: Run, step: RunStep): string | undefined {
  const { from, permission, bySomebodyElse } = transitions[step]
  if (!ctx.actor.permissions.has(permission)) return 'forbidden'
  if (!from.includes(run.state)) return 'payroll.run_moved_on'
  const own = [run.preparedBy, run.submittedBy].includes(ctx.actor.userId)
  return bySomebodyElse && own ? 'payroll.approver_prepared_run' : undefined
}

/** Guards a step that an operation's permission has already let through. */
export function assertStep(ctx: Ctx, run: Run, step: RunStep) {
  const { from, bySomebodyElse } = transitions[step]
  if (!from.includes(run.state)) throw problems('run_moved_on', { id: run.id, state: run.state })
  if (bySomebodyElse && [run.preparedBy, run.submittedBy].includes(ctx.actor.userId))
    throw problems('approver_prepared_run', { id: run.id })
}

/** A later list rests on the sums of this one. */
export async function assertNothingLater(ctx: Ctx, run: Pick<Run, 'id' | 'month' | 'areaId'>) {
  const within = await areaIdsWithin(ctx, run.areaId)
  const later = await forWholeCountry(ctx, async (ctx) =>
    findLaterRun(ctx, run.month, [...within, ...(await unitsOf(ctx, run.id))]),
  )
  if (later) throw problems('run_rests_under_later', { month: later.month })
}
