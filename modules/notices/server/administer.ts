import { addSeconds } from '#kernel/civil-date'
import { readConfiguration } from '#platform/server/configuration'
import type { Ctx } from '#platform/server/context'
import type { ChannelView } from '../contract.ts'
import { listChannels, tryAgain } from '../db/channels.ts'
import type { Wire } from '../domain/kinds.ts'
import { problems } from '../domain/problems.ts'
import { newsLasts } from '../domain/retry.ts'

/** How the ways out do, for whoever looks after the installation: numbers and reasons, nobody’s name. */
export async function showChannels(ctx: Ctx): Promise<{ channels: ChannelView[]; smsHours: string | null }> {
  const { wires } = readConfiguration()
  const rows = await listChannels(ctx)
  return {
    channels: rows.map((row) => ({
      channel: row.channel,
      isOn: wires[row.channel] !== undefined,
      trouble: row.trouble,
      downSince: row.downSince,
      nextTryAt: row.nextTryAt,
      lastSuccessAt: row.lastSuccessAt,
      waiting: row.waiting,
      sent: row.sent,
      failed: row.failed,
      failures: row.failures.map(({ reason, count, lastAt }) => ({ reason, count, lastAt })),
    })),
    smsHours: wires.sms?.hours ?? null,
  }
}

export async function retryChannel(ctx: Ctx, { channel }: { channel: Wire }) {
  if (!readConfiguration().wires[channel]) throw problems('channel_off', { channel })
  return { again: await tryAgain(ctx, channel, addSeconds(ctx.now, newsLasts)) }
}
