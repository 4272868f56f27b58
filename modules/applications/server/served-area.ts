import { areaIdsWithin, findArea } from '#modules/geography'
import { readConfiguration } from '#platform/server/configuration'
import type { Ctx } from '#platform/server/context'
import { problems } from '../domain/problems.ts'

/**
 * What citizens send has to be for a unit somebody here looks after: of the province the installation serves, today’s or
 * one that became part of it. Elsewhere it would lie unseen while its clock runs. Where several are served, any unit is.
 */
export async function assertServed(ctx: Ctx, areaId: number): Promise<void> {
  const { province } = readConfiguration()
  if (province === undefined) return
  const unit = await findArea(ctx, { code: province })
  const served = unit ? await areaIdsWithin(ctx, unit.id) : []
  if (!served.includes(areaId)) throw problems('area_not_in_reach', { areaId })
}
