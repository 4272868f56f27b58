import {
  areaAt,
  areaIdsWithin,
  areaPaths,
  difficultAreas,
  findArea,
  getArea,
  territoryOf,
} from '#modules/geography'
import { contains } from '#kernel/period'
import type { Ctx } from '#platform/server/context'
import type { Place } from '../domain/places.ts'

const country = 0

/** The province an installation serves, by its code. */
export async function provinceOf(ctx: Ctx, code: string | undefined) {
  return code === undefined ? undefined : await findArea(ctx, { code })
}

/** Every commune of the province, of today and of before, with what the law asks about where somebody lives. */
export async function listPlaces(ctx: Ctx, provinceId: number | undefined): Promise<readonly Place[]> {
  const within = await areaIdsWithin(ctx, provinceId ?? country)
  const areas = (await Promise.all(within.map((id) => getArea(ctx, id)))).filter(({ level }) => level === 3)
  const ids = areas.map(({ id }) => id)
  const [became, paths, territories, lists] = await Promise.all([
    areaAt(ctx, ids, ctx.today),
    areaPaths(ctx, ids),
    territoryOf(ctx, ids),
    difficultAreas(ctx),
  ])
  const listed = Map.groupBy(
    lists.filter(({ during }) => contains(during, ctx.today)),
    ({ areaId }) => areaId,
  )
  const names = new Map(areas.map(({ id, name }) => [id, name]))
  return areas.map(({ id, name }) => {
    const now = became.get(id) ?? id
    const found = [...(listed.get(now) ?? []), ...(now === id ? [] : (listed.get(id) ?? []))]
    const villages = found.flatMap(({ village }) => village ?? [])
    return {
      id: now,
      name,
      within: (paths.get(id) ?? '').split(', ').slice(1).join(', '),
      ...(now !== id && names.has(now) && { now: names.get(now)! }),
      territory: territories.get(now) ?? 'central',
      difficult: found.some(({ village }) => village === null)
        ? 'yes'
        : villages.length > 0
          ? 'some'
          : lists.length > 0
            ? 'no'
            : 'unknown',
      ...(villages.length > 0 && { villages }),
    }
  })
}
