import type { Month } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { findLaterRun, unitsOf, type Run } from '../db/runs.ts'
import { problems } from '../domain/problems.ts'
import { transitions, type RunStep } from '../domain/run-state.ts'
import { territoryOf } from './territory.ts'
import { forWholeCountry } from '#platform/server/whole-country'

/** The problem whoever asks would meet, taking a step with a run; undefined where nothing stands in the way. */
export function refusalOf(ctx: Ctx, run: Run, step: RunStep, later: Later | undefined): string | undefined {
  if (!ctx.actor.permissions.has(transitions[step].permission)) return 'forbidden'
  return obstacleTo(ctx, run, step, later)?.code
}

/** Guards a step that an operation’s permission has already let through, by everything the table says of it. */
export async function assertStep(ctx: Ctx, run: Run, step: RunStep) {
  const later = transitions[step].onlyWhileLatest ? await findLaterThan(ctx, run) : undefined
  const obstacle = obstacleTo(ctx, run, step, later)
  if (obstacle) throw obstacle
}

/** The run of a later month that rests on the sums of this one. */
type Later = { readonly month: Month }

export async function findLaterThan(
  ctx: Ctx,
  { id, month, areaId, exceptIds }: Pick<Run, 'id' | 'month' | 'areaId' | 'exceptIds'>,
): Promise<Later | undefined> {
  const territory = await territoryOf(ctx, { month, areaId, except: new Set(exceptIds) })
  return forWholeCountry(ctx, async (ctx) =>
    findLaterRun(ctx, month, [...territory, ...(await unitsOf(ctx, id))]),
  )
}

/** The one place that reads the table of steps, for whoever asks beforehand and for whoever takes one. */
function obstacleTo({ actor }: Ctx, { id, ...run }: Run, step: RunStep, later: Later | undefined) {
  const { from, bySomebodyElse, onlyWhileLatest } = transitions[step]
  if (!from.includes(run.state)) return problems('run_moved_on', { id, state: run.state })
  if (bySomebodyElse && [run.preparedBy, run.submittedBy].includes(actor.userId))
    return problems('approver_prepared_run', { id })
  return onlyWhileLatest && later ? problems('run_rests_under_later', { month: later.month }) : undefined
}
