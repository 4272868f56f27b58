import {
  endAwardReceivers,
  endReceivers,
  listChannels,
  setAwardChannel,
  setChannels,
  type AwardChannel,
  type Channel,
} from '#modules/payroll'
import { summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import {
  awardOf,
  insertFallback,
  listDueWays,
  markWaysInForce,
  type WayRequest,
} from '../../db/way-requests.ts'
import { isSameWay, untold } from '../../domain/way-rules.ts'
import type { AwardRef } from '../../domain/way.ts'
import { channelOf, waysOf } from './convert.ts'
import { currentWay } from './current.ts'

/**
 * Puts approved changes into force whose day has come, and gives payees back to themselves whose receiver’s authority has
 * ended. Done every hour, and before money is put into envelopes, so that it never goes by a way that is over.
 */
export async function applyWays(ctx: Ctx) {
  const due = await listDueWays(ctx)
  for (const request of due) await apply(ctx, request)
  if (due.length > 0)
    await markWaysInForce(
      ctx,
      due.map(({ id }) => id),
    )
  for (const { id, personId } of due) ctx.emit({ type: 'payments.way_in_force', wayRequestId: id, personId })
  await endWays(ctx, 'expired', { expiredBy: ctx.today })
}

/** An award that is to go the way of all else has no way of its own any more, and follows when that changes. */
async function apply(ctx: Ctx, request: WayRequest) {
  const { personId, areaId, after } = request
  const award = awardOf(request)
  const channel = await channelOf(ctx, after, areaId)
  if (!award) return setChannels(ctx, [{ personId, channel }])
  const isAsAllElse = isSameWay((await currentWay(ctx, personId, null)) ?? untold, after)
  await setAwardChannel(ctx, { payeeId: personId, ...award }, isAsAllElse ? null : channel)
}

/** Somebody died who received in the place of others: nobody is paid through the dead. */
export async function endReceiverWhoDied(ctx: Ctx, personId: string) {
  await endWays(ctx, 'died', { receiverId: personId })
}

async function endWays(ctx: Ctx, origin: 'expired' | 'died', who: Parameters<typeof endReceivers>[1]) {
  const fallen: Fallen[] = [
    ...(await endReceivers(ctx, who)),
    ...(await endAwardReceivers(ctx, who)).map(fallenOf),
  ]
  if (fallen.length === 0) return
  const ids = fallen.map(({ personId }) => personId)
  const people = await summariesOf(ctx, ids)
  const before = await waysOf(ctx, new Map(fallen.map((one, index) => [String(index), one.before])))
  const after = await waysOf(ctx, await listChannels(ctx, ids))
  for (const [index, { personId, award = null, before: channel }] of fallen.entries()) {
    await insertFallback(ctx, {
      personId,
      award,
      areaId: people.get(personId)?.homeAreaId ?? ctx.actor.areaId,
      origin,
      before: before.get(String(index))!, // One for each that has fallen.
      after: after.get(personId) ?? untold,
      evidence: channel.receiver?.document ?? '',
    })
    ctx.emit({ type: 'payments.way_fallen_back', personId, because: origin })
  }
}

type Fallen = { readonly personId: string; readonly before: Channel; readonly award?: AwardRef }

function fallenOf({ payeeId, personId, benefit, channel }: AwardChannel): Fallen {
  return { personId: payeeId, before: channel, award: { personId, benefit } }
}
