import { sql } from 'kysely'
import { newId } from '#kernel/chance'
import type { CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { isValidOn, type Area } from '../domain/area.ts'
import type { GeographyTables } from '../db/tables.ts'

/** The whole register in memory: about fifteen thousand units, the same for everybody. */
export type AreaRegister = {
  readonly byId: ReadonlyMap<number, Area>
  readonly byCode: ReadonlyMap<string, readonly Area[]>
  readonly children: ReadonlyMap<number, readonly Area[]>
  /** What became of a unit, the larger share first. */
  readonly successors: ReadonlyMap<number, readonly number[]>
  readonly within: ReadonlyMap<number, readonly number[]>
}

let cached: { version: string; register: AreaRegister; until: number } | undefined
const asked = new WeakMap<Ctx, Promise<AreaRegister>>()

/** Units change by law, so a request may take them for what they were a second ago; whoever edits them sees it at once. */
const aMoment = 1_000
let renewedAt = -Infinity

/** The register as this request sees it; read again only when its version in the settings has changed. */
export function areaRegister(ctx: Ctx): Promise<AreaRegister> {
  const known = asked.get(ctx)
  if (known) return known
  if (cached && performance.now() < cached.until) return Promise.resolve(cached.register)
  const reading = readRegister(ctx)
  asked.set(ctx, reading)
  return reading
}

/** Tells every process that units, changes or containment were edited. */
export async function renewRegister(ctx: Ctx): Promise<void> {
  asked.delete(ctx)
  renewedAt = performance.now()
  if (cached) cached = { ...cached, until: renewedAt }
  await sql`insert into platform.setting (key, value) values ('geography.edition', to_jsonb(${newId()}::text))
    on conflict (key) do update set value = excluded.value`.execute(ctx.db())
}

async function readRegister(ctx: Ctx): Promise<AreaRegister> {
  const { rows } = await sql<{ version: string | null; isOwn: boolean | null }>`
    select string_agg(value #>> '{}', ':' order by key) as version,
      bool_or(xmin = pg_current_xact_id_if_assigned()::xid) as "isOwn"
    from platform.setting where key in ('geography.version', 'geography.edition')`.execute(ctx.db())
  const { version: told, isOwn } = rows[0]! // One row of sums, whatever there is.
  const version = told ?? 'none'
  const moment = performance.now()
  // An edit of this very transaction, or one just made here, may yet be taken back: nobody else takes it for what is.
  const until = isOwn === true || moment < renewedAt + aMoment ? moment : moment + aMoment
  if (cached?.version === version) {
    cached = { ...cached, until }
    return cached.register
  }
  const db = ctx.db<GeographyTables>()
  const areas = await db
    .selectFrom('geography.area')
    .select(['id', 'code', 'name', 'kind', 'level', 'parentId', 'during'])
    .orderBy('code')
    .orderBy('id')
    .execute()
  const changes = await db
    .selectFrom('geography.areaChange')
    .select(['fromId', 'toId'])
    .orderBy('share', 'desc')
    .orderBy('toId')
    .execute()
  const containment = await db.selectFrom('geography.areaWithin').select(['withinId', 'areaId']).execute()
  const register: AreaRegister = {
    byId: new Map(areas.map((area) => [area.id, area])),
    byCode: Map.groupBy(areas, ({ code }) => code),
    children: Map.groupBy(
      areas.filter(({ parentId }) => parentId !== null),
      ({ parentId }) => parentId!,
    ),
    successors: collect(changes.map(({ fromId, toId }) => [fromId, toId])),
    within: collect(containment.map(({ withinId, areaId }) => [withinId, areaId])),
  }
  cached = { version, register, until }
  return register
}

function collect(pairs: readonly (readonly [number, number])[]): Map<number, number[]> {
  const collected = new Map<number, number[]>()
  for (const [key, value] of pairs) {
    const values = collected.get(key)
    if (values) values.push(value)
    else collected.set(key, [value])
  }
  return collected
}

/** What a unit had become on a day; the last it became before that day where the day lies outside what we know. */
export function becameOn(register: AreaRegister, id: number, day: CivilDate): number {
  const area = register.byId.get(id)
  if (!area || isValidOn(area, day) || area.during.until === null || day < area.during.until) return id
  const next = register.successors.get(id)?.map((one) => register.byId.get(one)!)
  const begun = next?.find(({ during }) => during.from === null || during.from <= day)
  return begun ? becameOn(register, begun.id, day) : id
}

/** Everything a unit had become by a day; itself as long as it was valid, or where nothing is known to have followed. */
export function partsOn(register: AreaRegister, id: number, day: CivilDate): number[] {
  const area = register.byId.get(id)
  if (!area || isValidOn(area, day) || area.during.until === null || day < area.during.until) return [id]
  const begun = (register.successors.get(id) ?? [])
    .map((one) => register.byId.get(one)!)
    .filter(({ during }) => during.from === null || during.from <= day)
  return begun.length > 0 ? begun.flatMap((part) => partsOn(register, part.id, day)) : [id]
}

/** The unit and everything above it, nearest first. */
export function withParents(register: AreaRegister, id: number): Area[] {
  const area = register.byId.get(id)
  if (!area) return []
  return [area, ...(area.parentId === null ? [] : withParents(register, area.parentId))]
}
