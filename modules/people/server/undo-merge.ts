import { sql } from 'kysely'
import type { Ctx } from '#platform/server/context'
import { getRecordForUpdate, retract, type FactTable } from '../db/facts.ts'
import type { MatchTables, RowIds } from '../db/match-tables.ts'
import type { PeopleTables } from '../db/tables.ts'
import { personKeys } from '../domain/name.ts'
import { problems } from '../domain/problems.ts'
import { refusing } from './command.ts'
import { identityOf } from './correct-identity.ts'
import { pointTo, touch } from './merge-trail.ts'

/** The columns of each table that say something of a person, as they are written again. */
const columns: Readonly<Record<FactTable, string>> = {
  'people.personVersion': 'person_id, full_name, sex, born, born_precision, died_on, ethnic_group, phone',
  'people.identifier': 'person_id, kind, number, verified_on',
  'people.residence': 'person_id, area_id, village, address, during',
  'people.membership': 'person_id, household_id, is_head, relation_to_head, during',
  'people.relation': 'person_id, other_id, kind, detail, during',
  'people.circumstance': 'person_id, household_id, kind, detail, evidence, during',
}

const tables = Object.keys(columns) as FactTable[] // Its keys are the tables.

/**
 * Makes two records of one again («tách hồ sơ đã gộp»), each with exactly what it said before: what the merge wrote is
 * retracted, and what it retracted is written again. Where somebody has built on it since, nothing is undone.
 */
export function undoMerge(
  ctx: Ctx,
  { mergeId }: { readonly mergeId: string },
): Promise<{ keptId: string; mergedId: string }> {
  return refusing(async () => {
    const db = ctx.db<MatchTables>()
    const merge = await db
      .selectFrom('people.merge')
      .select(['keptId', 'mergedId', 'wrote', 'tookBack'])
      .where('id', '=', mergeId)
      .where('retractedAt', 'is', null)
      .forUpdate()
      .executeTakeFirstOrThrow(() => problems('merge_not_found', { mergeId }))
    const { keptId, mergedId, wrote, tookBack } = merge
    for (const id of [keptId, mergedId].toSorted()) {
      const { mergedInto } = await getRecordForUpdate(ctx, id)
      if (id === keptId && mergedInto !== null)
        throw problems('person_merged', { personId: keptId, into: mergedInto })
    }
    await assertUntouched(ctx, wrote)
    for (const table of tables) await retract(ctx, table, wrote[table] ?? [])
    for (const table of tables) await writeAgain(ctx, table, tookBack[table] ?? [])
    await pointTo(ctx, mergedId, null)
    await showPresent(ctx, keptId)
    await db
      .updateTable('people.merge')
      .set({ retractedAt: ctx.now, retractedBy: ctx.actor.userId })
      .where('id', '=', mergeId)
      .execute()
    await touch(ctx, [keptId, mergedId])
    return { keptId, mergedId }
  })
}

async function assertUntouched(ctx: Ctx, wrote: RowIds) {
  const changed: string[] = []
  for (const table of tables) {
    const ids = wrote[table] ?? []
    if (ids.length === 0) continue
    const rows = await ctx
      .db<PeopleTables>()
      .selectFrom(table)
      .select('id')
      .where('id', 'in', ids)
      .where('retractedAt', 'is', null)
      .execute()
    if (rows.length < ids.length) changed.push(table.slice('people.'.length))
  }
  if (changed.length > 0) throw problems('changed_since_merge', { tables: changed })
}

async function writeAgain(ctx: Ctx, table: FactTable, ids: readonly string[]) {
  if (ids.length === 0) return
  const own = sql.raw(columns[table])
  await sql`
    insert into ${sql.table(table)} (${own}, source, recorded_at, recorded_by)
    select ${own}, source, ${ctx.now}, ${ctx.actor.userId}::uuid
    from ${sql.table(table)} where id = any(${[...ids]}::uuid[])`.execute(ctx.db())
}

/** The row of the present follows the version and the home that hold again. */
async function showPresent(ctx: Ctx, personId: string) {
  const db = ctx.db<PeopleTables>()
  const version = await db
    .selectFrom('people.personVersion')
    .select(['fullName', 'sex', 'born', 'bornPrecision', 'diedOn', 'ethnicGroup', 'phone'])
    .where('personId', '=', personId)
    .where('retractedAt', 'is', null)
    .executeTakeFirstOrThrow()
  const home = await db
    .selectFrom('people.residence')
    .select(['areaId', 'village'])
    .where('personId', '=', personId)
    .where('retractedAt', 'is', null)
    .orderBy('during', 'desc')
    .executeTakeFirstOrThrow()
  const identity = identityOf(version)
  await db
    .updateTable('people.person')
    .set({
      ...identity,
      ...personKeys(identity.fullName),
      homeAreaId: home.areaId,
      homeVillage: home.village,
    })
    .where('id', '=', personId)
    .execute()
}
