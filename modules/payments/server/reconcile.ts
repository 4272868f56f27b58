import { dong } from '#kernel/dong'
import { lockRunToPay, markRunReconciled } from '#modules/payroll'
import type { PaymentRunId } from '#modules/payroll/contract'
import type { Ctx } from '#platform/server/context'
import { countStates } from '../db/envelope-states.ts'
import { listEnvelopesOfRun, updateEnvelope } from '../db/envelopes.ts'
import { countOpenLines } from '../db/open-lines.ts'
import { problems } from '../domain/problems.ts'
import { openStep } from './take-step.ts'

/** Closes the reconciliation of an envelope («chốt đối soát»): every instruction has ended, no line of an answer is open. */
export async function reconcileEnvelope(ctx: Ctx, { id }: { id: string }) {
  const envelope = await openStep(ctx, id, 'reconcile')
  const open = (await countStates(ctx, [id])).filter(({ state }) => state === 'ready' || state === 'sent')
  const lines = await countOpenLines(ctx, envelope.providerId)
  if (open.length > 0 || lines > 0)
    throw problems('envelope_open', {
      instructions: open.reduce((sum, one) => sum + one.instructions, 0),
      amount: dong(open.reduce((sum, one) => sum + one.amount, 0)),
      lines,
    })
  await updateEnvelope(ctx, id, {
    state: 'reconciled',
    reconciledBy: ctx.actor.userId,
    reconciledName: ctx.actor.name,
    reconciledAt: ctx.now,
  })
  ctx.emit({ type: 'payments.envelope_reconciled', envelopeId: id, month: envelope.month })
  if (envelope.runId !== null) await followUp(ctx, envelope.runId as PaymentRunId)
}

/** A run is accounted for once all its envelopes are. */
async function followUp(ctx: Ctx, runId: PaymentRunId) {
  const run = await lockRunToPay(ctx, runId)
  const envelopes = await listEnvelopesOfRun(ctx, runId)
  if (envelopes.every(({ state }) => state === 'reconciled')) await markRunReconciled(ctx, run)
}
