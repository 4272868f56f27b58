import { headsOfFiles } from '#modules/applications'
import type { Ctx } from '#platform/server/context'
import { EntryId, type Entry } from '../contract.ts'
import { listEntries, markRead, visit } from '../db/inbox.ts'

type Asked = { readonly isUnread: boolean; readonly before?: string | undefined }

/** One’s own inbox; a file that one may see no more is not named in it. */
export async function listInbox(
  ctx: Ctx,
  { isUnread, before }: Asked,
): Promise<{ entries: Entry[]; hasMore: boolean }> {
  const { rows, hasMore } = await listEntries(ctx, { isUnread, before })
  const heads = ctx.actor.permissions.has('applications.read')
    ? await headsOfFiles(
        ctx,
        rows.flatMap(({ applicationId }) => applicationId ?? []),
      )
    : new Map<string, never>()
  const entries = rows.map(({ id, kind, applicationId, detail, at, readAt }): Entry => {
    const head = applicationId ? heads.get(applicationId) : undefined
    return {
      id: EntryId.parse(id),
      kind,
      at,
      isRead: readAt !== null,
      count: detail.count ?? 1,
      due: detail.due ?? null,
      list: detail.list ?? null,
      file:
        head && applicationId
          ? {
              id: applicationId,
              code: head.code,
              fullName: head.fullName,
              procedure: head.procedure,
              step: head.step,
            }
          : null,
    }
  })
  return { entries, hasMore }
}

/** What came since the visit before stands out, whether or not it was read. */
export async function visitInbox(ctx: Ctx): Promise<{ seenThrough: EntryId | null }> {
  const through = await visit(ctx)
  return { seenThrough: through === null ? null : EntryId.parse(through) }
}

export async function readInbox(
  ctx: Ctx,
  { ids, through }: { ids?: readonly string[] | undefined; through?: string | undefined },
) {
  if (ids?.length || through) await markRead(ctx, { ...(ids && { ids }), ...(through && { through }) })
}
