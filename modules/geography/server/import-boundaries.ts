import { sql } from 'kysely'
import { newId } from '#kernel/chance'
import type { CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { lock } from '#platform/server/request'
import { isWithinArea } from '#platform/server/scope'
import type { GeographyTables } from '../db/tables.ts'
import { isValidOn, type Area } from '../domain/area.ts'
import { communesOf } from './areas.ts'
import { readBoundaries, type BoundaryFile, type UnitOutline } from './read-boundaries.ts'
import { areaRegister, withParents } from './register.ts'

/** Looks at a file of outlines of the communes of a day, and keeps those that are sound where that is asked. */
export async function importBoundaries(ctx: Ctx, file: BoundaryFile) {
  const register = await areaRegister(ctx)
  const { on, source, note, isSchematic } = file
  return readBoundaries(file, {
    named: (code) =>
      register.byCode
        .get(code)
        ?.find((area) => area.level === 3 && isValidOn(area, on) && isWithinArea(ctx.actor, area.id)),
    missingFrom: (drawn) => missingFrom(ctx, drawn, on),
    keep: (outlines) =>
      keepOutlines(
        ctx,
        on,
        outlines.map((outline) => ({ ...outline, source, note, isSchematic })),
      ),
  })
}

/** Communes of the same provinces that no outline is of. */
async function missingFrom(ctx: Ctx, drawn: readonly Area[], on: CivilDate): Promise<string[]> {
  const register = await areaRegister(ctx)
  const provinces = new Set(
    drawn.map(({ id }) => withParents(register, id).find(({ level }) => level === 1)?.id),
  )
  const known = new Set(drawn.map(({ id }) => id))
  const missing: string[] = []
  for (const province of provinces)
    if (province !== undefined)
      for (const id of await communesOf(ctx, province, on))
        if (!known.has(id)) missing.push(register.byId.get(id)!.name)
  return missing
}

type Kept = UnitOutline & Pick<BoundaryFile, 'source' | 'note' | 'isSchematic'>

/** Keeps outlines of communes as they are on a day, in the place of what was drawn of the same land before. */
export async function keepOutlines(ctx: Ctx, on: CivilDate, outlines: readonly Kept[]): Promise<void> {
  if (outlines.length === 0) return
  await lock(ctx, 'geography.boundary')
  const db = ctx.db<GeographyTables>()
  const importId = newId()
  const since = await landSince(
    ctx,
    outlines.map(({ area }) => area),
    on,
  )
  await sql`
    update geography.boundary set replaced_at = ${ctx.now}::timestamptz
    from unnest(${outlines.map(({ area }) => area.id)}::integer[], ${outlines.map(({ area }) => since.get(area.id) ?? null)}::date[])
      as drawn (unit_id, day)
    where replaced_at is null and area_id = unit_id and since is not distinct from day`.execute(ctx.db())
  await db
    .insertInto('geography.boundary')
    .values(
      outlines.map(({ area, polygons, areaKm2, source, note, isSchematic }) => ({
        areaId: area.id,
        since: since.get(area.id) ?? null,
        rings: JSON.stringify(polygons),
        areaKm2: areaKm2.toFixed(3),
        source,
        note,
        isSchematic,
        importId,
        importedAt: ctx.now,
        importedBy: ctx.actor.userId,
      })),
    )
    .execute()
  ctx.audit({
    action: 'geography.boundaries_imported',
    subject: importId,
    details: { outlines: outlines.length, on },
  })
}

/** Which of these communes have an outline that holds since a day or later. */
export async function outlinedSince(
  ctx: Ctx,
  areaIds: readonly number[],
  on: CivilDate,
): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ areaId: number }>`
    select area_id from geography.boundary
    where replaced_at is null and since >= ${on}::date and area_id = any(${[...areaIds]}::integer[])`.execute(
    ctx.db(),
  )
  return new Set(rows.map(({ areaId }) => areaId))
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
