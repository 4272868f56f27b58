import { sql, type RawBuilder } from 'kysely'
import type { BirthPrecision, CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { isWithinArea, withinArea } from '#platform/server/scope'
import type { Birth } from '../domain/birth-date.ts'
import type { IdentifierKind } from '../domain/identifier.ts'
import type { Candidate } from '../domain/match.ts'
import { nameQuery, type Step } from '../domain/search-query.ts'
import type { PeopleTables } from './tables.ts'

/** How many are looked at before the closest are chosen; more than that need one more fact anyway. */
const most = 200

/** What closeness is judged by. */
const columns = ['id', 'nameKey', 'plainKey', 'sortKey', 'born', 'homeAreaId'] as const
export type Found = Pick<Candidate, Exclude<(typeof columns)[number], 'id'>> & { readonly id: string }

type Looking = { readonly steps: readonly Step[]; readonly withDead: boolean; readonly enough: number }

/** People by the words of their names, step after step while there is room; the database keeps to the actor’s area. */
export async function findByName(ctx: Ctx, { steps, withDead, enough }: Looking): Promise<Found[]> {
  const queries = steps.map(nameQuery)
  return readFound(
    ctx,
    sql`people.find_by_name(${queries}::text[]::tsquery[], ${withDead}, ${enough}, ${most})`,
  )
}

/** The same within years or units. */
export async function findWithin(ctx: Ctx, { steps, withDead, enough }: Looking): Promise<Found[]> {
  const queries = steps.map(({ terms }) => terms.join(' & '))
  const marked = steps.map((step) => step.marked.join(' ') || null)
  return readFound(
    ctx,
    sql`people.find_within(${queries}::text[]::tsquery[], ${marked}::text[], ${withDead}, ${enough}, ${most})`,
  )
}

/** One text for hundreds of rows, which is written and read in half the time of a document. No key has a tab in it. */
async function readFound(ctx: Ctx, from: RawBuilder<unknown>): Promise<Found[]> {
  const { rows } = await sql<{ found: string | null }>`
    select string_agg(concat_ws(E'\\t', id, name_key, plain_key, sort_key, born, home_area_id), E'\\n') as found
    from ${from}`.execute(ctx.db())
  return (rows[0]?.found?.split('\n') ?? []).map((row) => {
    // None of these columns is ever null.
    const [id, nameKey, plainKey, sortKey, born, homeAreaId] = row.split('\t') as Fields
    return { id, nameKey, plainKey, sortKey, born, homeAreaId: Number(homeAreaId) }
  })
}

type Fields = [
  id: string,
  nameKey: string,
  plainKey: string,
  sortKey: string,
  born: CivilDate,
  homeAreaId: string,
]

/** Everybody with these terms who was born then, by given name; a year of a whole province is looked through at most. */
export async function findBorn(
  ctx: Ctx,
  terms: readonly string[],
  { born, bornPrecision }: Birth,
  withDead: boolean,
  limit: number,
): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select person.id, name_key, plain_key, sort_key, born, home_area_id
    from people.find_by_words(${terms.join(' & ')}::tsquery, ${withDead}, ${mostOfYear}) as found (id)
    join people.person on person.id = found.id
    where date_trunc(${bornPrecision}, person.born::timestamp) = ${born}::date
      and (${bornPrecision} = 'year' or person.born_precision in ('day', ${bornPrecision}))
      and ${withinArea(ctx, 'homeAreaId')}
    order by person.sort_key, person.born limit ${limit}`.execute(ctx.db())
  return rows
}

/** Nobody’s province has more people of one year than this. */
const mostOfYear = 100_000

/** The first of those who live in these units, by given name: the first of each unit, and of those the first. */
export async function findInAreas(
  ctx: Ctx,
  areaIds: readonly number[],
  withDead: boolean,
  limit: number,
): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select resident.* from unnest(${areaIds}::integer[]) as area (id), lateral (
      select person.id, name_key, plain_key, sort_key, born, home_area_id from people.person
      where person.home_area_id = area.id and (${withDead} or person.died_on is null)
        and ${withinArea(ctx, 'homeAreaId')}
      order by person.sort_key limit ${limit}) as resident
    order by resident.sort_key, resident.born limit ${limit}`.execute(ctx.db())
  return rows
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

/** Those of these people for whom all terms hold. */
export function listFound(ctx: Ctx, ids: readonly string[], terms: readonly string[], withDead: boolean) {
  return ctx
    .db<PeopleTables>()
    .selectFrom('people.person')
    .select(columns)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .where(withinArea(ctx, 'homeAreaId'))
    .$if(!withDead, (query) => query.where('diedOn', 'is', null))
    .$if(terms.length > 0, (query) => query.where(sql<boolean>`search @@ ${terms.join(' & ')}::tsquery`))
    .execute()
}

/** What a list of hits shows. */
export type Hit = {
  readonly id: string
  readonly fullName: string
  readonly sex: 'female' | 'male'
  readonly born: CivilDate
  readonly bornPrecision: BirthPrecision
  readonly diedOn: CivilDate | null
  readonly homeAreaId: number
  readonly homeVillage: string | null
  /** What each is best known by: the personal number, or else the historic one, or any. */
  readonly numberKind: IdentifierKind | null
  readonly number: string | null
}

export async function hitsOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Hit>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Hit>`select * from people.hits_of(${ids}::uuid[])`.execute(ctx.db())
  // Asked here: hundreds of units would travel with each search.
  return new Map(
    rows.filter(({ homeAreaId }) => isWithinArea(ctx.actor, homeAreaId)).map((hit) => [hit.id, hit]),
  )
}

/** Under which record each of these people is kept, for those whose own was merged into another. */
export async function keptUnder(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; root: string }>`
    select id, people.root_of(id) as root from people.person
    where id = any(${[...ids]}::uuid[]) and merged_into is not null`.execute(ctx.db())
  return new Map(rows.map(({ id, root }) => [id, root]))
}
