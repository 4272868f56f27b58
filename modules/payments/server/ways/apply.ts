import { endAwardReceivers, endReceivers, setAwardChannel, setChannels, type Channel } from '#modules/payroll'
import type { Ctx } from '#platform/server/context'
import { awardOf, listDueWays, markWaysInForce, type WayRequest } from '../../db/way-requests.ts'
import { isSameWay, untold } from '../../domain/way-rules.ts'
import { leaveAccountsCalledWrong } from './called-wrong.ts'
import { channelOf } from './convert.ts'
import { currentWay } from './current.ts'
import { fallenAward, recordFallen } from './fall-back.ts'

/**
 * Puts approved changes into force whose day has come, gives payees back to themselves whose receiver’s authority has ended, and takes
 * them off accounts that were called wrong. Done every hour, and before money is put into envelopes, so that it never goes by a way that is over.
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
  await leaveAccountsCalledWrong(ctx)
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
  const all = (await endReceivers(ctx, who)).map(({ personId, before }) => ({
    personId,
    before,
    evidence: paperOf(before),
  }))
  const alone = (await endAwardReceivers(ctx, who)).map((award) => fallenAward(award, paperOf(award.channel)))
  await recordFallen(ctx, origin, [...all, ...alone])
}

const paperOf = (channel: Channel) => channel.receiver?.document ?? ''
