import { contains, type Period } from '#kernel/period'
import type { CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import type { GeographyTables } from '../db/tables.ts'
import { areaIdOf, bareName, countryId, isValidOn, levelOfCode, type Area } from '../domain/area.ts'
import { problems } from '../domain/problems.ts'
import { areaRegister, becameOn, withParents, type AreaRegister } from './register.ts'

/** The unit that had a code on a day; the code says the level. */
export async function findArea(
  ctx: Ctx,
  { code, on = ctx.today }: { code: string; on?: CivilDate | undefined },
): Promise<Area | undefined> {
  const level = levelOfCode(code)
  const { byCode } = await areaRegister(ctx)
  return byCode.get(code)?.find((area) => area.level === level && isValidOn(area, on))
}

export async function getArea(ctx: Ctx, id: number): Promise<Area> {
  const { byId } = await areaRegister(ctx)
  const area = byId.get(id)
  if (!area) throw problems('area_not_found', { id })
  return area
}

/** Whether somebody can live in a unit from a day on: it is a commune, and has not become another by then. */
export async function isLivedIn(ctx: Ctx, id: number, from: CivilDate | null): Promise<boolean> {
  return (await homesKnown(ctx))(id, from)
}

/** The same for many, asked of one look at the units. */
export async function homesKnown(ctx: Ctx): Promise<(id: number, from: CivilDate | null) => boolean> {
  const { byId } = await areaRegister(ctx)
  return (id, from) => {
    const area = byId.get(id)
    if (area?.level !== 3) return false
    const { until } = area.during
    return until === null || from === null || from < until
  }
}

/** What each unit had become on a day; itself as long as it was valid, or where nothing is known to have followed. */
export async function areaAt(ctx: Ctx, ids: Iterable<number>, day: CivilDate): Promise<Map<number, number>> {
  const register = await areaRegister(ctx)
  return new Map(Array.from(ids, (id) => [id, becameOn(register, id, day)]))
}

/** The communes of a day on the land of a unit, which may itself be of another time. */
export async function communesOf(ctx: Ctx, areaId: number, day: CivilDate): Promise<number[]> {
  const register = await areaRegister(ctx)
  const communes = new Set<number>()
  for (const id of register.within.get(areaId) ?? []) {
    if (register.byId.get(id)?.level !== 3) continue
    const became = register.byId.get(becameOn(register, id, day))
    if (became && isValidOn(became, day)) communes.add(became.id)
  }
  return [...communes].toSorted((a, b) => a - b)
}

/** The unit and every unit within it, by hierarchy or by succession. */
export async function areaIdsWithin(ctx: Ctx, areaId: number): Promise<readonly number[]> {
  const register = await areaRegister(ctx)
  return register.within.get(areaId) ?? []
}

/** The name of each unit with its kind: «Xã Sao Đại Việt». */
export async function areaNames(ctx: Ctx, ids: Iterable<number>): Promise<Map<number, string>> {
  const { byId } = await areaRegister(ctx)
  return new Map(
    Array.from(ids, (id) => byId.get(id))
      .filter((area) => area !== undefined)
      .map((area) => [area.id, area.name]),
  )
}

/** The name of each unit with those above it, the country left out: «Xã Bồ Sao, Huyện Vĩnh Tường, Tỉnh Vĩnh Phúc». */
export async function areaPaths(ctx: Ctx, ids: Iterable<number>): Promise<Map<number, string>> {
  const register = await areaRegister(ctx)
  return new Map(
    Array.from(ids, (id) => [
      id,
      withParents(register, id)
        .filter((area) => area.id !== countryId)
        .map(({ name }) => name)
        .join(', '),
    ]),
  )
}

const names = new WeakMap<AreaRegister, Map<string, Area[]>>()

/** Every unit of any time whose name is this, marks, case and the word for its kind left out. */
export async function areasNamed(ctx: Ctx, name: string): Promise<readonly Area[]> {
  const register = await areaRegister(ctx)
  let byName = names.get(register)
  if (!byName)
    names.set(register, (byName = Map.groupBy(register.byId.values(), (area) => bareName(area.name))))
  return byName.get(bareName(name)) ?? []
}

/** Whose own higher standard holds on the land of a unit: it belongs to the territory, not to today’s code. */
export type Territory = 'vinh-phuc' | 'central'

const formerVinhPhuc = areaIdOf(1, '26', null)

/** The territory of each unit: former Vĩnh Phúc with all that lay in it and what followed below a province, or none. */
export async function territoryOf(ctx: Ctx, ids: Iterable<number>): Promise<Map<number, Territory>> {
  const register = await areaRegister(ctx)
  const inside = new Set(register.within.get(formerVinhPhuc))
  for (const id of inside)
    for (const next of register.successors.get(id) ?? [])
      if (register.byId.get(next)?.level === 3) inside.add(next) // A set visits what is added while it is walked.
  return new Map(Array.from(ids, (id) => [id, inside.has(id) ? 'vinh-phuc' : 'central']))
}

/** A commune or village on a dated list, as the list names it. */
export type Classified = {
  readonly areaId: number
  readonly village: string | null
  readonly kind: 'extremely_difficult' | 'mountainous'
  readonly during: Period
  readonly act: string
  readonly certain: boolean
}

/** Every unit on a list of units in extreme difficulty («xã, thôn đặc biệt khó khăn»), with the time it is on it. */
export function difficultAreas(ctx: Ctx): Promise<Classified[]> {
  return ctx
    .db<GeographyTables>()
    .selectFrom('geography.classification')
    .select(['areaId', 'village', 'kind', 'during', 'act', 'certain'])
    .where('kind', '=', 'extremely_difficult')
    .orderBy('areaId')
    .execute()
}

/** Whether a place was on the list on a day; a whole unit counts for all its villages. */
export function isDifficultArea(
  areas: readonly Classified[],
  { areaId, village, on }: { areaId: number; village: string | null; on: CivilDate },
): boolean {
  const named = village === null ? null : bareName(village)
  return areas.some(
    (area) =>
      area.areaId === areaId &&
      contains(area.during, on) &&
      (area.village === null || (named !== null && bareName(area.village) === named)),
  )
}
