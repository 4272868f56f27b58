import { waitOfWay } from '#modules/entitlement'
import { addWorkingDays, loadCalendar } from '#modules/geography'
import { summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { lock } from '#platform/server/request'
import {
  awardOf,
  decideWayRequest,
  getWayRequest,
  getWayRequestForUpdate,
  listOpenOf,
  listWayRequestsOf,
  type WayRequest,
} from '../../db/way-requests.ts'
import { problems } from '../../domain/problems.ts'
import { faultOf, isSameWay } from '../../domain/way-rules.ts'
import type { Way } from '../../domain/way.ts'
import { assertServed } from './ask.ts'
import { callsOn } from './called-wrong.ts'
import { currentWay } from './current.ts'
import { strangersOn } from './shared-accounts.ts'

/**
 * A second person approves a change («duyệt»): it counts after the working days the law parameter says. What only a person can
 * judge, an account in another name or that others are paid on, has to have been looked at.
 */
export async function approveWay(ctx: Ctx, { id, isSeen }: { id: string; isSeen: boolean }) {
  const request = await openRequest(ctx, id)
  if (request.state !== 'asked') throw settled(request)
  if (request.askedBy === ctx.actor.userId) throw problems('way_by_second_person', { id })
  const payee = (await summariesOf(ctx, [request.personId])).get(request.personId)
  if (!payee) throw problems('payee_not_found', { personId: request.personId })
  if (payee.diedOn) throw problems('payee_died', { personId: request.personId, diedOn: payee.diedOn })
  await assertAlone(ctx, request)
  const effectiveOn = addWorkingDays(await loadCalendar(ctx), ctx.today, waitOfWay(ctx.today))
  const fault = faultOf(request.after, effectiveOn)
  if (fault) throw problems('way_not_usable', { fault })
  await assertServed(ctx, request.personId, request.after)
  await assertNotBarred(ctx, request)
  if (!isSeen) await assertNothingToSee(ctx, request)
  await decideWayRequest(ctx, id, { state: 'approved', note: null, effectiveOn })
  ctx.emit({ type: 'payments.way_approved', wayRequestId: id, personId: request.personId, effectiveOn })
  return { effectiveOn }
}

/** Refuses a change, or stops one that was approved and does not count yet. */
export async function refuseWay(ctx: Ctx, { id, reason }: { id: string; reason: string }) {
  await end(ctx, id, { state: 'refused', reason })
}

/** Whoever asks takes it back: the payee has thought better of it, or knows nothing of it. */
export async function withdrawWay(ctx: Ctx, { id, reason }: { id: string; reason: string }) {
  await end(ctx, id, { state: 'withdrawn', reason })
}

async function end(
  ctx: Ctx,
  id: string,
  { state, reason }: { state: 'refused' | 'withdrawn'; reason: string },
) {
  const request = await openRequest(ctx, id)
  if (request.state !== 'asked' && request.state !== 'approved') throw settled(request)
  if (state === 'refused' && request.askedBy === ctx.actor.userId)
    throw problems('way_by_second_person', { id })
  await decideWayRequest(ctx, id, { state, note: reason })
  ctx.emit({ type: `payments.way_${state}`, wayRequestId: id, personId: request.personId })
}

/** Locks a request together with all of its person: two of them are never decided at once. */
async function openRequest(ctx: Ctx, id: string): Promise<WayRequest> {
  const { personId } = await getWayRequest(ctx, id)
  await lock(ctx, `payments.way ${personId}`)
  return getWayRequestForUpdate(ctx, id)
}

function settled({ id, state, decidedName, decidedAt }: WayRequest) {
  return problems('way_request_settled', { id, state, by: decidedName, at: decidedAt })
}

/** Of two requests of one person nobody knows which is theirs: the wrong one is refused first. */
async function assertAlone(ctx: Ctx, request: WayRequest) {
  const { id, personId, before } = request
  const others = (await listOpenOf(ctx, [personId])).filter((one) => one.id !== id)
  if (others.length > 0)
    throw problems('way_conflict', { others: others.map((one) => one.id), state: others[0]!.state })
  const current = await currentWay(ctx, personId, awardOf(request))
  if (!isSameWay(current, before) && !(await isLeft(ctx, request, current)))
    throw problems('way_changed_meanwhile', { id })
}

/** Whether all that happened since is that the account was called wrong: whoever asked for another one asked for what is needed now. */
async function isLeft(ctx: Ctx, { personId, before }: WayRequest, current: Way | null) {
  return (await listWayRequestsOf(ctx, [personId])).some(
    (one) => one.origin === 'called_wrong' && isSameWay(one.before, before) && isSameWay(one.after, current),
  )
}

/** Back to an account that was called wrong for the payee only by what the bank said of it after that, whoever has looked. */
async function assertNotBarred(ctx: Ctx, { personId, after, nameCheck, checkedAt }: WayRequest) {
  if (!('account' in after.by)) return
  const call = (await callsOn(ctx, after.by)).find((one) => one.personId === personId)
  if (call && !(nameCheck === 'matches' && checkedAt !== null && checkedAt > call.since))
    throw problems('way_called_wrong', { since: call.since })
}

async function assertNothingToSee(ctx: Ctx, request: WayRequest) {
  const { nameCheck, nameFound, after, personId } = request
  const { by } = after
  if (by.channel !== 'account' && by.channel !== 'wallet') return
  const strangers = await strangersOn(ctx, personId, by)
  const calls = await callsOn(ctx, by)
  if (nameCheck !== 'matches' || strangers.length > 0 || calls.length > 0)
    throw problems('way_needs_a_look', { nameCheck, nameFound, strangers: strangers.length })
}
