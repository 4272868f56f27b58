import { sql } from 'kysely'
import type { BirthPrecision, CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import type { MatchTables } from './match-tables.ts'

/** What is compared of a person, as the register has it. */
export type Comparable = {
  readonly id: string
  readonly fullName: string
  readonly sex: 'female' | 'male'
  readonly born: CivilDate
  readonly bornPrecision: BirthPrecision
  readonly homeAreaId: number
  readonly homeVillage: string | null
  readonly phone: string | null
  readonly personalId: string | null
  readonly legacyId: string | null
  /** The head of the household they belong to now. */
  readonly head: string | null
}

const comparable = sql`person.id, person.full_name, person.sex, person.born, person.born_precision, person.home_area_id,
  person.home_village, person.phone,
  (select number from people.identifier
    where person_id = person.id and kind = 'personal_id' and retracted_at is null) as personal_id,
  (select number from people.identifier
    where person_id = person.id and kind = 'legacy_id' and retracted_at is null) as legacy_id,
  (select head.full_name from people.membership as own
    join people.membership as chief on chief.household_id = own.household_id and chief.is_head
      and chief.retracted_at is null and upper_inf(chief.during)
    join people.person as head on head.id = chief.person_id
    where own.person_id = person.id and own.retracted_at is null and upper_inf(own.during) limit 1) as head`

/** These people, but for those who were merged into others. */
export async function listComparable(ctx: Ctx, ids: readonly string[]): Promise<Comparable[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Comparable>`
    select ${comparable} from people.person
    where person.id = any(${[...ids]}::uuid[]) and person.merged_into is null order by person.id`.execute(
    ctx.db(),
  )
  return rows
}

/** The next people in the order of their ids. */
export async function listComparableAfter(
  ctx: Ctx,
  after: string | null,
  limit: number,
): Promise<Comparable[]> {
  const { rows } = await sql<Comparable>`
    select ${comparable} from people.person
    where (${after}::uuid is null or person.id > ${after}::uuid) and person.merged_into is null
    order by person.id limit ${limit}`.execute(ctx.db())
  return rows
}

/** So many people from anywhere in the register, the same ones each time it is asked while nothing changes. */
export async function listSample(
  ctx: Ctx,
  { people, wanted }: { people: number; wanted: number },
): Promise<Comparable[]> {
  if (people <= wanted) return listComparableAfter(ctx, null, wanted)
  const share = Math.min(100, (110 * wanted) / people)
  const { rows } = await sql<Comparable>`
    select ${comparable} from people.person tablesample system (${share}) repeatable (1)
    where person.merged_into is null limit ${wanted}`.execute(ctx.db())
  return rows
}

export async function countPeopleInRegister(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from people.person`.execute(
    ctx.db(),
  )
  return rows[0]!.count
}

/** Every unit somebody lives in, as it was recorded. */
export async function listHomeAreas(ctx: Ctx): Promise<number[]> {
  // Stepping from one unit to the next, for a walk through everybody would take longer than all the rest.
  const { rows } = await sql<{ id: number }>`
    with recursive home (id) as (
      (select min(home_area_id) from people.person)
      union all
      select (select min(home_area_id) from people.person where home_area_id > home.id) from home where home.id is not null
    )
    select id from home where id is not null`.execute(ctx.db())
  return rows.map(({ id }) => id)
}

export type Keys = { readonly personId: string; readonly keys: readonly number[]; readonly areaNowId: number }

export async function writeKeys(ctx: Ctx, records: readonly Keys[]) {
  if (records.length === 0) return
  await sql`
    insert into people.match_record (person_id, keys, area_now_id)
    select "personId", array(select jsonb_array_elements_text(keys)::integer), "areaNowId"
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as row ("personId" uuid, keys jsonb, "areaNowId" integer)
    where exists (select from people.person where id = "personId")
    on conflict (person_id) do update set keys = excluded.keys, area_now_id = excluded.area_now_id
      where (match_record.keys, match_record.area_now_id) is distinct from (excluded.keys, excluded.area_now_id)`.execute(
    ctx.db(),
  )
}

export async function forgetKeys(ctx: Ctx, personIds: readonly string[]) {
  if (personIds.length === 0) return
  await ctx.db<MatchTables>().deleteFrom('people.matchRecord').where('personId', 'in', personIds).execute()
}

/** Whoever shares one of these keys, unless more share it than are compared. */
export async function listSharing(ctx: Ctx, keys: readonly number[], most: number): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select person_id from people.sharing(${[...keys]}::integer[], ${most})`.execute(ctx.db())
  return rows.map(({ personId }) => personId)
}

/** Whoever stands under each of these keys, unless more stand there than are compared. */
export async function listSharingByKey(
  ctx: Ctx,
  keys: readonly number[],
  most: number,
): Promise<{ key: number; personId: string }[]> {
  const { rows } = await sql<{ key: number; personId: string }>`
    select key, person_id from people.sharing_by_key(${[...keys]}::integer[], ${most})`.execute(ctx.db())
  return rows
}

/** What the last whole look learned; undefined before the first one has ended. */
export function findModel(ctx: Ctx) {
  return ctx
    .db<MatchTables>()
    .selectFrom('people.matchModel')
    .select(['id', 'prior', 'weights', 'people', 'endedAt'])
    .where('endedAt', 'is not', null)
    .orderBy('endedAt', 'desc')
    .executeTakeFirst()
}

/** Takes away, and returns, people to be compared again, those who have waited longest first. */
export async function takeMatchDue(ctx: Ctx, limit: number): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    delete from people.match_due where person_id = any(array(
      select person_id from people.match_due order by due_at limit ${limit} for update skip locked))
    returning person_id`.execute(ctx.db())
  return rows.map(({ personId }) => personId)
}

export async function countMatchDue(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from people.match_due`.execute(
    ctx.db(),
  )
  return rows[0]!.count
}

/** Whose home has become part of another unit since their keys were made is to be looked at again. */
export async function dueWhereAreasChanged(ctx: Ctx, nowOf: ReadonlyMap<number, number>) {
  const pairs = Array.from(nowOf, ([areaId, nowId]) => ({ areaId, nowId }))
  await sql`
    insert into people.match_due (person_id)
    select person.id from people.person join people.match_record on match_record.person_id = person.id
    join jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as unit ("areaId" integer, "nowId" integer)
      on unit."areaId" = person.home_area_id
    where match_record.area_now_id <> unit."nowId"
    on conflict do nothing`.execute(ctx.db())
}
