import { homePointOf, payPointsById, type Channel } from '#modules/payroll'
import type { Ctx } from '#platform/server/context'
import type { Way } from '../../domain/way.ts'

/** How payees are paid as payroll keeps it, in the words of requests; of whom nothing was told there is nothing. */
export async function waysOf(ctx: Ctx, channels: ReadonlyMap<string, Channel>): Promise<Map<string, Way>> {
  const points = await payPointsById(ctx)
  return new Map(
    [...channels].map(([personId, channel]) => [
      personId,
      wayOf(channel, (id) => points.get(id)?.kind === 'home'),
    ]),
  )
}

export function wayOf(channel: Channel, isHome: (payPointId: number) => boolean): Way {
  const receiver = channel.receiver ?? null
  if (channel.method === 'cash') {
    const { payPointId } = channel
    const isAtHome = payPointId !== null && isHome(payPointId)
    return { receiver, by: isAtHome ? { channel: 'cash_home' } : { channel: 'cash_point', payPointId } }
  }
  const { bank, account, isWallet, holder, isReceivers } = channel
  return {
    receiver,
    by: {
      channel: isWallet ? 'wallet' : 'account',
      bank,
      account,
      holder: holder ?? '',
      isReceivers: isReceivers ?? false,
    },
  }
}

/** The same as payroll keeps it, for a payee of a unit. */
export async function channelOf(ctx: Ctx, { by, receiver }: Way, areaId: number): Promise<Channel> {
  switch (by.channel) {
    case 'account':
    case 'wallet': {
      const { bank, account, holder, isReceivers } = by
      return {
        method: 'account',
        isWallet: by.channel === 'wallet',
        bank,
        account,
        holder: holder || null,
        isReceivers,
        receiver,
      }
    }
    case 'cash_home':
      return { method: 'cash', payPointId: await homePointOf(ctx, areaId), receiver }
    case 'cash_point':
      return { method: 'cash', payPointId: by.payPointId, receiver }
  }
}
