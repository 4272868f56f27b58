import type { CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { serve } from '#platform/server/http'
import * as operations from '../contract.ts'
import { countryId, foldName, isValidOn, type Area } from '../domain/area.ts'
import { getArea } from './areas.ts'
import { importBoundaries } from './import-boundaries.ts'
import { showMap } from './map.ts'
import { showCalendar } from './calendar.ts'
import { areaRegister, becameOn, withParents, type AreaRegister } from './register.ts'

export const geographyRoutes = {
  searchAreas: serve(operations.searchAreas, searchAreas),
  getArea: serve(operations.getArea, showArea),
  listChildren: serve(operations.listChildren, async (ctx, { id, on }) => {
    await getArea(ctx, id)
    return childrenOf(await areaRegister(ctx), id, on ?? ctx.today)
  }),
  getMap: serve(operations.getMap, showMap),
  importBoundaries: serve(operations.importBoundaries, async (ctx, { file, note, ...rest }) => {
    const bytes = new Uint8Array(await file.arrayBuffer())
    return importBoundaries(ctx, { ...rest, name: file.name, bytes, note: note ?? null })
  }),
  getCalendar: serve(operations.getCalendar, showCalendar),
}

/** Units whose name begins with the words come first, then those valid today, then by code. */
async function searchAreas(
  ctx: Ctx,
  { q, level, limit }: { q: string; level?: number | undefined; limit: number },
) {
  const register = await areaRegister(ctx)
  const words = foldName(q)
  const own = ctx.actor.areaId === countryId ? undefined : new Set(ctx.actor.areaIds)
  const ranked = [...register.byId.values()].flatMap((area) => {
    if ((own && !own.has(area.id)) || (level !== undefined && area.level !== level)) return []
    const rank = area.code === q ? 0 : rankOf(foldName(area.name), words)
    return rank === undefined ? [] : [{ area, rank: rank + (isValidOn(area, ctx.today) ? 0 : 0.5) }]
  })
  return ranked
    .toSorted((a, b) => a.rank - b.rank || a.area.id - b.area.id)
    .slice(0, limit)
    .map(({ area }) => {
      const today = register.byId.get(becameOn(register, area.id, ctx.today))!
      return { ...viewOf(register, area), today: { id: today.id, name: today.name } }
    })
}

function rankOf(name: string, words: string): number | undefined {
  const at = ` ${name}`.indexOf(` ${words}`)
  if (at < 0) return undefined
  return name.endsWith(words) ? 1 : 2
}

async function showArea(ctx: Ctx, { id, on }: { id: number; on?: CivilDate | undefined }) {
  const area = await getArea(ctx, id)
  const register = await areaRegister(ctx)
  return {
    area: viewOf(register, area),
    path: withParents(register, id)
      .slice(1)
      .map((one) => viewOf(register, one)),
    children: childrenOf(register, id, on ?? ctx.today),
  }
}

function childrenOf(register: AreaRegister, id: number, on: CivilDate) {
  const children = register.children.get(id) ?? []
  return children.filter((area) => isValidOn(area, on)).map((area) => viewOf(register, area))
}

function viewOf(register: AreaRegister, { during, ...area }: Area) {
  const above = withParents(register, area.id).slice(1)
  const within = above.filter((one) => one.id !== countryId).map(({ name }) => name)
  return { ...area, within, from: during.from, until: during.until }
}
