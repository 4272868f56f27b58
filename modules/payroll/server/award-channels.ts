import type { CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import {
  deleteAwardChannel,
  listAwardChannelRows,
  listAwardChannelsReceivedBy,
  writeAwardChannel,
  type AwardChannelRow,
  type AwardOfPayee,
} from '../db/award-channels.ts'
import type { Channel } from '../domain/channel.ts'
import { channelOf, rowOf } from './channels.ts'

export type AwardChannel = AwardOfPayee & { readonly channel: Channel }

/**
 * Says that one award goes another way than all else its payee receives, or, without a channel, that it does so no more. Of lists
 * drawn up already it counts too: the way is looked up when money is put into envelopes.
 */
export async function setAwardChannel(ctx: Ctx, award: AwardOfPayee, channel: Channel | null) {
  if (channel === null) return deleteAwardChannel(ctx, award)
  await writeAwardChannel(ctx, { ...rowOf(award.personId, channel), ...award })
}

/** The awards of these payees that have a way of their own. */
export async function listAwardChannels(ctx: Ctx, payeeIds: readonly string[]): Promise<AwardChannel[]> {
  return (await listAwardChannelRows(ctx, payeeIds)).map(awardChannelOf)
}

/** Ends the ways of single awards whose receiver’s authority has ended, or who has died: they go the way of all else again. */
export async function endAwardReceivers(
  ctx: Ctx,
  who: { readonly expiredBy: CivilDate } | { readonly receiverId: string },
): Promise<AwardChannel[]> {
  const ended = (await listAwardChannelsReceivedBy(ctx, who)).map(awardChannelOf)
  for (const award of ended) await deleteAwardChannel(ctx, award)
  return ended
}

function awardChannelOf({ payeeId, personId, benefit, ...row }: AwardChannelRow): AwardChannel {
  return { payeeId, personId, benefit, channel: channelOf(row) }
}
