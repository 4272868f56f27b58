import { listAwards } from '#modules/entitlement'
import { listAwardChannels, listChannels } from '#modules/payroll'
import type { Ctx } from '#platform/server/context'
import { problems } from '../../domain/problems.ts'
import type { AwardRef, Way } from '../../domain/way.ts'
import { waysOf } from './convert.ts'

/** How a payee is paid now: all they receive, or the one award, if that has a way of its own. Null where nothing was told. */
export async function currentWay(ctx: Ctx, payeeId: string, award: AwardRef | null): Promise<Way | null> {
  const own = award && (await ownWayOf(ctx, payeeId, award))
  return own ?? (await waysOf(ctx, await listChannels(ctx, [payeeId]))).get(payeeId) ?? null
}

async function ownWayOf(ctx: Ctx, payeeId: string, award: AwardRef): Promise<Way | undefined> {
  return (await listOwnWays(ctx, [payeeId])).find((one) => isSameAward(one, award))?.way
}

/** The awards of these payees that go a way of their own. */
export async function listOwnWays(ctx: Ctx, payeeIds: readonly string[]) {
  const channels = await listAwardChannels(ctx, payeeIds)
  const ways = await waysOf(ctx, new Map(channels.map(({ channel }, index) => [String(index), channel])))
  return channels.map(({ payeeId, personId, benefit }, index) => ({
    payeeId,
    personId,
    benefit,
    way: ways.get(String(index))!, // One for each channel.
  }))
}

export function isSameAward(one: AwardRef, other: AwardRef): boolean {
  return one.personId === other.personId && one.benefit === other.benefit
}

/** Refuses an award that the payee does not receive today. */
export async function assertReceived(ctx: Ctx, payeeId: string, { personId, benefit }: AwardRef) {
  const isReceived = (await listAwards(ctx, [personId])).some(
    (award) =>
      award.benefit === benefit &&
      award.payeeId === payeeId &&
      (award.during.until === null || award.during.until > ctx.today),
  )
  if (!isReceived) throw problems('award_not_received', { personId, benefit })
}
