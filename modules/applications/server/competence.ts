import { areaAt, getArea } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { competentOn } from '../domain/edition.ts'
import type { Procedure } from '../domain/procedure.ts'
import { problems } from '../domain/problems.ts'

/** The level of the units whose chairs decide. */
const levels: Readonly<Record<string, number>> = { commune_chair: 3, district_chair: 2 }

/** The chair of the very unit decides: to be above it, or beside it, gives no competence (TRN-04). */
export async function assertCompetent(ctx: Ctx, procedure: Procedure, unit: number) {
  const { by, title } = competentOn(procedure, ctx.today)
  const { areaId } = ctx.actor
  const here = (await areaAt(ctx, [areaId], ctx.today)).get(areaId)
  const { level } = await getArea(ctx, areaId)
  if (here !== unit || (by in levels && level !== levels[by]))
    throw problems('not_competent', { competent: title })
}
