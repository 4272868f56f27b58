import { addDays } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { joinPolygons } from '../domain/boundaries/check-outlines.ts'
import type { Polygon } from '../domain/boundaries/polygon.ts'
import type { ReformStep } from '../domain/reform/reform-step.ts'
import { schematicCell, type Cell } from '../domain/schematic-map.ts'
import { communesOf } from './areas.ts'
import { drawCommunes, frameOf, pathOf, type Drawn } from './map.ts'
import { areaRegister, withParents } from './register.ts'

type Land = { readonly id: number; readonly name: string }

/** A commune on the map of a step: its outline, or else the cells of the scheme it stands in. */
type Placed = {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly drawn: Drawn | undefined
  readonly cells: readonly Cell[]
}

type StepMap = {
  readonly lands: Land[]
  readonly land: Land
  readonly width: number
  readonly height: number
  readonly sources: string[]
  readonly isSchematic: boolean
  readonly before: Drawing[]
  readonly after: Drawing[]
}
type Drawing = {
  readonly id: number
  readonly name: string
  readonly path: string | null
  readonly cells: Cell[]
}

/** An outline that was given for a unit before there is one. */
export type GivenOutline = {
  readonly polygons: readonly Polygon[]
  readonly source: string
  readonly isSchematic: boolean
}

type Wish = {
  /** Steps of the same file that come first and are not in the register yet. */
  readonly earlier: readonly ReformStep[]
  readonly step: ReformStep
  /** A province, where the step goes over several. */
  readonly landId?: number | undefined
  /** Of the parts of divided units, and of what took some in. */
  readonly given?: ReadonlyMap<number, GivenOutline> | undefined
}

/**
 * The communes of a province before a step and after it, whether it was applied or is only planned: what goes whole takes its
 * outline along. Where a commune is divided, its parts have the outlines that were given with the change, or none.
 */
export async function showStepMap(
  ctx: Ctx,
  { earlier, step, landId, given = new Map() }: Wish,
): Promise<StepMap | undefined> {
  const register = await areaRegister(ctx)
  const first = addDays(earlier[0]?.on ?? step.on, -1)
  const touched = [...earlier, step].flatMap(({ changes }) => changes.map(({ fromId }) => fromId))
  const lands = new Map(
    touched.flatMap((id) => {
      const land = register.byId.has(id)
        ? withParents(register, id).find(({ level }) => level === 1)
        : undefined
      return land ? [[land.id, { id: land.id, name: land.name }] as const] : []
    }),
  )
  const land = (landId !== undefined && lands.get(landId)) || [...lands.values()][0]
  if (!land) return undefined
  const ids = await communesOf(ctx, land.id, first)
  const outlines = await drawCommunes(ctx, { landId: land.id, ids, on: first })
  let placed: ReadonlyMap<number, Placed> = new Map(
    ids.map((id) => {
      const area = register.byId.get(id)! // Communes are in the register.
      const cell = schematicCell(area)
      return [
        id,
        { id, code: area.code, name: area.name, drawn: outlines.get(id), cells: cell ? [cell] : [] },
      ]
    }),
  )
  for (const one of earlier) placed = afterStep(placed, one, given)
  const [before, after] = [placed, afterStep(placed, step, given)]
  const shapes = [...before.values(), ...after.values()].flatMap(({ drawn }) => drawn ?? [])
  const frame = frameOf(shapes.flatMap(({ polygons }) => polygons))
  const view = (units: ReadonlyMap<number, Placed>) =>
    Array.from(units.values(), ({ id, name, drawn, cells }) => ({
      id,
      name,
      path: drawn && frame ? pathOf(drawn.polygons, frame) : null,
      cells: [...cells],
    }))
  return {
    lands: [...lands.values()],
    land,
    width: frame?.width ?? 0,
    height: frame?.height ?? 0,
    sources: [...new Set(shapes.flatMap(({ sources }) => sources))],
    isSchematic: shapes.some(({ isSchematic }) => isSchematic),
    before: view(before),
    after: view(after),
  }
}

/** What becomes of the communes on the map; those of other lands are none of it. */
function afterStep(
  before: ReadonlyMap<number, Placed>,
  step: ReformStep,
  given: ReadonlyMap<number, GivenOutline>,
): Map<number, Placed> {
  const waysOut = Map.groupBy(step.changes, ({ fromId }) => fromId)
  const opened = new Map(step.opens.map((area) => [area.id, area]))
  const after = new Map(before)
  for (const id of step.closes) after.delete(id)
  for (const [toId, ways] of Map.groupBy(step.changes, (change) => change.toId)) {
    const own = after.get(toId)
    const parts = ways.flatMap(({ fromId }) => before.get(fromId) ?? [])
    const unit = own ?? opened.get(toId)
    if (!unit || parts.length === 0) continue
    const isWhole = ways.every(({ fromId }) => waysOut.get(fromId)!.length === 1) // Each is a way out of something.
    const { id, code, name } = unit
    const place = isWhole ? joined([...(own ? [own] : []), ...parts]) : (own ?? restOf(code, parts))
    const outline = given.get(toId)
    after.set(toId, { id, code, name, drawn: outline ? drawnAs(outline) : place.drawn, cells: place.cells })
  }
  return after
}

function drawnAs({ polygons, source, isSchematic }: GivenOutline): Drawn {
  return { polygons, sources: [source], isSchematic, isDerived: false }
}

function joined(parts: readonly Placed[]): Pick<Placed, 'drawn' | 'cells'> {
  const distinct = [...new Map(parts.map((part) => [part.id, part])).values()]
  const shapes = distinct.map(({ drawn }) => drawn)
  const cells = distinct.flatMap((part) => part.cells)
  if (shapes.includes(undefined)) return { drawn: undefined, cells }
  const all = shapes as Drawn[] // None is undefined.
  return {
    cells,
    drawn: {
      polygons: joinPolygons(all.map(({ polygons }) => polygons)),
      sources: all.flatMap(({ sources }) => sources),
      isSchematic: all.some(({ isSchematic }) => isSchematic),
      isDerived: true,
    },
  }
}

/** Nobody has told us the line a commune is divided by: what goes on under its code keeps its cells, and nothing has an outline. */
function restOf(code: string, parts: readonly Placed[]): Pick<Placed, 'drawn' | 'cells'> {
  return { drawn: undefined, cells: parts.find((part) => part.code === code)?.cells ?? [] }
}
