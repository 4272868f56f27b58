import { sql } from 'kysely'
import type { Ctx } from '#platform/server/context'

/** Whose papers are counted: an organisation, a year, a kind of paper. */
export type Series = { readonly areaId: number; readonly year: number; readonly series: string }

/**
 * Draws so many numbers in a row and says which was the last. The row stays locked until the transaction ends: whoever
 * comes at the same time waits, and what is rolled back gives its numbers back, so that none is doubled and none missing.
 */
export async function drawNumbers(ctx: Ctx, { areaId, year, series }: Series, count = 1): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into applications.number_series (area_id, year, series, last) values (${areaId}, ${year}, ${series}, ${count})
    on conflict (area_id, year, series) do update set last = number_series.last + ${count}
    returning last`.execute(ctx.db())
  return rows[0]!.last // Inserted or updated.
}
