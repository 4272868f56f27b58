import { dong } from '#kernel/dong'
import { settleOneOffs } from '#modules/entitlement'
import { lockRunToPay, markRunSent } from '#modules/payroll'
import type { PaymentRunId } from '#modules/payroll/contract'
import { summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import {
  bookDebts,
  bookOpposite,
  bookOppositeOfRecalls,
  bookOwedAnew,
  sumFresh,
  sumTransferredAnew,
} from '../db/bookings.ts'
import { inBulk } from '../db/bulk.ts'
import { fingerprintOf, getEnvelopeForUpdate, updateEnvelope, type Envelope } from '../db/envelopes.ts'
import { lockFunds } from '../db/funds.ts'
import { setStates } from '../db/instructions.ts'
import { openEntry, postTo } from '../db/ledger.ts'
import { listOneOffsOfEnvelope } from '../db/one-offs.ts'
import { freeReplaced, listDeadOfTries, listWithdrawnTries } from '../db/reissues.ts'
import { followOpenSums, listRecoveriesOfEnvelope } from '../db/withholdings.ts'
import { move } from '../domain/entry.ts'
import { refusalOf, type EnvelopeStep } from '../domain/envelope-state.ts'
import { problems } from '../domain/problems.ts'
import { shareOut, type Programme } from '../domain/programme.ts'
import { restoreDue } from './restore-due.ts'
import { settleDebt } from './settle-debt.ts'
import { setOff } from './withhold.ts'

/** Locks an envelope for a step and refuses whoever may not take it. */
export async function openStep(ctx: Ctx, id: string, step: EnvelopeStep): Promise<Envelope> {
  const envelope = await getEnvelopeForUpdate(ctx, id)
  const refusal = refusalOf(envelope, step, ctx.actor.userId)
  if (refusal) throw problems(refusal, { id, state: envelope.state })
  return envelope
}

/** A second person has looked at the totals. */
export async function checkEnvelope(ctx: Ctx, { id }: { id: string }) {
  await openStep(ctx, id, 'check')
  await updateEnvelope(ctx, id, {
    state: 'checked',
    checkedBy: ctx.actor.userId,
    checkedName: ctx.actor.name,
    checkedAt: ctx.now,
  })
}

/**
 * A third person lets the money go: the budget is held, what is owed is on the books, and the run stays as it is from now
 * on. Nothing has left the house yet.
 */
export async function approveEnvelope(ctx: Ctx, { id }: { id: string }) {
  const envelope = await openStep(ctx, id, 'approve')
  if ((await fingerprintOf(ctx, id)) !== envelope.fingerprint) throw problems('envelope_changed', { id })
  if (envelope.runId !== null) await markRunSent(ctx, await lockRunToPay(ctx, envelope.runId as PaymentRunId))
  await inBulk(ctx, envelope.instructions, () => blockFunds(ctx, envelope))
  // What was called back of a new try before is owed no more from now on: it was on the books all the time.
  for (const one of await listWithdrawnTries(ctx, id)) await settleDebt(ctx, one.id, { notHeldBy: id })
  await updateEnvelope(ctx, id, {
    state: 'approved',
    approvedBy: ctx.actor.userId,
    approvedName: ctx.actor.name,
    approvedAt: ctx.now,
  })
  ctx.emit({ type: 'payments.envelope_approved', envelopeId: id, month: envelope.month })
}

/**
 * Checks and holds the budget lines for what is transferred («kiểm tra và giữ dự toán»): what is owed from now on, and what is
 * owed already and cannot be paid by what was transferred before.
 */
async function blockFunds(ctx: Ctx, envelope: Envelope) {
  const sums = new Map<Programme, number>()
  for (const { programme, amount } of [
    ...(await sumFresh(ctx, envelope.id)),
    ...(await sumTransferredAnew(ctx, envelope.id)),
    ...(await bookOwedAnew(ctx, { id: envelope.id, cause: causeOf(envelope) })),
  ])
    sums.set(programme, (sums.get(programme) ?? 0) + amount)
  if (sums.size === 0) return
  const year = Number(envelope.month.slice(0, 4))
  const funds = await lockFunds(ctx, { areaId: envelope.areaId, year })
  const postings = [...sums].flatMap(([programme, amount]) => {
    const own = funds.filter((fund) => fund.programme === programme)
    if (own.reduce((sum, { share }) => sum + share, 0) !== 100)
      throw problems('fund_shares_differ', { programme, year })
    return shareOut(
      dong(amount),
      own.map(({ id, share }) => ({ fundId: id, share })),
    ).flatMap((part) => {
      const fund = own.find(({ id }) => id === part.fundId)!
      if (fund.available < part.amount)
        throw problems('funds_short', {
          programme,
          source: fund.source,
          year,
          missing: dong(part.amount - fund.available),
        })
      const about = {
        areaId: fund.areaId,
        fundId: fund.id,
        programme,
        envelopeId: envelope.id,
        month: envelope.month,
      }
      return part.amount > 0 ? move(part.amount, ['budget_blocked', 'budget_available'], about) : []
    })
  })
  const entryId = await openEntry(ctx, { kind: 'envelope_approved', cause: causeOf(envelope) })
  if (entryId === undefined) throw new Error(`${envelope.code} was approved before`)
  await postTo(ctx, entryId, postings)
  await bookDebts(ctx, entryId, envelope.id)
  await setOff(ctx, entryId, { envelopeId: envelope.id, cause: causeOf(envelope) })
}

/** What the entries of an envelope are about. */
export const causeOf = ({ id }: Pick<Envelope, 'id'>) => `envelope ${id}`

/** Gives up an envelope that was not sent: what it held is free again, and the run can be put into new ones. */
export async function cancelEnvelope(ctx: Ctx, { id }: { id: string }) {
  const envelope = await openStep(ctx, id, 'cancel')
  await withdraw(ctx, envelope)
}

export async function withdraw(ctx: Ctx, envelope: Pick<Envelope, 'id' | 'month'>) {
  const cause = causeOf(envelope)
  await bookOppositeOfRecalls(ctx, { id: envelope.id, cause })
  await bookOpposite(ctx, { kind: 'envelope_cancelled', cause }, { kind: 'envelope_approved', cause })
  await settleOneOffs(ctx, await listOneOffsOfEnvelope(ctx, envelope.id), envelope.id, 'returned')
  await bookOpposite(
    ctx,
    { kind: 'envelope_cancelled', cause: `offset of ${cause}` },
    { kind: 'recovery_offset', cause },
  )
  await followOpenSums(ctx, await listRecoveriesOfEnvelope(ctx, envelope.id))
  await setStates(ctx, { envelopeId: envelope.id, from: 'ready', to: 'withdrawn' })
  const tries = await listWithdrawnTries(ctx, envelope.id)
  const dead = await listDeadOfTries(ctx, envelope.id)
  await freeReplaced(ctx, envelope.id)
  for (const { replacesId } of tries) await settleDebt(ctx, replacesId)
  await updateEnvelope(ctx, envelope.id, { state: 'cancelled' })
  // Whoever of them turned out to live meanwhile is paid themselves, and nobody in their place.
  const people = await summariesOf(ctx, dead)
  for (const personId of dead)
    if (!people.get(personId)?.diedOn) await restoreDue(ctx, { personId, cause: 'died' })
  ctx.emit({ type: 'payments.envelope_cancelled', envelopeId: envelope.id, month: envelope.month })
}
