import { sql } from 'kysely'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'

/** How many files each of these units has in hand. */
export async function countOpenFilesIn(ctx: Ctx, areaIds: readonly number[]): Promise<Map<number, number>> {
  const { rows } = await sql<{ areaId: number; files: number }>`
    select area_id, count(*)::int as files from applications.application
    where closed_at is null and area_id = any(${[...areaIds]}::integer[]) and ${withinArea(ctx, 'areaId')}
    group by 1`.execute(ctx.db())
  return new Map(rows.map(({ areaId, files }) => [areaId, files]))
}
