import type { CivilDate } from '#kernel/civil-date'
import { foldName, type Area } from '../domain/area.ts'
import {
  checkOutline,
  checkTogether,
  defaultTolerance,
  type OutlineFinding,
  type SoundOutline,
} from '../domain/boundaries/check-outlines.ts'
import type { Polygon } from '../domain/boundaries/polygon.ts'
import { readMapJson, UnreadableMap, type Outline } from '../domain/boundaries/read-geojson.ts'
import { problems } from '../domain/problems.ts'

const mostOutlines = 4_000
const mostPositions = 2_000_000

export type BoundaryFile = {
  readonly name: string
  readonly bytes: Uint8Array
  /** The property that holds the code; guessed where it is left out. */
  readonly codeProperty?: string | undefined
  /** The day whose communes the outlines are of. */
  readonly on: CivilDate
  readonly source: string
  readonly note: string | null
  readonly isSchematic: boolean
  /** Whether what is sound is kept; otherwise it is only looked at. */
  readonly isKept: boolean
  readonly tolerance?: number | undefined
}

/** A sound outline of a commune, as it is kept. */
export type UnitOutline = {
  readonly area: Area
  readonly polygons: readonly Polygon[]
  readonly areaKm2: number
}

/** Which communes a file may have outlines of, and where those that are sound are kept. */
export type OutlinedUnits = {
  readonly named: (code: string) => Area | undefined
  /** Names of communes no outline is of, besides those that are drawn. */
  readonly missingFrom: (drawn: readonly Area[]) => Promise<string[]>
  readonly keep: (outlines: readonly UnitOutline[]) => Promise<void>
}

type Placed = { readonly outline: SoundOutline; readonly area: Area }

/** Looks at the outlines of a file, each and all together, and has those that are sound kept where that is asked. */
export async function readBoundaries(file: BoundaryFile, units: OutlinedUnits) {
  const outlines = await readOutlines(file)
  const properties = propertiesIn(outlines)
  const codeProperty = file.codeProperty ?? guessCode(outlines, units)
  const findings: OutlineFinding[] = []
  const placed: Placed[] = []
  const seen = new Map<number, number>()
  const names = new Map<number, string>()
  if (codeProperty !== undefined)
    for (const outline of outlines) {
      const { area, finding } = unitOf(units, outline, codeProperty)
      if (finding) findings.push(finding)
      if (!area) continue
      names.set(outline.place, area.name)
      const first = seen.get(area.id)
      if (first !== undefined) {
        findings.push({ place: outline.place, code: 'code_twice', level: 'refused', detail: String(first) })
        continue
      }
      seen.set(area.id, outline.place)
      const checked = checkOutline(outline)
      findings.push(...checked.findings)
      if (checked.sound) placed.push({ outline: checked.sound, area })
    }
  const { overlaps, gaps } = checkTogether(
    placed.map(({ outline }) => outline),
    file.tolerance ?? defaultTolerance,
  )
  const lying = new Set(overlaps.flatMap(({ one, other }) => [one, other]))
  const good = placed.filter(({ outline }) => !lying.has(outline.place))
  const named = (place: number) => ({ place, name: names.get(place) ?? '' })
  if (file.isKept) {
    if (good.length === 0) throw problems('no_sound_outline')
    await units.keep(good.map(({ area, outline: { polygons, areaKm2 } }) => ({ area, polygons, areaKm2 })))
  }
  const missing = await units.missingFrom(placed.map(({ area }) => area))
  return {
    outlines: outlines.length,
    properties,
    codeProperty: codeProperty ?? null,
    sound: good.length,
    kept: file.isKept ? good.length : 0,
    findings: findings.map((finding) => ({ ...finding, name: labelOf(outlines[finding.place - 1]!, names) })),
    overlaps: overlaps.map(({ one, other, km2, share }) => ({
      one: named(one),
      other: named(other),
      km2,
      share,
    })),
    gaps: gaps.map(({ at, km2, between }) => ({
      at: [...at] as [number, number],
      km2,
      between: between.map(named),
    })),
    missing: { count: missing.length, first: missing.slice(0, 20) },
  }
}

async function readOutlines({ name, bytes }: BoundaryFile): Promise<Outline[]> {
  try {
    const outlines = await outlinesIn(name, Buffer.from(bytes))
    if (outlines.length === 0) throw new UnreadableMap('no_features')
    const positions = outlines.reduce(
      (sum, { polygons }) => sum + (polygons ?? []).flat().reduce((count, ring) => count + ring.length, 0),
      0,
    )
    if (outlines.length > mostOutlines || positions > mostPositions)
      throw problems('map_too_detailed', { outlines: outlines.length, positions })
    return outlines
  } catch (error) {
    if (error instanceof UnreadableMap) throw problems(`map_${error.code}`, { detail: error.detail })
    throw error
  }
}

async function outlinesIn(name: string, bytes: Buffer): Promise<Outline[]> {
  if (bytes.subarray(0, 4).toString('latin1') !== 'PK\x03\x04') return readMapJson(textOf(bytes))
  // What reads archives of maps brings every projection there is along; hardly a start of the program needs it.
  const { readShapefile, unpack } = await import('./read-shapefile.ts')
  const json = [...unpack(bytes)].find(([inside]) => /\.(geojson|json)$/.test(inside))
  return json ? readMapJson(textOf(json[1])) : readShapefile(bytes)
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new UnreadableMap('not_a_map')
  }
}

function propertiesIn(outlines: readonly Outline[]) {
  const samples = new Map<string, string[]>()
  for (const { properties } of outlines.slice(0, 50))
    for (const [name, value] of Object.entries(properties)) {
      const known = samples.get(name) ?? []
      if (known.length < 3 && value !== '' && !known.includes(value)) samples.set(name, [...known, value])
    }
  return Array.from(samples, ([name, values]) => ({ name, samples: values }))
}

/** The property that names the most communes. */
function guessCode(outlines: readonly Outline[], units: OutlinedUnits): string | undefined {
  const hits = new Map<string, number>()
  for (const { properties } of outlines)
    for (const [name, value] of Object.entries(properties))
      if (units.named(codeFrom(value))) hits.set(name, (hits.get(name) ?? 0) + 1)
  return [...hits].toSorted(([, one], [, other]) => other - one)[0]?.[0]
}

/** Spreadsheets and .dbf files drop zeros in front, or make numbers with a point of codes. */
function codeFrom(value: string): string {
  const digits = value.replace(/\.0+$/, '')
  return /^\d{3,5}$/.test(digits) ? digits.padStart(5, '0') : digits
}

function unitOf(
  units: OutlinedUnits,
  { place, properties }: Outline,
  codeProperty: string,
): { area?: Area; finding?: OutlineFinding } {
  const value = properties[codeProperty] ?? ''
  if (value === '') return { finding: { place, code: 'no_code', level: 'refused', detail: null } }
  const area = units.named(codeFrom(value))
  return area ? { area } : { finding: { place, code: 'unknown_code', level: 'refused', detail: value } }
}

function labelOf({ place, properties }: Outline, names: ReadonlyMap<number, string>): string {
  const known = names.get(place)
  if (known) return known
  const own = Object.entries(properties).find(([name]) => /name|ten/.test(foldName(name)))
  return own?.[1] ?? ''
}
