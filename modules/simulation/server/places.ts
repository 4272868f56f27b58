import { addDays, lastDayOf, type Month } from '#kernel/civil-date'
import {
  areaAt,
  areaIdsWithin,
  areaNames,
  communesOf,
  getArea,
  isValidOn,
  schematicCells,
  territoryOf,
  type Area,
} from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { isWithinArea } from '#platform/server/scope'
import { problems } from '../domain/problems.ts'

const commune = 3

/** Where a change may be thought of: every province that ever was within the actor’s area, and its districts of the time. */
export async function listPlaces(ctx: Ctx, month: Month) {
  const day = lastDayOf(month)
  const ids = new Set([ctx.actor.areaId, ...(await areaIdsWithin(ctx, ctx.actor.areaId))])
  ids.delete(0)
  const areas = await Promise.all(Array.from(ids, (id) => getArea(ctx, id)))
  const offered = areas.filter((area) => area.level === 1 || (area.level === 2 && isValidOn(area, day)))
  const territories = await territoryOf(
    ctx,
    offered.map(({ id }) => id),
  )
  return offered
    .toSorted((one, other) => one.level - other.level || one.name.localeCompare(other.name, 'vi'))
    .map(({ id, name, level, during }) => ({
      id,
      name,
      level,
      /** The last day of a unit that is no more; several had the name of one of today. */
      lastDay: during.until && addDays(during.until, -1),
      territory: territories.get(id)!,
    }))
}

/** The unit a scenario is about, which must lie within the actor’s and be no commune. */
export async function getPlace(ctx: Ctx, id: number): Promise<Area> {
  if (!isWithinArea(ctx.actor, id)) throw problems('area_not_yours', { id })
  const area = await getArea(ctx, id)
  if (area.level === commune) throw problems('area_too_small', { id })
  return area
}

export type Communes = Awaited<ReturnType<typeof communesWithin>>

/** The communes of a month on the land of a unit, which each unit of the register had become, and how they are shown. */
export async function communesWithin(ctx: Ctx, areaId: number, month: Month, registered: readonly number[]) {
  const day = lastDayOf(month)
  const ids = await communesOf(ctx, areaId, day)
  const inside = new Set(ids)
  const became = await areaAt(ctx, registered, day)
  const names = await areaNames(ctx, ids)
  const cells = await schematicCells(ctx, ids)
  const parents = new Map(
    await Promise.all(ids.map(async (id) => [id, (await getArea(ctx, id)).parentId] as const)),
  )
  const above = await areaNames(
    ctx,
    new Set([...parents.values()].filter((id) => id !== null && id !== areaId) as number[]), // Null is left out.
  )
  return {
    ids,
    /** The commune of a unit of the register; undefined outside. */
    of: (registeredId: number) => {
      const now = became.get(registeredId)
      return now !== undefined && inside.has(now) ? now : undefined
    },
    shown: (id: number) => ({
      area: { id, name: names.get(id) ?? '' },
      within: above.get(parents.get(id) ?? -1) ?? null,
      cell: cells.get(id) ?? null,
    }),
  }
}
