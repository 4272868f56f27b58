import { sql } from 'kysely'
import { isDeepStrictEqual } from 'node:util'
import type { CivilDate, Instant } from '#kernel/civil-date'
import { rangeOf } from '#kernel/period'
import type { Ctx } from '#platform/server/context'
import type { PlatformTables } from '#platform/server/tables'
import { plainStanding, type Standing } from '../domain/standing.ts'
import type { Stood } from '../domain/stood.ts'
import { packedLayout, packStanding } from './packed-standing.ts'
import type { DifferingFacts, EntitlementTables } from './tables.ts'

/** How a person stood over a period in which nothing but ages changed, and in which unit they lived. */
export type StandingPeriod = Stood & { readonly areaId: number }

/** Leaves out what is so of everybody of whom nothing is known. */
export function differingFacts(standing: Standing): DifferingFacts {
  const facts: Readonly<Record<string, unknown>> = standing
  const plain: Readonly<Record<string, unknown>> = plainStanding
  const differing: Record<string, unknown> = {}
  for (const fact in facts) {
    const value = facts[fact]
    if (plain[fact] !== value && !(Array.isArray(value) && value.length === 0)) differing[fact] = value
  }
  return differing as DifferingFacts // The birth date is no plain fact, so it is there.
}

export function standingOf(facts: DifferingFacts): Standing {
  return { ...plainStanding, ...facts }
}

/** Makes the rows of these people say exactly this, leaves alone whoever is right already, and returns the others. */
export async function writeStandings(
  ctx: Ctx,
  people: ReadonlyMap<string, readonly StandingPeriod[]>,
): Promise<string[]> {
  const db = ctx.db<EntitlementTables>()
  const stored = await db
    .selectFrom('entitlement.standing')
    .select(['personId', 'during', 'areaId', 'facts', 'shareTurns'])
    .where(sql<boolean>`person_id = any(${[...people.keys()]}::uuid[])`)
    .orderBy('during')
    .execute()
  const known = Map.groupBy(stored, ({ personId }) => personId)
  const differing = [...people].flatMap(([personId, periods]) => {
    const rows = periods.map(({ during, areaId, standing, shareTurns }) => ({
      personId,
      during,
      areaId,
      facts: differingFacts(standing),
      shareTurns,
    }))
    return isDeepStrictEqual(rows, known.get(personId) ?? []) ? [] : [{ personId, rows }]
  })
  const ids = differing.map(({ personId }) => personId)
  const stale = ids.filter((personId) => known.has(personId))
  if (stale.length > 0)
    await sql`delete from entitlement.standing where person_id = any(${stale}::uuid[])`.execute(db)
  if (ids.length === 0) return ids
  // One document for thousands of rows, which costs one statement.
  const rows = differing.flatMap((person) =>
    person.rows.map(({ during, ...row }) => ({ ...row, during: rangeOf(during), packed: packed(row) })),
  )
  await sql`
    insert into entitlement.standing (person_id, during, area_id, facts, share_turns, packed)
    select "personId", during, "areaId", facts, "shareTurns", decode(packed, 'hex')
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as fresh ("personId" uuid, during daterange, "areaId" integer, facts jsonb, "shareTurns" boolean, packed text)`.execute(
    db,
  )
  return ids
}

function packed({ facts, shareTurns }: { facts: DifferingFacts; shareTurns: boolean }) {
  return packStanding(standingOf(facts), shareTurns).toString('hex')
}

const layoutSetting = 'entitlement.layout'
const repackedAtOnce = 20_000

/**
 * Packs every standing again where the layout is not the one they were packed in: after an update that knows another
 * fact, or the first that packs them at all. Nobody stands otherwise for it.
 */
export async function repackStandings(ctx: Ctx) {
  const db = ctx.db<EntitlementTables & PlatformTables>()
  const setting = await db
    .selectFrom('platform.setting')
    .select('value')
    .where('key', '=', layoutSetting)
    .executeTakeFirst()
  if (setting?.value === packedLayout) return
  for (let after = null as { personId: string; from: CivilDate } | null; ;) {
    const { rows } = await sql<{
      personId: string
      from: CivilDate
      facts: DifferingFacts
      shareTurns: boolean
    }>`
      select person_id, lower(during) as "from", facts, share_turns from entitlement.standing
      where (person_id, lower(during)) >
        (coalesce(${after?.personId ?? null}::uuid, '00000000-0000-0000-0000-000000000000'),
         coalesce(${after?.from ?? null}::date, '-infinity'))
      order by person_id, lower(during) limit ${repackedAtOnce}`.execute(db)
    if (rows.length === 0) break
    await sql`
      update entitlement.standing set packed = decode(fresh.packed, 'hex')
      from unnest(${rows.map(({ personId }) => personId)}::uuid[], ${rows.map(({ from }) => from)}::date[],
        ${rows.map(packed)}::text[]) as fresh (person_id, "from", packed)
      where standing.person_id = fresh.person_id and lower(during) = "from"`.execute(db)
    after = rows.at(-1)!
  }
  const value = JSON.stringify(packedLayout)
  await db
    .insertInto('platform.setting')
    .values({ key: layoutSetting, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}

/** How each person stood on a day, in the order asked; undefined where the register knows of no standing. */
export async function findStandings(
  ctx: Ctx,
  asked: readonly { readonly personId: string; readonly day: CivilDate }[],
): Promise<(Omit<Stood, 'during'> | undefined)[]> {
  if (asked.length === 0) return []
  const { rows } = await sql<{ place: number; facts: DifferingFacts; shareTurns: boolean }>`
    select wanted.place, standing.facts, standing.share_turns
    from rows from (json_to_recordset(${JSON.stringify(asked)}::json) as ("personId" uuid, day date))
      with ordinality as wanted ("personId", day, place)
    join entitlement.standing on standing.person_id = wanted."personId" and standing.during @> wanted.day`.execute(
    ctx.db(),
  )
  const found: (Omit<Stood, 'during'> | undefined)[] = asked.map(() => undefined)
  for (const { place, facts, shareTurns } of rows)
    found[place - 1] = { standing: standingOf(facts), shareTurns }
  return found
}

/** Which of these people ever stood as a single parent or as a child without parents: whose standing rests on their allowance. */
export async function listLeaningOnAllowance(ctx: Ctx, personIds: readonly string[]): Promise<string[]> {
  if (personIds.length === 0) return []
  const { rows } = await sql<{ personId: string }>`
    select distinct person_id from entitlement.standing
    where person_id = any(${[...personIds]}::uuid[]) and facts ?| array['singleParent', 'father', 'mother', 'abandoned']`.execute(
    ctx.db(),
  )
  return rows.map(({ personId }) => personId)
}

/**
 * Notes that the rights of these people are to be looked at again. Of whom it is noted already no row is touched: whoever
 * notes it of them too would have to wait.
 */
export async function noteChanged(ctx: Ctx, personIds: readonly string[]) {
  if (personIds.length === 0) return
  await sql`
    insert into entitlement.changed (person_id, changed_at)
    select distinct person_id, ${ctx.now}::timestamptz from unnest(${[...personIds]}::uuid[]) as told (person_id)
    where not exists (
      select from entitlement.changed as noted
      where noted.person_id = told.person_id and noted.changed_at >= ${ctx.now}::timestamptz)
    on conflict (person_id) do update set changed_at = excluded.changed_at
      where changed.changed_at < excluded.changed_at`.execute(ctx.db())
}

/** Who has, or ever had, an award, and changed after a moment: whose earlier months may now come out otherwise. */
export async function listChangedSince(ctx: Ctx, moment: Instant): Promise<string[]> {
  const rows = await ctx
    .db<EntitlementTables>()
    .selectFrom('entitlement.changed')
    .select('personId')
    .where('changedAt', '>', moment)
    .where(sql<boolean>`exists (select from entitlement.award where award.person_id = changed.person_id)`)
    .orderBy('personId')
    .execute()
  return rows.map(({ personId }) => personId)
}
