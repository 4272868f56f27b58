import { z } from 'zod'
import { addMonths, Instant, instant, Month } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import type { PlatformTables } from '#platform/server/tables'
import { problems } from '../domain/problems.ts'

/**
 * Since when an installation pays («tháng đầu tiên»). For months before it, what had been decided is what the law gave
 * as it was known at that moment; mistakes are looked for back to `since`.
 */
export const Opening = z.object({ month: Month, knownAt: Instant, since: Month.optional() })
export type Opening = { readonly month: Month; readonly knownAt: Instant; readonly since: Month }

const key = 'payroll.opening'
const yearBack = -12

export async function getOpening(ctx: Ctx): Promise<Opening> {
  const opening = await findOpening(ctx)
  if (!opening) throw problems('opening_missing')
  return opening
}

/** Undefined where nobody has said yet since when this installation pays. */
export async function findOpening(ctx: Ctx): Promise<Opening | undefined> {
  const row = await ctx
    .db<PlatformTables>()
    .selectFrom('platform.setting')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirst()
  if (!row) return undefined
  const { month, knownAt, since } = Opening.parse(row.value)
  return { month, knownAt: instant(knownAt), since: since ?? addMonths(month, yearBack) }
}

/** Says since when this installation pays; done once, when it takes over from whatever was there before. */
export async function setOpening(ctx: Ctx, opening: z.infer<typeof Opening>) {
  const value = JSON.stringify(Opening.parse(opening))
  await ctx
    .db<PlatformTables>()
    .insertInto('platform.setting')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}
