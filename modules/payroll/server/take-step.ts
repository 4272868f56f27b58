import type { Updateable } from 'kysely'
import type { Ctx } from '#platform/server/context'
import type { PaymentRunId } from '../contract.ts'
import { forgetLines, getRunForUpdate, lockClaims, lockDecidedLines, type Run } from '../db/runs.ts'
import type { PayrollTables, RunRow } from '../db/tables.ts'
import { problems } from '../domain/problems.ts'
import { transitions } from '../domain/run-state.ts'
import { assertStep } from './guards.ts'
import { noteLeaving } from './leaving.ts'
import { unexplainedOf } from './totals.ts'
import { forWholeCountry } from '#platform/server/whole-country'

/** Sends a checked run for approval; every đồng of difference to the month before has its reason. */
export async function submitRun(ctx: Ctx, { id }: { id: PaymentRunId }) {
  const run = await getRunForUpdate(ctx, id)
  await assertStep(ctx, run, 'submit')
  const unexplained = await unexplainedOf(ctx, run)
  if (unexplained !== 0) throw problems('change_unexplained', { amount: unexplained })
  await mark(ctx, run, 'submit', {
    submittedBy: ctx.actor.userId,
    submittedName: ctx.actor.name,
    submittedAt: ctx.now,
  })
}

export async function approveRun(ctx: Ctx, { id }: { id: PaymentRunId }) {
  const run = await getRunForUpdate(ctx, id)
  await assertStep(ctx, run, 'approve')
  await mark(ctx, run, 'approve', decidedBy(ctx))
}

/** Sends a run back to whoever prepared it, unless a later list rests on it: then it could neither be mended nor paid. */
export async function returnRun(ctx: Ctx, { id, reason }: { id: PaymentRunId; reason: string }) {
  await lockClaims(ctx)
  const run = await getRunForUpdate(ctx, id)
  await assertStep(ctx, run, 'return')
  await mark(ctx, run, 'return', { ...decidedBy(ctx), returnReason: reason })
}

/** Gives up a run that was not sent: its lines go, its units can be drawn up again, the run itself stays on record. */
export async function cancelRun(ctx: Ctx, { id, reason }: { id: PaymentRunId; reason: string }) {
  await lockClaims(ctx)
  await lockDecidedLines(ctx)
  const run = await getRunForUpdate(ctx, id)
  await assertStep(ctx, run, 'cancel')
  await forWholeCountry(ctx, (ctx) => noteLeaving(ctx, run))
  await forgetLines(ctx, run)
  await ctx.db<PayrollTables>().deleteFrom('payroll.runArea').where('runId', '=', id).execute()
  await mark(ctx, run, 'cancel', {
    cancelledBy: ctx.actor.userId,
    cancelledName: ctx.actor.name,
    cancelledAt: ctx.now,
    cancelReason: reason,
  })
}

/** Records that an approved run was paid outside this system. */
export async function closeRun(ctx: Ctx, { id }: { id: PaymentRunId }) {
  const run = await getRunForUpdate(ctx, id)
  await assertStep(ctx, run, 'close')
  await mark(ctx, run, 'close', { closedAt: ctx.now })
}

type Signature = Updateable<RunRow>

function decidedBy({ actor, now }: Ctx) {
  return { decidedBy: actor.userId, decidedName: actor.name, decidedAt: now }
}

const eventOf = {
  submit: 'payroll.run_submitted',
  approve: 'payroll.run_approved',
  return: 'payroll.run_returned',
  cancel: 'payroll.run_cancelled',
  close: 'payroll.run_closed',
} as const

async function mark(ctx: Ctx, { id, month }: Run, step: keyof typeof eventOf, what: Signature) {
  await ctx
    .db<PayrollTables>()
    .updateTable('payroll.run')
    .set({ ...what, state: transitions[step].to })
    .where('id', '=', id)
    .execute()
  ctx.emit({ type: eventOf[step], runId: id, month })
}
