import { addMonths, monthOf, type Month } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { getImportForUpdate } from '../db/imports.ts'
import type { ImportTables } from '../db/import-tables.ts'
import type { ImportId } from '../import-contract.ts'
import { problems } from '../domain/problems.ts'

/**
 * Says through which month the lists before have paid everybody of a list of whom it says nothing itself («đã chi đến hết
 * tháng»), before its rows are taken in or after: what waits for the second person is told so, too.
 */
export async function setPaidThrough(
  ctx: Ctx,
  { id, paidThrough }: { readonly id: ImportId; readonly paidThrough: Month | null },
): Promise<{ paidThrough: Month | null }> {
  await getImportForUpdate(ctx, id, ['mapping', 'checked', 'applied'])
  if (paidThrough !== null && paidThrough > addMonths(monthOf(ctx.today), 1))
    throw problems('import_paid_through_in_future', { paidThrough })
  await ctx
    .db<ImportTables>()
    .updateTable('people.import')
    .set({ paidThrough })
    .where('id', '=', id)
    .execute()
  ctx.emit({ type: 'people.list_paid_through', importId: id, paidThrough })
  return { paidThrough }
}
