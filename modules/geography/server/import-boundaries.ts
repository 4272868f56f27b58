import { sql } from 'kysely'
import { newId } from '#kernel/chance'
import type { CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { lock } from '#platform/server/request'
import { isWithinArea } from '#platform/server/scope'
import type { GeographyTables } from '../db/tables.ts'
import { foldName, isValidOn, type Area } from '../domain/area.ts'
import {
  checkOutline,
  checkTogether,
  defaultTolerance,
  type OutlineFinding,
  type SoundOutline,
} from '../domain/boundaries/check-outlines.ts'
import { readMapJson, UnreadableMap, type Outline } from '../domain/boundaries/read-geojson.ts'
import { problems } from '../domain/problems.ts'
import { communesOf } from './areas.ts'
import { areaRegister, withParents, type AreaRegister } from './register.ts'

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

type Placed = { readonly outline: SoundOutline; readonly area: Area }

/** Looks at the outlines of a file, each and all together, and keeps those that are sound where that is asked. */
export async function importBoundaries(ctx: Ctx, file: BoundaryFile) {
  const outlines = await readOutlines(file)
  const properties = propertiesIn(outlines)
  const register = await areaRegister(ctx)
  const codeProperty = file.codeProperty ?? guessCode(outlines, register, file.on)
  const findings: OutlineFinding[] = []
  const placed: Placed[] = []
  const seen = new Map<number, number>()
  const names = new Map<number, string>()
  if (codeProperty !== undefined)
    for (const outline of outlines) {
      const { area, finding } = unitOf(ctx, { register, outline, codeProperty, on: file.on })
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
  const kept = file.isKept ? await keep(ctx, file, good) : 0
  return {
    outlines: outlines.length,
    properties,
    codeProperty: codeProperty ?? null,
    sound: good.length,
    kept,
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
    missing: await missingFrom(ctx, placed, file.on),
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

/** The property that names the most communes of the day. */
function guessCode(outlines: readonly Outline[], register: AreaRegister, on: CivilDate): string | undefined {
  const hits = new Map<string, number>()
  for (const { properties } of outlines)
    for (const [name, value] of Object.entries(properties))
      if (communeOn(register, codeFrom(value), on)) hits.set(name, (hits.get(name) ?? 0) + 1)
  return [...hits].toSorted(([, one], [, other]) => other - one)[0]?.[0]
}

/** Spreadsheets and .dbf files drop zeros in front, or make numbers with a point of codes. */
function codeFrom(value: string): string {
  const digits = value.replace(/\.0+$/, '')
  return /^\d{3,5}$/.test(digits) ? digits.padStart(5, '0') : digits
}

function communeOn(register: AreaRegister, code: string, on: CivilDate): Area | undefined {
  return register.byCode.get(code)?.find((area) => area.level === 3 && isValidOn(area, on))
}

function unitOf(
  ctx: Ctx,
  {
    register,
    outline: { place, properties },
    codeProperty,
    on,
  }: { register: AreaRegister; outline: Outline; codeProperty: string; on: CivilDate },
): { area?: Area; finding?: OutlineFinding } {
  const value = properties[codeProperty] ?? ''
  if (value === '') return { finding: { place, code: 'no_code', level: 'refused', detail: null } }
  const area = communeOn(register, codeFrom(value), on)
  if (!area || !isWithinArea(ctx.actor, area.id))
    return { finding: { place, code: 'unknown_code', level: 'refused', detail: value } }
  return { area }
}

function labelOf({ place, properties }: Outline, names: ReadonlyMap<number, string>): string {
  const known = names.get(place)
  if (known) return known
  const own = Object.entries(properties).find(([name]) => /name|ten/.test(foldName(name)))
  return own?.[1] ?? ''
}

/** Communes of the same provinces that no outline is of. */
async function missingFrom(ctx: Ctx, placed: readonly Placed[], on: CivilDate) {
  const register = await areaRegister(ctx)
  const provinces = new Set(
    placed.map(({ area }) => withParents(register, area.id).find(({ level }) => level === 1)?.id),
  )
  const drawn = new Set(placed.map(({ area }) => area.id))
  const missing: string[] = []
  for (const province of provinces)
    if (province !== undefined)
      for (const id of await communesOf(ctx, province, on))
        if (!drawn.has(id)) missing.push(register.byId.get(id)!.name)
  return { count: missing.length, first: missing.slice(0, 20) }
}

async function keep(ctx: Ctx, file: BoundaryFile, good: readonly Placed[]): Promise<number> {
  if (good.length === 0) throw problems('no_sound_outline')
  await lock(ctx, 'geography.boundary')
  const db = ctx.db<GeographyTables>()
  const importId = newId()
  const since = await landSince(
    ctx,
    good.map(({ area }) => area),
    file.on,
  )
  await sql`
    update geography.boundary set replaced_at = ${ctx.now}::timestamptz
    from unnest(${good.map(({ area }) => area.id)}::integer[], ${good.map(({ area }) => since.get(area.id) ?? null)}::date[])
      as drawn (unit_id, day)
    where replaced_at is null and area_id = unit_id and since is not distinct from day`.execute(ctx.db())
  await db
    .insertInto('geography.boundary')
    .values(
      good.map(({ outline, area }) => ({
        areaId: area.id,
        since: since.get(area.id) ?? null,
        rings: JSON.stringify(outline.polygons),
        areaKm2: outline.areaKm2.toFixed(3),
        source: file.source,
        note: file.note,
        isSchematic: file.isSchematic,
        importId,
        importedAt: ctx.now,
        importedBy: ctx.actor.userId,
      })),
    )
    .execute()
  ctx.audit({
    action: 'geography.boundaries_imported',
    subject: importId,
    details: { outlines: good.length, on: file.on },
  })
  return good.length
}

/** Since when each unit has had the land it has on a day: since it began, or since it last took others in. */
async function landSince(ctx: Ctx, areas: readonly Area[], on: CivilDate) {
  const { rows } = await sql<{ areaId: number; day: CivilDate }>`
    select to_id as area_id, max(effective) as day from geography.area_change
    where to_id = any(${areas.map(({ id }) => id)}::integer[]) and effective <= ${on}::date group by 1`.execute(
    ctx.db(),
  )
  const grown = new Map(rows.map(({ areaId, day }) => [areaId, day]))
  return new Map(areas.map(({ id, during }) => [id, grown.get(id) ?? during.from]))
}
