import type { Polygon, Position, Ring } from './polygon.ts'

/** An outline as a file has it: what it says about itself, and its rings as they were drawn. */
export type Outline = {
  /** Where it stands in the file, as people count. */
  readonly place: number
  readonly properties: Readonly<Record<string, string>>
  /** Undefined where it is no area. */
  readonly polygons: readonly Polygon[] | undefined
}

/** A file that is no map; the code says how. */
export class UnreadableMap extends Error {
  readonly code: 'not_a_map' | 'no_features' | 'no_geometry_file' | 'wrong_reference' | 'unpacks_too_large'
  readonly detail: string
  constructor(code: UnreadableMap['code'], detail = '') {
    super(`${code}: ${detail}`)
    this.code = code
    this.detail = detail
  }
}

type Loose = Readonly<Record<string, unknown>>

/** Reads GeoJSON, or TopoJSON, whose arcs are put together again. */
export function readMapJson(text: string): Outline[] {
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch (cause) {
    throw new UnreadableMap('not_a_map', cause instanceof Error ? cause.message : '')
  }
  if (!isObject(given)) throw new UnreadableMap('not_a_map')
  const named = isObject(given['crs']) ? JSON.stringify(given['crs']) : ''
  if (named && !/CRS84|4326/.test(named)) throw new UnreadableMap('wrong_reference', named.slice(0, 120))
  if (given['type'] === 'Topology') return fromTopology(given)
  if (given['type'] !== 'FeatureCollection' || !Array.isArray(given['features']))
    throw new UnreadableMap('no_features')
  return given['features'].map((feature: unknown, index) => {
    const geometry = isObject(feature) ? feature['geometry'] : undefined
    return {
      place: index + 1,
      properties: propertiesOf(isObject(feature) ? feature['properties'] : undefined),
      polygons: isObject(geometry) ? polygonsOf(geometry['type'], geometry['coordinates']) : undefined,
    }
  })
}

export function propertiesOf(given: unknown): Record<string, string> {
  if (!isObject(given)) return {}
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, String(value).trim()]] : [],
    ),
  )
}

/** The rings of a polygon or several; undefined for anything else. */
export function polygonsOf(type: unknown, coordinates: unknown): Polygon[] | undefined {
  const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : undefined
  if (!Array.isArray(polygons)) return undefined
  const read: Polygon[] = []
  for (const polygon of polygons as unknown[]) {
    if (!Array.isArray(polygon)) return undefined
    const rings: Ring[] = []
    for (const ring of polygon as unknown[]) {
      if (!Array.isArray(ring)) return undefined
      const positions = (ring as unknown[]).map(positionOf)
      if (positions.includes(undefined)) return undefined
      rings.push(positions as Position[]) // None is undefined.
    }
    read.push(rings)
  }
  return read
}

function positionOf(given: unknown): Position | undefined {
  if (!Array.isArray(given)) return undefined
  const [x, y] = given as unknown[]
  return typeof x === 'number' && typeof y === 'number' && Number.isFinite(x) && Number.isFinite(y)
    ? [x, y]
    : undefined
}

function fromTopology(topology: Loose): Outline[] {
  const arcs = arcsOf(topology)
  const objects = isObject(topology['objects']) ? Object.values(topology['objects']) : []
  const geometries = objects.flatMap((object) =>
    isObject(object) && Array.isArray(object['geometries']) ? (object['geometries'] as unknown[]) : [],
  )
  if (geometries.length === 0) throw new UnreadableMap('no_features')
  const ringOf = (indices: unknown): Position[] =>
    (Array.isArray(indices) ? indices : []).flatMap((index: unknown, place) => {
      const at = Number(index)
      const arc = arcs[at < 0 ? ~at : at]
      if (!arc) throw new UnreadableMap('not_a_map', `arc ${at}`)
      const way = at < 0 ? arc.toReversed() : arc
      return place === 0 ? way : way.slice(1)
    })
  return geometries.map((geometry, index) => {
    if (!isObject(geometry)) return { place: index + 1, properties: {}, polygons: undefined }
    const { type, arcs: own, properties } = geometry
    const nested = type === 'Polygon' ? [own] : type === 'MultiPolygon' ? own : undefined
    return {
      place: index + 1,
      properties: propertiesOf(properties),
      polygons: Array.isArray(nested)
        ? nested.map((polygon: unknown) => (Array.isArray(polygon) ? polygon.map(ringOf) : []))
        : undefined,
    }
  })
}

function arcsOf(topology: Loose): Position[][] {
  const transform = isObject(topology['transform']) ? topology['transform'] : undefined
  const pair = (name: string, otherwise: Position) => (transform && positionOf(transform[name])) ?? otherwise
  const [scale, move] = [pair('scale', [1, 1]), pair('translate', [0, 0])]
  if (!Array.isArray(topology['arcs'])) throw new UnreadableMap('not_a_map')
  return topology['arcs'].map((arc: unknown) => {
    let [x, y] = [0, 0]
    return (Array.isArray(arc) ? arc : []).map((step: unknown): Position => {
      const position = positionOf(step)
      if (!position) throw new UnreadableMap('not_a_map')
      if (!transform) return position
      x += position[0]
      y += position[1]
      return [x * scale[0] + move[0], y * scale[1] + move[1]]
    })
  })
}

function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
