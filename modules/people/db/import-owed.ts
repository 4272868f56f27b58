import { sql } from 'kysely'
import type { Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'

/** What the next list of payment would make good of earlier months to the person of a row. */
export type RowOwed = {
  readonly rowNumber: number
  readonly areaId: number
  readonly isReady: boolean
  readonly amount: Dong
  readonly from: Month
  readonly through: Month
}

/** The rows of an import that are not taken in and would bring arrears, without the months the lists before have paid. */
export async function listOwed(
  ctx: Ctx,
  importId: string,
  rowNumbers?: readonly number[],
): Promise<RowOwed[]> {
  const among = rowNumbers ? sql`and row_number = any(${[...rowNumbers]}::int[])` : sql``
  const { rows } = await sql<RowOwed>`
    select row_number, (person ->> 'areaId')::integer as area_id, verdict = 'ready' as is_ready,
      sum(due.amount::bigint)::bigint as amount, min(due.month) as from, max(due.month) as through
    from people.import_row join people.import on import.id = import_id,
      jsonb_each_text(owed) as due (month, amount)
    where import_id = ${importId} and import_row.applied_at is null ${among}
      and due.month > coalesce(person ->> 'paidThrough', paid_through, '')
    group by import_id, row_number order by row_number`.execute(ctx.db())
  return rows
}
