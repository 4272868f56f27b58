import { sql } from 'kysely'
import type { Ctx } from '#platform/server/context'
import { getRecordForUpdate, recorded, retract, type FactTable, type Person } from '../db/facts.ts'
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

/** Rows of which several hold side by side; of the identity there is one. */
const facts = (Object.keys(columns) as FactTable[]) // Its keys are the tables.
  .filter((table) => table !== 'people.personVersion')

type Undoing = {
  readonly mergeId: string
  /** What a former head is in a household that has got another head since. */
  readonly formerHeadBecomes: string
}

/** Whether a number was checked since is no other number. */
const saying = (table: FactTable) => columns[table].split(', ').filter((column) => column !== 'verified_on')

/**
 * Makes two records of one again («tách hồ sơ đã gộp»), each with exactly what it said before: what the merge wrote is
 * retracted, and what it retracted is written again. A field of the identity that was corrected since stays corrected, and so does
 * whoever heads a household since; where anything else the merge wrote no longer holds, nothing is undone.
 */
export function undoMerge(
  ctx: Ctx,
  { mergeId, formerHeadBecomes }: Undoing,
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
    const records = new Map<string, Person>()
    for (const id of [keptId, mergedId].toSorted()) records.set(id, await getRecordForUpdate(ctx, id))
    const kept = records.get(keptId)! // Both were read just now.
    if (kept.mergedInto !== null) throw problems('person_merged', { personId: keptId, into: kept.mergedInto })
    const { standing, changed } = await stillSaid(ctx, wrote)
    // Nobody dies by a merge: what has ended with a death that was told since holds again once that is undone.
    const diedSince = records.get(mergedId)!.diedOn === null ? kept.diedOn : null
    if (changed.length > 0) throw problems('changed_since_merge', { tables: changed, diedSince })
    for (const [table, ids] of standing) await retract(ctx, table, ids)
    for (const table of facts) {
      const ids = tookBack[table] ?? []
      if (table === 'people.membership') await joinAgain(ctx, ids, formerHeadBecomes)
      else await writeAgain(ctx, table, ids)
    }
    await giveIdentityBack(ctx, keptId, { wrote, tookBack })
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

type Said = { readonly standing: ReadonlyMap<FactTable, string[]>; readonly changed: readonly string[] }

/** The rows that say today what the merge wrote, written by it or, put back, by somebody else; and the tables where some say it no more. */
async function stillSaid(ctx: Ctx, wrote: RowIds): Promise<Said> {
  const standing = new Map<FactTable, string[]>()
  const changed: string[] = []
  for (const table of facts) {
    const ids = wrote[table] ?? []
    if (ids.length === 0) continue
    const same = saying(table).map((column) => `present.${column} is not distinct from written.${column}`)
    const { rows } = await sql<{ id: string }>`
      select distinct on (written.id) present.id from ${sql.table(table)} as written
      join ${sql.table(table)} as present on present.retracted_at is null and ${sql.raw(same.join(' and '))}
      where written.id = any(${[...ids]}::uuid[]) order by written.id, present.id = written.id desc`.execute(
      ctx.db(),
    )
    if (rows.length < ids.length) changed.push(table.slice('people.'.length))
    standing.set(
      table,
      rows.map(({ id }) => id),
    )
  }
  return { standing, changed }
}

/** Each field the merge took is as it was before; one that somebody has corrected since stays as they corrected it. */
async function giveIdentityBack(
  ctx: Ctx,
  keptId: string,
  { wrote, tookBack }: { readonly wrote: RowIds; readonly tookBack: RowIds },
) {
  const [writtenId] = wrote['people.personVersion'] ?? []
  const [formerId] = tookBack['people.personVersion'] ?? []
  if (writtenId === undefined || formerId === undefined) return
  const versions = await ctx
    .db<PeopleTables>()
    .selectFrom('people.personVersion')
    .selectAll()
    .where((where) =>
      where.or([
        where('id', 'in', [writtenId, formerId]),
        where.and([where('personId', '=', keptId), where('retractedAt', 'is', null)]),
      ]),
    )
    .execute()
  const written = versions.find(({ id }) => id === writtenId)!
  const former = versions.find(({ id }) => id === formerId)!
  const present = versions.find(({ retractedAt }) => retractedAt === null)!
  const [was, became, is] = [identityOf(former), identityOf(written), identityOf(present)]
  const isCorrected = (field: keyof typeof is) => is[field] !== became[field]
  // A birth goes with what is known of it.
  const isBirthCorrected = isCorrected('born') || isCorrected('bornPrecision')
  const fields = Object.keys(is) as (keyof typeof is)[] // The fields of an identity.
  const kept = fields.filter((field) =>
    field === 'born' || field === 'bornPrecision' ? isBirthCorrected : isCorrected(field),
  )
  const identity = { ...was, ...Object.fromEntries(kept.map((field) => [field, is[field]])) }
  await retract(ctx, 'people.personVersion', [present.id])
  const { source } = kept.length > 0 ? present : former
  await ctx
    .db<PeopleTables>()
    .insertInto('people.personVersion')
    .values({ personId: keptId, ...identity, ...recorded(ctx, source) })
    .execute()
}

async function writeAgain(ctx: Ctx, table: FactTable, ids: readonly string[]) {
  if (ids.length === 0) return
  const own = sql.raw(columns[table])
  await sql`
    insert into ${sql.table(table)} (${own}, source, recorded_at, recorded_by)
    select ${own}, source, ${ctx.now}, ${ctx.actor.userId}::uuid
    from ${sql.table(table)} where id = any(${[...ids]}::uuid[])`.execute(ctx.db())
}

/** As `writeAgain`; a household keeps the heads it has got since, and for as long as there is another one a former head is a member of it. */
async function joinAgain(ctx: Ctx, ids: readonly string[], formerHeadBecomes: string) {
  if (ids.length === 0) return
  await sql`
    with former as (
      select household_id, person_id, is_head, relation_to_head, datemultirange(during) as during, source,
        case when is_head then (
          select coalesce(range_agg(other.during), '{}') from people.membership as other
          where other.household_id = membership.household_id and other.person_id <> membership.person_id and other.is_head
            and other.retracted_at is null) else '{}' end as headed
      from people.membership where id = any(${[...ids]}::uuid[])),
    piece as (
      select household_id, person_id, is_head, relation_to_head, source, unnest(during - headed) as during from former
      union all
      select household_id, person_id, false, ${formerHeadBecomes}, source, unnest(during * headed) from former)
    insert into people.membership (household_id, person_id, is_head, relation_to_head, during, source, recorded_at, recorded_by)
    select household_id, person_id, is_head, relation_to_head, during, source, ${ctx.now}::timestamptz,
      ${ctx.actor.userId}::uuid from piece`.execute(ctx.db())
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
