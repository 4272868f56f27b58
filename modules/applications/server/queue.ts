import { Instant } from '#kernel/civil-date'
import { areaIdsWithin } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import type { ProcedureId } from '../domain/procedure.ts'
import { QueueView, type QueuePage } from '../contract.ts'
import { countViews, listQueue, pageSize } from '../db/queue.ts'
import type { Application } from '../db/applications.ts'
import { viewRows } from './views.ts'
import { wordsAskedFor } from './search-terms.ts'
import { readCode } from '../domain/code.ts'

type Wish = {
  readonly view: QueueView
  readonly q?: string | undefined
  readonly procedure?: ProcedureId | undefined
  readonly step?: string | undefined
  readonly channel?: string | undefined
  readonly areaId?: number | undefined
  readonly assigneeId?: string | undefined
  readonly after?: string | undefined
}

/** One page of the queue: what must be done first comes first. */
export async function listApplications(ctx: Ctx, { q, areaId, after, ...wish }: Wish): Promise<QueuePage> {
  const found = await listQueue(ctx, {
    ...wish,
    words: q ? wordsOf(q) : undefined,
    areaIds: areaId === undefined ? undefined : await areaIdsWithin(ctx, areaId),
    after: after === undefined ? undefined : placeIn(after),
  })
  const rows = found.slice(0, pageSize)
  const isFirst = after === undefined
  const counted = isFirst ? await countViews(ctx, QueueView.options) : undefined
  return {
    rows: await viewRows(ctx, rows),
    next: found.length > pageSize ? nextAfter(rows.at(-1)!, wish.view) : null, // A full page has a last row.
    counts: counted ? QueueView.options.map((view) => ({ view, files: counted[view] })) : [],
  }
}

/** A code is one word; whatever else is looked for word by word. */
function wordsOf(q: string): string[] {
  const code = readCode('application', q)
  return code ? [code.toLowerCase().replaceAll('-', '')] : wordsAskedFor(q)
}

/** Where the next page begins, as text for an address. */
function nextAfter({ actBy, closedAt, id }: Application, view: QueueView): string {
  return `${(view === 'closed' ? closedAt : actBy) ?? 'infinity'}_${id}`
}

function placeIn(after: string) {
  const [at = '', id = ''] = after.split('_')
  return { at: at === 'infinity' ? ('infinity' as const) : Instant.parse(at), id }
}
