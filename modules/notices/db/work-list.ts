import { sql } from 'kysely'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import type { Notice } from './notices.ts'
import type { NoticesTables } from './tables.ts'

export type View = 'to_tell' | 'failed' | 'sent'

const pageSize = 50

function visible(ctx: Ctx) {
  const query = ctx
    .db<NoticesTables>()
    .selectFrom('notices.notice')
    .selectAll()
    .where(withinArea(ctx, 'areaId'))
  return ctx.actor.permissions.has('people.read_confidential')
    ? query
    : query.where('isConfidential', '=', false)
}

/** A page of what somebody of the office has to do with notices: those to bring by hand first come first. */
export async function listNotices(ctx: Ctx, { view, after }: { view: View; after: string | undefined }) {
  let query = visible(ctx)
  switch (view) {
    case 'to_tell':
      query = query.where('channel', '=', 'letter').where('state', 'in', ['pending', 'sent']).orderBy('id')
      if (after) query = query.where('id', '>', after)
      break
    case 'failed':
      query = query.where('channel', '<>', 'letter').where('state', '=', 'failed').orderBy('id', 'desc')
      if (after) query = query.where('id', '<', after)
      break
    case 'sent':
      query = query
        .where(sql<boolean>`not (channel = 'letter' and state in ('pending', 'sent')) and state <> 'failed'`)
        .orderBy('id', 'desc')
      if (after) query = query.where('id', '<', after)
      break
  }
  const rows = await query.limit(pageSize + 1).execute()
  return { rows: rows.slice(0, pageSize), hasMore: rows.length > pageSize }
}

/** How many are still to be told by hand. */
export async function countToTell(ctx: Ctx): Promise<number> {
  const { count } = await visible(ctx)
    .clearSelect()
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('channel', '=', 'letter')
    .where('state', 'in', ['pending', 'sent'])
    .executeTakeFirstOrThrow()
  return count
}

/** These, locked in the order of their ids; what is out of sight is not among them. */
export function listForUpdate(ctx: Ctx, ids: readonly string[]): Promise<Notice[]> {
  return visible(ctx)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute()
}

export async function markPrinted(ctx: Ctx, ids: readonly string[]) {
  await sql`update notices.notice set state = 'sent', sent_at = coalesce(sent_at, ${ctx.now})
    where id = any(${[...ids]}::uuid[]) and channel = 'letter' and state in ('pending', 'sent')`.execute(
    ctx.db(),
  )
}

export async function markTold(
  ctx: Ctx,
  id: string,
  { state, reason, telling }: Pick<Notice, 'state' | 'reason' | 'telling'>,
) {
  await ctx
    .db<NoticesTables>()
    .updateTable('notices.notice')
    .set({
      state,
      telling,
      ...(reason && { reason }),
      settledAt: ctx.now,
      settledBy: ctx.actor.userId,
      settledName: ctx.actor.name,
    })
    .where('id', '=', id)
    .execute()
}
