import { randomUUID } from 'node:crypto'
import type { Ctx } from '#platform/server/context'
import type { RecoveryWish } from '../contract.ts'
import {
  getRecoveryDecision,
  insertRecoveryDecision,
  listRecoveryDecisions,
  type RecoveryDecision,
} from '../db/recovery-decisions.ts'
import { findProposalOf, settleProposal } from '../db/proposals.ts'
import { getRecoveryForUpdate, updateRecovery, type Recovery } from '../db/recoveries.ts'
import { problems } from '../domain/problems.ts'
import { assertDecidable } from '../domain/assert-decidable.ts'
import type { ProposalAnswer } from '../domain/proposal.ts'
import { planRecovery, writeOffRecovery } from './recoveries.ts'

type Asked = { readonly id: string; readonly wish: RecoveryWish; readonly requestId: string }

/** Asks how something overpaid is to come back, or that it is not to («đề nghị»): nothing is owed before somebody else approves. */
export async function askRecoveryDecision(ctx: Ctx, { id, wish, requestId }: Asked): Promise<{ id: string }> {
  const recovery = await getRecoveryForUpdate(ctx, id)
  const before = await findProposalOf(ctx, 'recovery_decision', requestId)
  if (before !== undefined) return { id: before }
  assertOpen(recovery)
  const waiting = (await listRecoveryDecisions(ctx, id)).find(({ state }) => state === 'asked')
  if (waiting) throw problems('recovery_decision_waits', { id: waiting.id, by: waiting.askedName })
  const instalment = wish.kind === 'plan' && wish.plan !== 'at_once' ? (wish.instalment ?? null) : null
  const left = recovery.state === 'proposed' ? recovery.amount : recovery.open
  if (instalment !== null && instalment > left) throw problems('more_than_is_open', { open: left })
  const made = await insertRecoveryDecision(ctx, {
    recoveryId: id,
    areaId: recovery.areaId,
    requestId,
    kind: wish.kind,
    plan: wish.kind === 'plan' ? wish.plan : null,
    instalment,
    paper: wish.decision,
    isDecided: false,
  })
  return { id: made }
}

/** Approves as a second person: from now on it is owed, comes back another way, or is given up. */
export async function approveRecoveryDecision(ctx: Ctx, { id }: { id: string }): Promise<void> {
  const answer = { id, state: 'approved' } as const
  const { decision, recovery } = await openDecision(ctx, answer)
  assertOpen(recovery)
  // Of a decision that was asked for there is a plan where it is one.
  if (decision.kind === 'plan') await planRecovery(ctx, recovery, { ...decision, plan: decision.plan! })
  else await writeOffRecovery(ctx, recovery, decision)
  await settleProposal(ctx, 'recovery_decision', answer)
}

export async function refuseRecoveryDecision(
  ctx: Ctx,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const answer = { id, state: 'refused', note: reason } as const
  await openDecision(ctx, answer)
  await settleProposal(ctx, 'recovery_decision', answer)
}

/** Nothing is withheld while somebody disputes it («tạm dừng trừ»), or it goes on; nothing on the books changes. */
export async function holdRecovery(ctx: Ctx, { id, because }: { id: string; because: string | null }) {
  const recovery = await getRecoveryForUpdate(ctx, id)
  if (recovery.state !== 'planned') throw problems('recovery_moved_on', { state: recovery.state })
  if (recovery.heldBecause === because) return
  await updateRecovery(ctx, id, { heldBecause: because })
  await insertRecoveryDecision(ctx, {
    recoveryId: id,
    areaId: recovery.areaId,
    requestId: randomUUID(),
    kind: because === null ? 'go_on' : 'hold',
    plan: null,
    instalment: null,
    paper: because ?? recovery.heldBecause ?? '',
    isDecided: true,
  })
}

/** Locks the recovery first, as whoever asks does, so that two never decide about it at once. */
async function openDecision(
  ctx: Ctx,
  answer: ProposalAnswer,
): Promise<{ decision: RecoveryDecision; recovery: Recovery }> {
  const { recoveryId } = await getRecoveryDecision(ctx, answer.id)
  const recovery = await getRecoveryForUpdate(ctx, recoveryId)
  const decision = await getRecoveryDecision(ctx, answer.id)
  assertDecidable(decision, answer, {
    actorId: ctx.actor.userId,
    settled: 'recovery_decision_settled',
    bySecond: 'recovery_by_second_person',
  })
  return { decision, recovery }
}

function assertOpen({ state }: Recovery) {
  if (state !== 'proposed' && state !== 'planned') throw problems('recovery_moved_on', { state })
}
