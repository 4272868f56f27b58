import { sql } from 'kysely'
import { addSeconds, type Instant } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { wires, type Reason, type Wire } from '../domain/kinds.ts'
import { channelRests } from '../domain/retry.ts'
import type { NoticesTables } from './tables.ts'

/** The gateway answered: whatever kept it away is over. */
export async function markUp(ctx: Ctx, channel: Wire) {
  await ctx
    .db<NoticesTables>()
    .updateTable('notices.channel')
    .set({ downSince: null, tries: 0, nextTryAt: null, trouble: null, lastSuccessAt: ctx.now })
    .where('channel', '=', channel)
    .execute()
}

/** It did not: it is left alone for longer and longer, or for as long as it asks. True where this is news. */
export async function markDown(
  ctx: Ctx,
  channel: Wire,
  { trouble, seconds }: { readonly trouble: string; readonly seconds?: number | undefined },
): Promise<boolean> {
  const db = ctx.db<NoticesTables>()
  const before = await db
    .selectFrom('notices.channel')
    .select(['tries', 'downSince'])
    .where('channel', '=', channel)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const tries = before.tries + 1
  await db
    .updateTable('notices.channel')
    .set({
      tries,
      trouble,
      downSince: before.downSince ?? ctx.now,
      nextTryAt: addSeconds(ctx.now, seconds ?? channelRests(tries)),
    })
    .where('channel', '=', channel)
    .execute()
  return before.downSince === null
}

/** Whether a gateway is left alone at this moment. */
export async function isAtRest(ctx: Ctx, channel: Wire): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    select coalesce(next_try_at > ${ctx.now}, false) as is from notices.channel
    where channel = ${channel}`.execute(ctx.db())
  return rows[0]!.is // The migration made the row.
}

/** It is tried at once, and what it did not take comes back to those that wait. */
export async function tryAgain(ctx: Ctx, channel: Wire, giveUpAt: string) {
  await sql`update notices.channel set next_try_at = ${ctx.now}
    where channel = ${channel} and next_try_at is not null`.execute(ctx.db())
  const { numAffectedRows } = await sql`
    update notices.notice as failed
    set state = 'pending', reason = null, settled_at = null, due_at = ${ctx.now}, give_up_at = ${giveUpAt}
    where channel = ${channel} and state = 'failed' and reason = 'unreachable' and text is not null
      and not exists (select from notices.notice other
        where other.key = failed.key and other.id <> failed.id and other.state = 'delivered')`.execute(
    ctx.db(),
  )
  return Number(numAffectedRows ?? 0)
}

export async function listChannels(ctx: Ctx) {
  const channels = await ctx.db<NoticesTables>().selectFrom('notices.channel').selectAll().execute()
  const { rows: counts } = await sql<Counts>`
    select channel,
      count(*) filter (where state in ('pending', 'sending'))::integer as waiting,
      count(*) filter (where sent_at > ${ctx.now}::timestamptz - interval '1 day')::integer as sent,
      count(*) filter (where state = 'failed' and settled_at > ${ctx.now}::timestamptz - interval '1 day')::integer as failed
    from notices.notice
    where channel <> 'letter' and (state in ('pending', 'sending') or created_at > ${ctx.now}::timestamptz - interval '5 days')
    group by channel`.execute(ctx.db())
  const { rows: failures } = await sql<Failure>`
    select channel, reason, count(*)::integer as count, max(settled_at) as last_at
    from notices.notice
    where channel <> 'letter' and state = 'failed' and settled_at > ${ctx.now}::timestamptz - interval '7 days'
    group by channel, reason order by last_at desc`.execute(ctx.db())
  const none = { waiting: 0, sent: 0, failed: 0 }
  return wires.map((wire) => ({
    ...channels.find(({ channel }) => channel === wire)!, // The migration made a row for each.
    ...(counts.find(({ channel }) => channel === wire) ?? none),
    failures: failures.filter(({ channel }) => channel === wire),
  }))
}

type Counts = { channel: Wire; waiting: number; sent: number; failed: number }
type Failure = { channel: Wire; reason: Reason; count: number; lastAt: Instant }

/** Whether the owner of a number or address asked for no messages. */
export async function isRefusedAt(ctx: Ctx, channel: Wire, address: string): Promise<boolean> {
  const row = await ctx
    .db<NoticesTables>()
    .selectFrom('notices.refusal')
    .select('channel')
    .where('channel', '=', channel)
    .where('address', '=', address)
    .executeTakeFirst()
  return row !== undefined
}

export async function recordRefusal(
  ctx: Ctx,
  { channel, address, applicationId }: { channel: Wire; address: string; applicationId: string | null },
) {
  await ctx
    .db<NoticesTables>()
    .insertInto('notices.refusal')
    .values({ channel, address, applicationId, recordedAt: ctx.now, recordedBy: ctx.actor.userId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Which of these addresses want no messages. */
export async function listRefused(ctx: Ctx, addresses: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ address: string }>`
    select address from notices.refusal where address = any(${[...addresses]}::text[])`.execute(ctx.db())
  return new Set(rows.map(({ address }) => address))
}

/** They want messages again; false where they had not refused any. */
export async function deleteRefusal(ctx: Ctx, channel: Wire, address: string): Promise<boolean> {
  const { numDeletedRows } = await ctx
    .db<NoticesTables>()
    .deleteFrom('notices.refusal')
    .where('channel', '=', channel)
    .where('address', '=', address)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
