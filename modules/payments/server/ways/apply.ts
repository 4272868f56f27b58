import { endReceivers, listChannels, setChannels, type FallenBack } from '#modules/payroll'
import { summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { insertFallback, listDueWays, markWaysInForce } from '../../db/way-requests.ts'
import { channelOf, waysOf } from './convert.ts'

/**
 * Puts approved changes into force whose day has come, and gives payees back to themselves whose receiver’s authority has
 * ended. Done every hour, and before money is put into envelopes, so that it never goes by a way that is over.
 */
export async function applyWays(ctx: Ctx) {
  const due = await listDueWays(ctx)
  for (const { personId, areaId, after } of due)
    await setChannels(ctx, [{ personId, channel: await channelOf(ctx, after, areaId) }])
  if (due.length > 0)
    await markWaysInForce(
      ctx,
      due.map(({ id }) => id),
    )
  for (const { id, personId } of due) ctx.emit({ type: 'payments.way_in_force', wayRequestId: id, personId })
  await recordFallbacks(ctx, 'expired', await endReceivers(ctx, { expiredBy: ctx.today }))
}

/** Somebody died who received in the place of others: nobody is paid through the dead. */
export async function endReceiverWhoDied(ctx: Ctx, personId: string) {
  await recordFallbacks(ctx, 'died', await endReceivers(ctx, { receiverId: personId }))
}

async function recordFallbacks(ctx: Ctx, origin: 'expired' | 'died', fallen: readonly FallenBack[]) {
  if (fallen.length === 0) return
  const ids = fallen.map(({ personId }) => personId)
  const people = await summariesOf(ctx, ids)
  const before = await waysOf(ctx, new Map(fallen.map((one) => [one.personId, one.before])))
  const after = await waysOf(ctx, await listChannels(ctx, ids))
  for (const { personId, before: channel } of fallen) {
    await insertFallback(ctx, {
      personId,
      areaId: people.get(personId)?.homeAreaId ?? ctx.actor.areaId,
      origin,
      before: before.get(personId)!, // Both were told of just now.
      after: after.get(personId)!,
      evidence: channel.receiver?.document ?? '',
    })
    ctx.emit({ type: 'payments.way_fallen_back', personId, because: origin })
  }
}
