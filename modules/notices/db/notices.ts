import { sql, type Insertable, type Selectable } from 'kysely'
import type { Instant } from '#kernel/civil-date'
import { addSeconds } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import type { Reason, State, Wire } from '../domain/kinds.ts'
import { lease } from '../domain/retry.ts'
import type { NoticeRow, NoticesTables } from './tables.ts'

export type Notice = Selectable<NoticeRow>

/** Writes notices down; one that is there already, by its key and channel, stays as it is. Gives those that are new. */
export async function insertNotices(ctx: Ctx, rows: readonly Insertable<NoticeRow>[]): Promise<Notice[]> {
  if (rows.length === 0) return []
  return ctx
    .db<NoticesTables>()
    .insertInto('notices.notice')
    .values([...rows])
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .execute()
}

/**
 * Takes the next message that may go out by one of these, for as long as its lease lasts: one nobody took yet, or one whose
 * worker is gone. While a gateway does not answer, it is asked with one message each time it is tried again.
 */
export async function claimNext(ctx: Ctx, open: readonly Wire[]): Promise<Notice | undefined> {
  const { rows } = await sql<Notice>`
    update notices.notice
    set state = 'sending', attempt = attempt + 1, attempted_at = ${ctx.now},
      leased_until = ${addSeconds(ctx.now, lease)}
    where id = (
      select notice.id from notices.notice join notices.channel using (channel)
      where notice.channel = any(${[...open]}::text[])
        and ((notice.state = 'pending' and notice.due_at <= ${ctx.now})
          or (notice.state = 'sending' and notice.leased_until < ${ctx.now}))
        and (channel.next_try_at is null or channel.next_try_at <= ${ctx.now})
      order by notice.due_at limit 1 for update of notice skip locked)
    returning *`.execute(ctx.db())
  return rows[0]
}

/** How many messages went out by a channel since a moment. */
export async function countAttempts(ctx: Ctx, wire: Wire, since: Instant): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from notices.notice
    where channel = ${wire} and attempted_at > ${since}`.execute(ctx.db())
  return rows[0]!.count // A count has a row.
}

/** How many messages an address got since a moment. */
export async function countTo(ctx: Ctx, address: string, since: Instant): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from notices.notice
    where address = ${address} and channel <> 'letter' and created_at > ${since}`.execute(ctx.db())
  return rows[0]!.count // A count has a row.
}

/** The gateway took it. A worker whose lease ran out changes nothing any more. */
export async function markSent(ctx: Ctx, { id, attempt }: Notice, reference: string | null) {
  await sql`update notices.notice
    set state = 'sent', leased_until = null, sent_at = ${ctx.now}, reference = ${reference}
    where id = ${id} and attempt = ${attempt} and state = 'sending'`.execute(ctx.db())
}

/** Back to those that wait, for so many seconds. */
export async function putOff(ctx: Ctx, { id, attempt }: Notice, seconds: number) {
  await sql`update notices.notice
    set state = 'pending', leased_until = null, due_at = ${addSeconds(ctx.now, seconds)}
    where id = ${id} and attempt = ${attempt} and state = 'sending'`.execute(ctx.db())
}

/** Ends these, if they have not ended yet; gives those that did now. */
export async function markFailed(
  ctx: Ctx,
  ids: readonly string[],
  reason: Reason,
  from: readonly State[] = ['pending', 'sending', 'sent'],
): Promise<Notice[]> {
  const { rows } = await sql<Notice>`update notices.notice
    set state = 'failed', reason = ${reason}, settled_at = ${ctx.now}, leased_until = null
    where id = any(${[...ids]}::uuid[]) and state = any(${[...from]}::text[]) returning *`.execute(ctx.db())
  return rows
}

/**
 * A report said so: it may come before the answer of the gateway was heard, and twice. Nobody has to carry the same news
 * any more.
 */
export async function markDelivered(ctx: Ctx, ids: readonly string[]) {
  await sql`update notices.notice
    set state = 'delivered', settled_at = ${ctx.now}, leased_until = null, sent_at = coalesce(sent_at, ${ctx.now})
    where id = any(${[...ids]}::uuid[]) and channel = 'sms' and state in ('pending', 'sending', 'sent')`.execute(
    ctx.db(),
  )
  await sql`update notices.notice as letter set state = 'delivered', settled_at = ${ctx.now}
    from notices.notice arrived
    where arrived.id = any(${[...ids]}::uuid[]) and arrived.state = 'delivered'
      and letter.key = arrived.key and letter.channel = 'letter' and letter.state in ('pending', 'sent')`.execute(
    ctx.db(),
  )
}

/** Whether any message waits for a report. */
export async function isReportAwaited(ctx: Ctx): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`select exists (
    select from notices.notice where channel = 'sms' and state in ('sent', 'sending')) as is`.execute(
    ctx.db(),
  )
  return rows[0]!.is // A question has an answer.
}

/** What is not worth sending any more, and what nobody ever reported. */
export async function listStale(ctx: Ctx, unreportedSince: Instant, limit: number) {
  const { rows } = await sql<{ id: string; state: State }>`
    (select id, state from notices.notice
      where channel <> 'letter' and give_up_at < ${ctx.now}
        and (state = 'pending' or (state = 'sending' and leased_until < ${ctx.now}))
      limit ${limit})
    union all
    (select id, state from notices.notice
      where channel = 'sms' and state = 'sent' and sent_at < ${unreportedSince} limit ${limit})`.execute(
    ctx.db(),
  )
  return rows
}

/** Whether the same news goes, or went, by another wire. */
export async function isToldOtherwise(ctx: Ctx, { key, id }: Notice): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`select exists (
    select from notices.notice where key = ${key} and id <> ${id} and state <> 'failed') as is`.execute(
    ctx.db(),
  )
  return rows[0]!.is // A question has an answer.
}

/** Which of these were told before, by whichever way. */
export async function listToldKeys(ctx: Ctx, keys: readonly string[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set()
  const { rows } = await sql<{ key: string }>`
    select distinct key from notices.notice where key = any(${[...keys]}::text[])`.execute(ctx.db())
  return new Set(rows.map(({ key }) => key))
}

/** Whom and with which words is forgotten; that something was sent, and what became of it, is not. */
export async function forgetWords(ctx: Ctx, before: Instant) {
  await sql`update notices.notice
    set to_name = null, village = null, address = null, subject = null, text = null
    where created_at < ${before} and to_name is not null
      and state in ('delivered', 'failed', 'sent')`.execute(ctx.db())
}
