import { sql } from 'kysely'
import type { CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'

/** A unit that was divided: which of its villages went where, under every unit it had been recorded as. */
export type Split = {
  readonly standsFor: readonly number[]
  readonly on: CivilDate
  /** Villages as they are written in the register, and the unit each went to. */
  readonly villages: ReadonlyMap<string, number>
  readonly source: string
}

export type Followed = {
  /** Residences recorded anew under the unit their village went to. */
  readonly followed: number
  /** Who lives in no village that went anywhere: somebody has to say where. */
  readonly toPlace: readonly string[]
}

/**
 * Lets the people of a divided unit follow their villages: the residence is known under the new unit from the day on, and
 * as it was before it. Nobody moved, so nobody is told of a move. Whoever has no village of their own goes with the
 * others of the household, where these all go one way.
 */
export async function followSplit(ctx: Ctx, { standsFor, on, villages, source }: Split): Promise<Followed> {
  await sql`create temporary table if not exists split_residence (
    id uuid primary key, person_id uuid, to_id integer) on commit drop`.execute(ctx.db())
  await sql`truncate split_residence`.execute(ctx.db())
  await sql`
    with went as (
      select * from unnest(${[...villages.keys()]}::text[], ${[...villages.values()]}::integer[]) as village (name, to_id)
    ), concerned as (
      select residence.id, residence.person_id, residence.village from people.residence
      where area_id = any(${[...standsFor]}::integer[]) and retracted_at is null
        and during && daterange(${on}::date, null)
    ), named as (
      select concerned.id, person_id, to_id from concerned left join went on went.name = village
    ), by_household as (
      select lonely.id, min(other.to_id) as to_id
      from named lonely
        join people.membership mine on mine.person_id = lonely.person_id and mine.retracted_at is null
          and mine.during @> ${on}::date
        join people.membership theirs on theirs.household_id = mine.household_id and theirs.retracted_at is null
          and theirs.during @> ${on}::date
        join named other on other.person_id = theirs.person_id and other.to_id is not null
      where lonely.to_id is null
      group by lonely.id having count(distinct other.to_id) = 1
    )
    insert into split_residence (id, person_id, to_id)
    select named.id, person_id, coalesce(named.to_id, by_household.to_id)
    from named left join by_household using (id)`.execute(ctx.db())
  const { rows: counted } = await sql<{ followed: number }>`
    with gone as (
      update people.residence set retracted_at = ${ctx.now}::timestamptz
      from split_residence where residence.id = split_residence.id and to_id is not null
      returning residence.person_id, area_id, to_id, village, address, during, source
    ), written as (
      insert into people.residence (person_id, area_id, village, address, during, source, recorded_at, recorded_by)
      select person_id, area_id, village, address, during * daterange(null, ${on}::date), source, ${ctx.now}::timestamptz, ${ctx.actor.userId}::uuid
        from gone where not isempty(during * daterange(null, ${on}::date))
      union all
      select person_id, to_id, village, address, during * daterange(${on}::date, null), ${source}, ${ctx.now}::timestamptz, ${ctx.actor.userId}::uuid
        from gone
      returning 1
    )
    select count(*)::int as followed from gone where (select count(*) from written) >= 0`.execute(ctx.db())
  await sql`
    update people.person set home_area_id = to_id
    from split_residence where person.id = person_id and to_id is not null
      and home_area_id = any(${[...standsFor]}::integer[])`.execute(ctx.db())
  const { rows: left } = await sql<{ personId: string }>`
    select id as person_id from people.person
    where home_area_id = any(${[...standsFor]}::integer[]) and died_on is null and merged_into is null
    order by id`.execute(ctx.db())
  return { followed: counted[0]!.followed, toPlace: left.map(({ personId }) => personId) }
}

/** Says of one person which part of a divided unit is home since it was divided. */
export async function placeInPart(
  ctx: Ctx,
  {
    personId,
    areaId,
    village,
    on,
    source,
  }: { personId: string; areaId: number; village: string | null; on: CivilDate; source: string },
): Promise<void> {
  await sql`
    with gone as (
      update people.residence set retracted_at = ${ctx.now}::timestamptz
      from people.person
      where person.id = ${personId} and residence.person_id = person.id and area_id = home_area_id
        and retracted_at is null and during && daterange(${on}::date, null)
      returning residence.person_id, area_id, residence.village, address, during, source
    )
    insert into people.residence (person_id, area_id, village, address, during, source, recorded_at, recorded_by)
    select person_id, area_id, village, address, during * daterange(null, ${on}::date), source, ${ctx.now}::timestamptz, ${ctx.actor.userId}::uuid
      from gone where not isempty(during * daterange(null, ${on}::date))
    union all
    select person_id, ${areaId}::integer, coalesce(${village}::text, village), address,
      during * daterange(${on}::date, null), ${source}, ${ctx.now}::timestamptz, ${ctx.actor.userId}::uuid
      from gone`.execute(ctx.db())
  await sql`update people.person set home_area_id = ${areaId}, home_village = coalesce(${village}::text, home_village)
    where id = ${personId}`.execute(ctx.db())
}
