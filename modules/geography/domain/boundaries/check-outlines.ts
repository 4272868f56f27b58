import { Clipper, FillRule, type Path64, type Paths64 } from 'clipper2-ts'
import type { OutlineFindingCode } from './finding-codes.ts'
import type { Polygon, Position } from './polygon.ts'
import type { Outline } from './read-geojson.ts'

/** Degrees are counted in ten-millionths: a centimetre. */
const fine = 1e7
/** Kilometres of a degree of latitude. */
const degree = 111.32
/** Viet Nam with its islands, generously. */
const country = { west: 101, east: 118, south: 6, north: 24 }
/** Slivers no wider than lines are drawn coarsely: of a unit, this share may overlap its neighbour. */
export const defaultTolerance = 0.01

export type OutlineFinding = {
  readonly place: number
  readonly code: OutlineFindingCode
  readonly level: 'refused' | 'repaired' | 'note'
  readonly detail: string | null
}

/** An outline made sound: closed, untangled, wound as RFC 7946 says. */
export type SoundOutline = {
  readonly place: number
  readonly properties: Readonly<Record<string, string>>
  readonly polygons: readonly Polygon[]
  readonly paths: Paths64
  readonly areaKm2: number
}

export type CheckedOutline = { readonly sound?: SoundOutline; readonly findings: readonly OutlineFinding[] }

/** Looks at one outline by itself: repairs what can be repaired without guessing, and refuses the rest with the reason. */
export function checkOutline({ place, properties, polygons }: Outline): CheckedOutline {
  const findings: OutlineFinding[] = []
  const find = (code: OutlineFindingCode, level: OutlineFinding['level'], detail: string | null = null) =>
    void findings.push({ place, code, level, detail })
  if (!polygons || polygons.length === 0) {
    find('no_area', 'refused')
    return { findings }
  }
  const rings = polygons.flat()
  const wrong = whereWrong(rings.flat())
  if (wrong) {
    find(wrong.code, 'refused', wrong.detail)
    return { findings }
  }
  if (rings.some((ring) => new Set(ring.map(String)).size < 3)) {
    find('ring_short', 'refused')
    return { findings }
  }
  if (rings.some((ring) => String(ring[0]) !== String(ring.at(-1)))) find('ring_closed', 'repaired')
  if (polygons.some(([outer, ...holes]) => signed(outer!) < 0 || holes.some((hole) => signed(hole) > 0)))
    find('rewound', 'repaired')
  const drawn = rings.map(pathOf)
  const paths = Clipper.union(drawn, FillRule.EvenOdd)
  const [before, after] = [areaOfRings(polygons), Math.abs(Clipper.areaPaths(paths))]
  if (paths.length === 0 || after === 0) {
    find('empty', 'refused')
    return { findings }
  }
  if (Math.abs(before - after) > after * 1e-6)
    find('untangled', 'repaired', percent(Math.abs(before - after) / after))
  const kept = paths.filter((path) => Math.abs(Clipper.area(path)) > after * 1e-7)
  if (kept.length < paths.length) find('slivers_dropped', 'repaired', String(paths.length - kept.length))
  const sound = polygonsFrom(kept)
  const holes = sound.reduce((count, polygon) => count + polygon.length - 1, 0)
  if (holes > 0) find('holes', 'note', String(holes))
  return { sound: { place, properties, polygons: sound, paths: kept, areaKm2: areaKm2(kept) }, findings }
}

/** Degrees of Viet Nam, in the order of longitude and latitude; anything else is told apart. */
function whereWrong(
  positions: readonly Position[],
): { code: 'axes_swapped' | 'projected' | 'outside_country'; detail: string } | undefined {
  const isIn = ([x, y]: Position) =>
    x >= country.west && x <= country.east && y >= country.south && y <= country.north
  const stray = positions.find((position) => !isIn(position))
  if (!stray) return undefined
  const detail = stray.map((value) => String(Math.round(value * 1e4) / 1e4)).join('; ')
  if (positions.every(([x, y]) => isIn([y, x]))) return { code: 'axes_swapped', detail }
  // Metres of VN-2000 or UTM are hundreds of thousands.
  if (positions.some(([x, y]) => Math.abs(x) > 1000 || Math.abs(y) > 1000))
    return { code: 'projected', detail }
  return { code: 'outside_country', detail }
}

export type Overlap = {
  readonly one: number
  readonly other: number
  readonly km2: number
  readonly share: number
}
export type Gap = { readonly at: Position; readonly km2: number; readonly between: readonly number[] }

/** Where outlines lie over each other by more than the tolerance, and where land between them belongs to none. */
export function checkTogether(
  outlines: readonly SoundOutline[],
  tolerance = defaultTolerance,
): { overlaps: Overlap[]; gaps: Gap[] } {
  const boxed = outlines.map((outline) => ({ outline, box: Clipper.getBoundsPaths(outline.paths) }))
  const overlaps: Overlap[] = []
  boxed.forEach(({ outline: one, box }, index) => {
    for (const { outline: other, box: otherBox } of boxed.slice(index + 1)) {
      if (!meets(box, otherBox)) continue
      const shared = Clipper.intersect(one.paths, other.paths, FillRule.NonZero)
      const km2 = areaKm2(shared)
      const share = km2 / Math.min(one.areaKm2, other.areaKm2)
      if (share > tolerance) overlaps.push({ one: one.place, other: other.place, km2: round(km2), share })
    }
  })
  const whole = Clipper.union(
    outlines.flatMap(({ paths }) => paths),
    FillRule.NonZero,
  )
  const gaps = whole
    .filter((path) => Clipper.area(path) < 0)
    .map((path) => ({ path, km2: areaKm2([path]) }))
    .flatMap(({ path, km2 }) => {
      const reach = Clipper.getBounds(path)
      const neighbours = boxed.filter(({ box }) => meets(box, reach))
      const least = Math.min(...neighbours.map(({ outline }) => outline.areaKm2))
      if (neighbours.length < 2 || km2 < least * tolerance) return []
      const at: Position = [(reach.left + reach.right) / 2 / fine, (reach.top + reach.bottom) / 2 / fine]
      return [{ at, km2: round(km2), between: neighbours.map(({ outline }) => outline.place) }]
    })
  return { overlaps, gaps }
}

/** The outline of several together: a commune that others became. */
export function joinPolygons(parts: readonly (readonly Polygon[])[]): Polygon[] {
  // Neighbours drawn apart by a hair would leave hairs between them.
  const hair = 200
  const paths = parts.flat(2).map(pathOf)
  const grown = Clipper.union(paths, FillRule.NonZero)
  const kept = grown.filter(
    (path) => Clipper.area(path) > 0 || Math.abs(Clipper.area(path)) > hair * hair * 1e4,
  )
  return polygonsFrom(kept)
}

type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }
const meets = (one: Box, other: Box) =>
  one.left <= other.right && other.left <= one.right && one.top <= other.bottom && other.top <= one.bottom

function pathOf(ring: readonly Position[]): Path64 {
  const open = String(ring[0]) === String(ring.at(-1)) ? ring.slice(0, -1) : ring
  return open.map(([x, y]) => ({ x: Math.round(x * fine), y: Math.round(y * fine) }))
}

/** Outer rings with the holes inside them; the library winds outer rings one way and holes the other. */
function polygonsFrom(paths: Paths64): Polygon[] {
  const rings = paths.map((path) => ({ path, area: Clipper.area(path) }))
  const outer = rings.filter(({ area }) => area > 0)
  const polygons = outer.map(({ path }) => [ringOf(path)])
  for (const { path } of rings.filter(({ area }) => area <= 0)) {
    const inside = outer
      .map((one, index) => ({ ...one, index }))
      .filter((one) => Clipper.pointInPolygon(path[0]!, one.path) !== 2)
      .toSorted((one, other) => one.area - other.area)[0]
    if (inside) polygons[inside.index]!.push(ringOf(path))
  }
  return polygons
}

function ringOf(path: Path64): Position[] {
  const ring = path.map(({ x, y }): Position => [Number(x) / fine, Number(y) / fine])
  return [...ring, ring[0]!]
}

/** Twice nothing: the shoelace, positive where the ring runs counter-clockwise. */
function signed(ring: readonly Position[]): number {
  let sum = 0
  ring.forEach(([x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length]!
    sum += x * nextY - nextX * y
  })
  return sum / 2
}

function areaOfRings(polygons: readonly Polygon[]): number {
  return polygons.reduce(
    (sum, [outer, ...holes]) =>
      sum +
      Math.abs(Clipper.area(pathOf(outer!))) -
      holes.reduce((inner, hole) => inner + Math.abs(Clipper.area(pathOf(hole))), 0),
    0,
  )
}

function areaKm2(paths: Paths64): number {
  if (paths.length === 0) return 0
  const { top, bottom } = Clipper.getBoundsPaths(paths)
  const latitude = ((Number(top) + Number(bottom)) / 2 / fine) * (Math.PI / 180)
  return (Math.abs(Clipper.areaPaths(paths)) / fine / fine) * degree * degree * Math.cos(latitude)
}

const round = (km2: number) => Math.round(km2 * 1000) / 1000
const percent = (share: number) => (share * 100).toLocaleString('vi-VN', { maximumFractionDigits: 2 })
