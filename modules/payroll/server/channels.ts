import type { CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { isWithinArea } from '#platform/server/scope'
import { listChannelRows, listChannelsReceivedBy, writeChannels, type ChannelRow } from '../db/channels.ts'
import { findPayPoint } from '../db/pay-points.ts'
import { withoutReceiver, type Channel } from '../domain/channel.ts'
import { problems } from '../domain/problems.ts'

/** Says how the money reaches payees whom the caller knows to be its own; it counts from the next list on. */
export async function setChannels(ctx: Ctx, channels: readonly { personId: string; channel: Channel }[]) {
  if (channels.length === 0) return
  await writeChannels(
    ctx,
    channels.map(({ personId, channel }) => rowOf(personId, channel)),
  )
}

/** How these payees are paid now; of whom nothing was told there is nothing: cash at the commune. */
export async function listChannels(ctx: Ctx, personIds: readonly string[]): Promise<Map<string, Channel>> {
  const rows = await listChannelRows(ctx, personIds)
  return new Map(rows.map((row) => [row.personId, channelOf(row)]))
}

/** Refuses a place where money is handed out that there is not, or that is none of the actor’s. */
export async function assertPayPoint(ctx: Ctx, id: number) {
  const payPoint = await findPayPoint(ctx, id)
  if (!payPoint) throw problems('pay_point_not_found', { id })
  if (!isWithinArea(ctx.actor, payPoint.areaId)) throw problems('pay_point_elsewhere', { id })
}

type FallenBack = { readonly personId: string; readonly before: Channel; readonly after: Channel }

/** Gives payees back to themselves whose receiver’s authority has ended, or who has died. */
export async function endReceivers(
  ctx: Ctx,
  who: { readonly expiredBy: CivilDate } | { readonly receiverId: string },
): Promise<FallenBack[]> {
  const fallen = (await listChannelsReceivedBy(ctx, who)).map((row) => {
    const before = channelOf(row)
    return { personId: row.personId, before, after: withoutReceiver(before) }
  })
  await setChannels(
    ctx,
    fallen.map(({ personId, after }) => ({ personId, channel: after })),
  )
  return fallen
}

const noAccount = { bank: null, account: null, isWallet: false, holder: null, isReceivers: false } as const

export function rowOf(personId: string, channel: Channel): ChannelRow {
  const receiver = channel.receiver ?? null
  if (channel.method === 'cash')
    return { personId, receiver, method: 'cash', payPointId: channel.payPointId, ...noAccount }
  const { bank, account, isWallet = false, holder = null, isReceivers = false } = channel
  return {
    personId,
    receiver,
    method: 'account',
    payPointId: null,
    bank,
    account,
    isWallet,
    holder,
    isReceivers,
  }
}

export function channelOf(row: Omit<ChannelRow, 'personId'>): Channel {
  const { method, payPointId, bank, account, isWallet, holder, isReceivers, receiver } = row
  if (method === 'cash') return { method, payPointId, receiver }
  // The database holds no account without its bank.
  return { method, bank: bank!, account: account!, isWallet, holder, isReceivers, receiver }
}
