import { sql } from 'kysely'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import type { Birth } from '../domain/birth-date.ts'
import type { IdentifierKind } from '../domain/identifier.ts'
import type { PeopleTables } from './tables.ts'

/** How many are looked at before the closest are chosen; more than that need one more fact anyway. */
export const most = 200

/** People for whom all terms hold, through the one index; the database keeps to the actor’s area. */
export async function findByWords(ctx: Ctx, terms: readonly string[], withDead: boolean): Promise<string[]> {
  if (terms.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select find_by_words as id from people.find_by_words(${terms.join(' & ')}::tsquery, ${withDead}, ${most})`.execute(
    ctx.db(),
  )
  return rows.map(({ id }) => id)
}

/** Everybody with these terms who was born then, by given name; a year of a whole province is looked through at most. */
export async function findBorn(
  ctx: Ctx,
  terms: readonly string[],
  { born, bornPrecision }: Birth,
  withDead: boolean,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select person.id
    from people.find_by_words(${terms.join(' & ')}::tsquery, ${withDead}, ${mostOfYear}) as found (id)
    join people.person on person.id = found.id
    where date_trunc(${bornPrecision}, person.born::timestamp) = ${born}::date
      and (${bornPrecision} = 'year' or person.born_precision in ('day', ${bornPrecision}))
      and ${withinArea(ctx, 'homeAreaId')}
    order by person.sort_key, person.born limit ${limit}`.execute(ctx.db())
  return rows.map(({ id }) => id)
}

/** Nobody’s province has more people of one year than this. */
const mostOfYear = 100_000

/** The first of those who live in these units, by given name: the first of each unit, and of those the first. */
export async function findInAreas(
  ctx: Ctx,
  areaIds: readonly number[],
  withDead: boolean,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select resident.id from unnest(${areaIds}::integer[]) as area (id), lateral (
      select person.id, person.sort_key, person.born from people.person
      where person.home_area_id = area.id and (${withDead} or person.died_on is null)
        and ${withinArea(ctx, 'homeAreaId')}
      order by person.sort_key limit ${limit}) as resident
    order by resident.sort_key, resident.born limit ${limit}`.execute(ctx.db())
  return rows.map(({ id }) => id)
}

/** Whose number begins with these digits, through the index that keeps numbers unique. */
export function findByNumberStart(ctx: Ctx, digits: string) {
  const kinds: readonly IdentifierKind[] = ['personal_id', 'legacy_id', 'social_insurance']
  return ctx
    .db<PeopleTables>()
    .selectFrom('people.identifier')
    .select('personId')
    .where('kind', 'in', kinds)
    .where('number', '>=', digits)
    .where('number', '<=', digits.padEnd(15, '9'))
    .where('retractedAt', 'is', null)
    .limit(most)
    .execute()
}

/** Whose number this is, or ends in these digits. */
export async function findByNumber(ctx: Ctx, digits: string, isEnd: boolean) {
  const { rows } = await sql<{ personId: string; kind: IdentifierKind; number: string }>`
    select * from people.find_by_number(${digits}, ${isEnd}, ${most})`.execute(ctx.db())
  return rows
}

export async function findByPhone(ctx: Ctx, phone: string): Promise<string[]> {
  const rows = await ctx
    .db<PeopleTables>()
    .selectFrom('people.person')
    .select('id')
    .where('phone', '=', phone)
    .where(withinArea(ctx, 'homeAreaId'))
    .limit(most)
    .execute()
  return rows.map(({ id }) => id)
}

/** What a list of hits shows, and what closeness is judged by; those for whom all terms hold. */
export function listCandidates(
  ctx: Ctx,
  ids: readonly string[],
  terms: readonly string[],
  withDead: boolean,
) {
  return ctx
    .db<PeopleTables>()
    .selectFrom('people.person')
    .select(['id', 'fullName', 'sex', 'born', 'bornPrecision', 'diedOn', 'homeAreaId', 'homeVillage'])
    .select(['nameKey', 'plainKey', 'sortKey'])
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .where(withinArea(ctx, 'homeAreaId'))
    .$if(!withDead, (query) => query.where('diedOn', 'is', null))
    .$if(terms.length > 0, (query) => query.where(sql<boolean>`search @@ ${terms.join(' & ')}::tsquery`))
    .execute()
}

/** The number each is best known by: the personal one, or else the historic one, or any. */
export async function bestNumbersOf(ctx: Ctx, ids: readonly string[]) {
  const { rows } = await sql<{ personId: string; kind: IdentifierKind; number: string }>`
    select distinct on (person_id) person_id, kind, number from people.identifier
    where person_id = any(${ids}::uuid[]) and retracted_at is null
    order by person_id, array_position(array['personal_id', 'legacy_id', 'health_card', 'social_insurance'], kind)`.execute(
    ctx.db(),
  )
  return new Map(rows.map((row) => [row.personId, row]))
}
