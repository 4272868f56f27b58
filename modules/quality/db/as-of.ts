import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { firstDayOf, monthOf, type CivilDate, type Instant } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'

/** The register on a day, as it was known at a moment. */
export type AsOf = {
  readonly day: CivilDate
  readonly knownAt: Instant
  /** Ages in years the law names: at each of them the day of birth decides. */
  readonly ages: readonly number[]
}

export type Fragment = RawBuilder<unknown>
type Condition = RawBuilder<SqlBool>

/** What a rule may say of the rows of a view, under the name it gives them. */
export type Terms = {
  readonly day: Fragment
  readonly firstOfMonth: Fragment
  readonly year: number
  readonly ages: readonly number[]
  readonly known: (alias: string) => Condition
  /** Known then, and so on the day. */
  readonly held: (alias: string) => Condition
}

export function termsOf({ day, knownAt, ages }: AsOf): Terms {
  const known = (alias: string): Condition =>
    sql<SqlBool>`(${sql.ref(`${alias}.recordedAt`)} <= ${knownAt}::timestamptz and (${sql.ref(`${alias}.retractedAt`)} is null
      or ${sql.ref(`${alias}.retractedAt`)} > ${knownAt}::timestamptz))`
  return {
    day: sql`${day}::date`,
    firstOfMonth: sql`${firstDayOf(monthOf(day))}::date`,
    year: Number(day.slice(0, 4)),
    ages,
    known,
    held: (alias) => sql<SqlBool>`(${known(alias)} and ${sql.ref(`${alias}.during`)} @> ${day}::date)`,
  }
}

/**
 * Lays out who is looked at, and their open awards, as tables of this transaction: `subject` (those merged into others stand
 * for nobody), `opened` and `unit`. Every rule reads them, so that each costs one join and not a walk through the register.
 */
export async function layOut(
  ctx: Ctx,
  asOf: AsOf,
  people: 'everybody' | readonly string[],
): Promise<readonly number[]> {
  const t = termsOf(asOf)
  const among = (column: string) =>
    people === 'everybody' ? sql`true` : sql`${sql.ref(column)} = any(${[...people]}::uuid[])`
  const db = ctx.db()
  await sql`drop table if exists pg_temp.subject, pg_temp.opened, pg_temp.unit, pg_temp.found`.execute(db)
  await sql`
    create temporary table subject on commit drop as
    select identity.person_id, identity.sex, identity.born, identity.born_precision, identity.died_on,
      coalesce(home.area_id, record.home_area_id) as area_id, home.village, lower(home.during) as there_since,
      identity.recorded_at
    from people.public_identity as identity
    join people.public_record as record on record.person_id = identity.person_id and record.merged_into is null
    left join people.public_home as home on home.person_id = identity.person_id and ${t.held('home')}
    where ${t.known('identity')} and ${among('identity.personId')}`.execute(db)
  await sql`create unique index on pg_temp.subject (person_id)`.execute(db)
  await sql`
    create temporary table opened on commit drop as
    select award.person_id, award.award_id, award.benefit, award.payee_id, award.area_id, award.lapsed_from,
      lower(award.during) as since, award.suspended_from
    from entitlement.public_award as award
    where ${t.known('award')} and award.during @> ${t.firstOfMonth} and ${among('award.personId')}`.execute(
    db,
  )
  await sql`create index on pg_temp.opened (person_id)`.execute(db)
  await sql`analyze pg_temp.subject, pg_temp.opened`.execute(db)
  const { rows } = await sql<{ areaId: number }>`
    select area_id from pg_temp.subject union select area_id from pg_temp.opened`.execute(db)
  return rows.map(({ areaId }) => areaId)
}

/** Says what each unit is on the day; null where nothing is known to have followed it. */
export async function layOutUnits(
  ctx: Ctx,
  units: readonly { readonly areaId: number; readonly nowId: number | null }[],
): Promise<void> {
  await sql`
    create temporary table unit on commit drop as
    select "areaId" as area_id, "nowId" as now_id
    from json_to_recordset(${JSON.stringify(units)}::json) as unit ("areaId" integer, "nowId" integer)`.execute(
    ctx.db(),
  )
}
