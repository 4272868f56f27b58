import { sql } from 'kysely'
import type { Instant } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import type { InboxKind } from '../domain/kinds.ts'
import type { InboxDetail, NoticesTables } from './tables.ts'

export type NewEntry = {
  readonly key: string
  readonly kind: InboxKind
  readonly applicationId: string | null
  readonly detail?: InboxDetail
}

/** Puts an entry into these inboxes; who has it already keeps the one they have. */
export async function insertEntries(ctx: Ctx, userIds: readonly string[], entry: NewEntry) {
  if (userIds.length === 0) return
  const { detail = {}, ...rest } = entry
  await ctx
    .db<NoticesTables>()
    .insertInto('notices.inbox')
    .values(
      userIds.map((userId) => ({
        ...rest,
        userId,
        detail: JSON.stringify(detail),
        at: ctx.now,
        readAt: null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

const pageSize = 50

/** A page of one’s own inbox, the latest first. */
export async function listEntries(
  ctx: Ctx,
  { isUnread, before }: { readonly isUnread: boolean; readonly before: string | undefined },
) {
  let query = ctx
    .db<NoticesTables>()
    .selectFrom('notices.inbox')
    .select(['id', 'kind', 'applicationId', 'detail', 'at', 'readAt'])
    .where('userId', '=', ctx.actor.userId)
  if (isUnread) query = query.where('readAt', 'is', null)
  if (before) query = query.where('id', '<', before)
  const rows = await query
    .orderBy('id', 'desc')
    .limit(pageSize + 1)
    .execute()
  return { rows: rows.slice(0, pageSize), hasMore: rows.length > pageSize }
}

/** The entry somebody had seen last before now, and from now on the latest there is. */
export async function visit(ctx: Ctx): Promise<string | null> {
  const db = ctx.db<NoticesTables>()
  const before = await db
    .selectFrom('notices.visit')
    .select('through')
    .where('userId', '=', ctx.actor.userId)
    .forUpdate()
    .executeTakeFirst()
  const latest = await db
    .selectFrom('notices.inbox')
    .select('id')
    .where('userId', '=', ctx.actor.userId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (latest)
    await db
      .insertInto('notices.visit')
      .values({ userId: ctx.actor.userId, through: latest.id, at: ctx.now })
      .onConflict((conflict) => conflict.column('userId').doUpdateSet({ through: latest.id, at: ctx.now }))
      .execute()
  return before?.through ?? null
}

/** As far as anybody counts. */
export const mostCounted = 100

export async function countUnread(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from (
      select from notices.inbox where user_id = ${ctx.actor.userId}::uuid and read_at is null
      limit ${mostCounted}) as found`.execute(ctx.db())
  return rows[0]!.count // A count has a row.
}

/** Marks these of one’s own as read, or everything through one of them. */
export async function markRead(
  ctx: Ctx,
  { ids, through }: { readonly ids?: readonly string[]; readonly through?: string },
) {
  let query = ctx
    .db<NoticesTables>()
    .updateTable('notices.inbox')
    .set({ readAt: ctx.now })
    .where('userId', '=', ctx.actor.userId)
    .where('readAt', 'is', null)
  if (ids) query = query.where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
  if (through) query = query.where('id', '<=', through)
  await query.execute()
}

export async function forgetEntries(ctx: Ctx, before: Instant) {
  await ctx.db<NoticesTables>().deleteFrom('notices.inbox').where('at', '<', before).execute()
}
