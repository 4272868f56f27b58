import { addSeconds, now as presentMoment, type Instant } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import type { Database } from '#platform/server/database'
import { request, systemActor, type Aftermath } from '#platform/server/request'
import type { Wires } from '#platform/server/wires'
import { markDown, markUp } from '../db/channels.ts'
import { claimNext, countAttempts, markSent, putOff, type Notice } from '../db/notices.ts'
import { isWithin, readHours } from '../domain/hours.ts'
import type { Wire } from '../domain/kinds.ts'
import { messageRests } from '../domain/retry.ts'
import { failAndBring } from './bring-by-hand.ts'
import { emailTransport } from './email.ts'
import type { Outcome, Transport } from './outcome.ts'
import { smsTransport } from './sms.ts'

export type Sending = {
  readonly db: Database
  readonly aftermath: Aftermath
  readonly wires: Wires
  readonly transports: Partial<Readonly<Record<Wire, Transport>>>
  readonly now: () => Instant
}

/** What it takes to send by these wires. */
export function openSending({
  db,
  aftermath,
  wires,
  now = presentMoment,
}: Pick<Sending, 'db' | 'aftermath' | 'wires'> & { readonly now?: () => Instant }): Sending {
  const { sms, email } = wires
  const transports = {
    ...(sms && { sms: smsTransport(sms) }),
    ...(email && { email: emailTransport(email) }),
  }
  return { db, aftermath, wires, transports, now }
}

/**
 * Sends one message that is due; false where there is none. It is claimed in one transaction and settled in another, and the
 * gateway is asked between them, so that nothing waits for it. Whoever dies in between leaves a lease that runs out, and
 * the next asks again with the same key.
 */
export async function sendNext(sending: Sending): Promise<boolean> {
  const notice = await inTransaction(sending, async (ctx) => claimNext(ctx, await openWires(ctx, sending)))
  if (!notice) return false
  const outcome = await handIn(sending, notice)
  await inTransaction(sending, (ctx) => settle(ctx, notice, outcome))
  return true
}

/** By which ways a message may go out at this moment. */
async function openWires(ctx: Ctx, { wires: { sms, email } }: Sending): Promise<Wire[]> {
  const hours = sms && readHours(sms.hours)
  const isOpen =
    hours &&
    isWithin(hours, ctx.now) &&
    (await countAttempts(ctx, 'sms', addSeconds(ctx.now, -60))) < sms.perMinute
  return [...(isOpen ? (['sms'] as const) : []), ...(email ? (['email'] as const) : [])]
}

async function handIn({ transports }: Sending, notice: Notice): Promise<Outcome> {
  const { id, channel, address, subject, text } = notice
  const transport = channel === 'letter' ? undefined : transports[channel]
  if (!transport || address === null || text === null)
    throw new RangeError(`A notice that cannot be sent was claimed: ${id}`)
  return transport({ key: id, to: address, subject, text })
}

async function settle(ctx: Ctx, notice: Notice, outcome: Outcome): Promise<void> {
  const wire = notice.channel as Wire // Only those of wires are claimed.
  const isStale = notice.giveUpAt !== null && notice.giveUpAt < ctx.now
  switch (outcome.kind) {
    case 'sent':
      await markSent(ctx, notice, outcome.reference)
      await markUp(ctx, wire)
      return
    case 'refused':
      await failAndBring(ctx, [notice.id], outcome.reason)
      await markUp(ctx, wire)
      return
    case 'put_off':
    case 'down':
      if (isStale) await failAndBring(ctx, [notice.id], 'unreachable')
      else await putOff(ctx, notice, messageRests(notice.attempt))
      if (outcome.kind === 'down') await markDown(ctx, wire, outcome)
      else await markUp(ctx, wire)
  }
}

export function inTransaction<Result>(
  { db, aftermath, now }: Pick<Sending, 'db' | 'aftermath' | 'now'>,
  work: (ctx: Ctx) => Promise<Result>,
): Promise<Result> {
  return request(db, { actor: systemActor(), now: now() }, aftermath, work)
}
