import { formatDay } from '#kernel/written'
import { findArea } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { UsageError } from './command.ts'
import { t } from './language.ts'

/** The unit an option names by its code today: two digits a province, five a commune. */
export async function areaOfCode(ctx: Ctx, code: string): Promise<number> {
  const area = await findArea(ctx, { code })
  if (!area) throw new UsageError(t.noSuchArea(code, formatDay(ctx.today)))
  return area.id
}
