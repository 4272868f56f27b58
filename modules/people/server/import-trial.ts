import { sql } from 'kysely'
import type { Ctx } from '#platform/server/context'
import { countRows, getImport } from '../db/imports.ts'
import { applyBatch } from './import-apply.ts'

type Stretch = { readonly id: string; readonly after: number; readonly most: number }

/** The next ready rows of a list: whom of the register they complete, how many they are, and the last of them. */
export async function knownInImport(
  ctx: Ctx,
  { id, after, most }: Stretch,
): Promise<{ personIds: string[]; rows: number; last: number }> {
  await getImport(ctx, id)
  const { rows } = await sql<{ personId: string | null; rowNumber: number }>`
    select person_id, row_number from people.import_row
    where import_id = ${id} and verdict = 'ready' and applied_at is null and row_number > ${after}
    order by row_number limit ${most}`.execute(ctx.db())
  return {
    personIds: [...new Set(rows.flatMap(({ personId }) => personId ?? []))],
    rows: rows.length,
    last: rows.at(-1)?.rowNumber ?? after,
  }
}

/** Takes the next ready rows in, for whoever takes them back again. */
export async function takeInOnTrial(ctx: Ctx, { id, ...stretch }: Stretch): Promise<void> {
  await applyBatch(ctx, id, stretch)
}

/** How many rows of a list are ready and not taken in. */
export async function countReadyInImport(ctx: Ctx, id: string): Promise<number> {
  await getImport(ctx, id)
  const { ready, applied } = (await countRows(ctx, [id])).get(id) ?? { ready: 0, applied: 0 }
  return ready - applied
}
