import { sql } from 'kysely'
import type { Ctx } from '#platform/server/context'
import { countRows, getImport } from '../db/imports.ts'
import { applyBatch } from './import-apply.ts'

/** Whom the first ready rows of a list complete, of those the register knows; and how many ready rows come after these. */
export async function knownInImport(
  ctx: Ctx,
  { id, most }: { readonly id: string; readonly most: number },
): Promise<{ personIds: string[]; left: number }> {
  await getImport(ctx, id)
  const { rows } = await sql<{ personId: string | null }>`
    select person_id from people.import_row
    where import_id = ${id} and verdict = 'ready' and applied_at is null order by row_number limit ${most}`.execute(
    ctx.db(),
  )
  const counts = (await countRows(ctx, [id])).get(id) ?? { ready: 0, applied: 0 }
  return {
    personIds: [...new Set(rows.flatMap(({ personId }) => personId ?? []))],
    left: counts.ready - counts.applied - rows.length,
  }
}

/** Takes so many of the ready rows in, by the batch, for whoever takes them back again. */
export async function takeInOnTrial(ctx: Ctx, { id, most }: { readonly id: string; readonly most: number }) {
  const ready = async () => {
    const counts = (await countRows(ctx, [id])).get(id)
    return counts ? counts.ready - counts.applied : 0
  }
  const last = (await ready()) - most
  while ((await ready()) > Math.max(0, last)) if ((await applyBatch(ctx, id)) === undefined) break
}
