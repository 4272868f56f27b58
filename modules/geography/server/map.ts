import { sql } from 'kysely'
import { addDays, type CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import type { MapView } from '../contract.ts'
import { joinPolygons } from '../domain/boundaries/check-outlines.ts'
import type { Polygon, Position } from '../domain/boundaries/polygon.ts'
import { schematicCell } from '../domain/schematic-map.ts'
import { communesOf, getArea } from './areas.ts'
import { areaRegister, withParents, type AreaRegister } from './register.ts'

export type Drawn = {
  readonly polygons: readonly Polygon[]
  readonly sources: readonly string[]
  readonly isSchematic: boolean
  /** Put together from the communes it came from. */
  readonly isDerived: boolean
}

/** The communes of a day on the land of a unit as shapes to draw: their outlines, or those of what they came from put together. */
export async function showMap(
  ctx: Ctx,
  { id, on = ctx.today }: { id: number; on?: CivilDate | undefined },
): Promise<MapView> {
  const area = await getArea(ctx, id)
  const register = await areaRegister(ctx)
  const ids = await communesOf(ctx, id, on)
  const drawn = await drawCommunes(ctx, { landId: id, ids, on })
  const shapes = [...drawn.values()].filter((one) => one !== undefined)
  const frame = frameOf(shapes.flatMap(({ polygons }) => polygons))
  return {
    area: { id, name: area.name },
    on,
    days: await daysOfChange(ctx, register, id),
    width: frame?.width ?? 0,
    height: frame?.height ?? 0,
    sources: [...new Set(shapes.flatMap(({ sources }) => sources))],
    isSchematic: shapes.some(({ isSchematic }) => isSchematic),
    units: ids.map((one) => {
      const unit = register.byId.get(one)!
      const shape = drawn.get(one)
      return {
        id: one,
        code: unit.code,
        name: unit.name,
        within: withParents(register, one)[1]?.name ?? null,
        path: shape && frame ? pathOf(shape.polygons, frame) : null,
        isDerived: shape?.isDerived ?? false,
        cell: schematicCell(unit) ?? null,
      }
    }),
  }
}

type Wanted = { readonly landId: number; readonly ids: readonly number[]; readonly on: CivilDate }

/** The outlines of these communes of a land on a day, as far as there are any. */
export async function drawCommunes(
  ctx: Ctx,
  { landId, ids, on }: Wanted,
): Promise<Map<number, Drawn | undefined>> {
  const outlines = await readOutlines(ctx, await areaRegister(ctx), landId)
  const cameFrom = await predecessorsOf(ctx)
  return new Map(ids.map((one) => [one, draw(one, on, outlines, cameFrom)]))
}

async function readOutlines(ctx: Ctx, register: AreaRegister, id: number) {
  const { rows } = await sql<Outline>`
    select area_id, since, rings, source, is_schematic from geography.boundary
    where replaced_at is null and area_id = any(${[...(register.within.get(id) ?? [])]}::integer[])
    order by since nulls first`.execute(ctx.db())
  return Map.groupBy(rows, ({ areaId }) => areaId)
}

type Outline = {
  readonly areaId: number
  readonly since: CivilDate | null
  readonly rings: readonly Polygon[]
  readonly source: string
  readonly isSchematic: boolean
}

type CameFrom = ReadonlyMap<number, readonly { fromId: number; on: CivilDate; isWhole: boolean }[]>

async function predecessorsOf(ctx: Ctx): Promise<CameFrom> {
  const { rows } = await sql<{ fromId: number; toId: number; on: CivilDate; isWhole: boolean }>`
    select from_id, to_id, effective as on, share = 1 as is_whole from geography.area_change`.execute(
    ctx.db(),
  )
  return Map.groupBy(rows, ({ toId }) => toId)
}

/** Its own outline, with what it took in since; or what it came from, as long as all of that went here whole. */
function draw(
  id: number,
  on: CivilDate,
  outlines: ReadonlyMap<number, readonly Outline[]>,
  cameFrom: CameFrom,
): Drawn | undefined {
  const drawn = outlines.get(id)?.findLast(({ since }) => since === null || since <= on)
  const own = drawn && {
    polygons: drawn.rings,
    sources: [drawn.source],
    isSchematic: drawn.isSchematic,
    isDerived: false,
  }
  // An outline knows nothing of what the unit has taken in since.
  const wanted = (cameFrom.get(id) ?? []).filter(
    (part) => part.on <= on && (!drawn || drawn.since === null || part.on > drawn.since),
  )
  if (own && wanted.length === 0) return own
  if (wanted.length === 0 || wanted.some(({ isWhole }) => !isWhole)) return own
  const shapes = wanted.map((part) => draw(part.fromId, addDays(part.on, -1), outlines, cameFrom))
  if (shapes.includes(undefined)) return own
  const all = [...(own ? [own] : []), ...(shapes as Drawn[])] // None is undefined.
  return {
    polygons: joinPolygons(all.map(({ polygons }) => polygons)),
    sources: all.flatMap(({ sources }) => sources),
    isSchematic: all.some(({ isSchematic }) => isSchematic),
    isDerived: true,
  }
}

type Frame = { west: number; north: number; scale: number; squeeze: number; width: number; height: number }
const drawnWidth = 1000

/** A plane good enough for a province: longitudes are as much shorter as the latitude makes them. */
export function frameOf(polygons: readonly Polygon[]): Frame | undefined {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const [x, y] of polygons.flat(2) as Position[]) {
    west = Math.min(west, x)
    east = Math.max(east, x)
    south = Math.min(south, y)
    north = Math.max(north, y)
  }
  if (west >= east) return undefined
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = drawnWidth / ((east - west) * squeeze)
  return { west, north, scale, squeeze, width: drawnWidth, height: Math.ceil((north - south) * scale) }
}

export function pathOf(polygons: readonly Polygon[], { west, north, scale, squeeze }: Frame): string {
  const at = ([x, y]: Position) =>
    `${Math.round((x - west) * squeeze * scale * 10) / 10} ${Math.round((north - y) * scale * 10) / 10}`
  return polygons
    .flat()
    .map((ring) => `M${ring.slice(0, -1).map(at).join('L')}Z`)
    .join('')
}

/** The days on which communes on this land became others, and how many there were from then on. */
async function daysOfChange(ctx: Ctx, register: AreaRegister, id: number): Promise<MapView['days']> {
  const communes = (register.within.get(id) ?? []).flatMap((one) => {
    const area = register.byId.get(one)
    return area?.level === 3 ? [area] : []
  })
  const days = [
    ...new Set(communes.flatMap(({ during }) => [during.from, during.until].filter((day) => day !== null))),
  ].toSorted()
  const counted: MapView['days'] = []
  for (const from of [null, ...days]) {
    const on = from ?? addDays(days[0] ?? ('2022-10-01' as CivilDate), -1) // A day of the calendar.
    counted.push({ from, communes: (await communesOf(ctx, id, on)).length })
  }
  return counted
}
