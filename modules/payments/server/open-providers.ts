import { areaIdsWithin } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { listProviderRows } from '../db/providers.ts'

/** The providers that take new orders, with the units each of them serves. */
export async function openProviders(ctx: Ctx) {
  const rows = (await listProviderRows(ctx)).filter(({ isOpen }) => isOpen)
  return Promise.all(
    rows.map(async (row) => ({ ...row, areaIds: new Set(await areaIdsWithin(ctx, row.areaId)) })),
  )
}
