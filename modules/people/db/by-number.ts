import { sql, type RawBuilder } from 'kysely'
import type { BirthPrecision, CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import type { IdentifierKind } from '../domain/identifier.ts'

/** What another register has to know of somebody before it may change anything: the facts, and which an officer vouches for. */
export type KnownPerson = {
  readonly personId: string
  /** Those of the numbers that were asked for which lead to them, also over a record that was merged into theirs. */
  readonly numbers: readonly string[]
  /** The numbers they are known by, of both kinds. */
  readonly personalId: string | null
  readonly legacyId: string | null
  readonly isNumberByOfficer: boolean
  readonly verifiedOn: CivilDate | null
  readonly fullName: string
  readonly nameKey: string
  readonly sex: 'female' | 'male'
  readonly born: CivilDate
  readonly bornPrecision: BirthPrecision
  readonly diedOn: CivilDate | null
  readonly isIdentityByOfficer: boolean
  readonly homeAreaId: number
  readonly homeVillage: string | null
  /** Of the last residence. */
  readonly address: string | null
  readonly livesSince: CivilDate | null
  readonly isHomeByOfficer: boolean
  /** When an officer last recorded something about them. */
  readonly lastByOfficer: CivilDate | null
  readonly householdId: string | null
  /** They are recorded as raising children alone («người đơn thân nghèo đang nuôi con»). */
  readonly raisesAlone: boolean
}

/** Recorded by a person with a paper before them: not by the program, and not taken from a list («Tệp …, dòng …»). */
const byOfficer = (row: string) =>
  sql.raw(`(${row}.recorded_by is not null
  and ${row}.recorded_by <> '00000000-0000-7000-8000-000000000000' and ${row}.source not like 'Tệp %, dòng %')`)

/** The people who have one of these numbers now; of a record that was merged away, whoever it was merged into. */
export async function peopleByNumbers(
  ctx: Ctx,
  numbers: readonly string[],
  kinds: readonly IdentifierKind[] = ['personal_id', 'legacy_id'],
): Promise<KnownPerson[]> {
  if (numbers.length === 0) return []
  return peopleNamed(
    ctx,
    sql`select number, person_id from people.identifier
      where kind = any(${[...kinds]}::text[]) and number = any(${[...numbers]}::text[]) and retracted_at is null`,
  )
}

/** The people who were the last to have one of these numbers, which nobody has now. */
export async function peopleByFormerNumbers(ctx: Ctx, numbers: readonly string[]): Promise<KnownPerson[]> {
  if (numbers.length === 0) return []
  return peopleNamed(
    ctx,
    sql`select distinct on (number) number, person_id from people.identifier as former
      where kind in ('personal_id', 'legacy_id') and number = any(${[...numbers]}::text[])
        and retracted_at is not null
        and not exists (select from people.identifier as held
          where held.kind = former.kind and held.number = former.number and held.retracted_at is null)
      order by number, retracted_at desc, recorded_at desc, id desc`,
  )
}

async function peopleNamed(ctx: Ctx, numbered: RawBuilder<unknown>): Promise<KnownPerson[]> {
  const { rows } = await sql<KnownPerson>`
    with numbered as materialized (${numbered}),
    named as materialized (
      select number, case when record.merged_into is null then record.id else people.root_of(record.id) end as person_id
      from numbered join people.person as record on record.id = numbered.person_id),
    meant as materialized (
      select person_id, array_agg(number) as numbers from named group by person_id)
    select person.id as person_id, meant.numbers, personal.number as personal_id, legacy.number as legacy_id,
      coalesce(${byOfficer('personal')}, false) as is_number_by_officer, personal.verified_on, person.full_name,
      person.name_key, person.sex, person.born, person.born_precision, person.died_on,
      ${byOfficer('version')} as is_identity_by_officer, person.home_area_id, person.home_village, home.address,
      lower(home.during) as lives_since, coalesce(${byOfficer('home')}, false) as is_home_by_officer,
      (select max((fact.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date) from people.circumstance fact
        where fact.person_id = person.id and fact.retracted_at is null and ${byOfficer('fact')}) as last_by_officer,
      (select membership.household_id from people.membership where membership.person_id = person.id
        and membership.retracted_at is null and upper_inf(membership.during) limit 1) as household_id,
      exists (select from people.circumstance alone where alone.person_id = person.id and alone.kind = 'single_parent'
        and alone.retracted_at is null and upper_inf(alone.during)) as raises_alone
    from meant join people.person on person.id = meant.person_id
    join people.person_version version on version.person_id = person.id and version.retracted_at is null
    left join people.identifier personal on personal.person_id = person.id and personal.kind = 'personal_id'
      and personal.retracted_at is null
    left join people.identifier legacy on legacy.person_id = person.id and legacy.kind = 'legacy_id'
      and legacy.retracted_at is null
    left join lateral (select * from people.residence where residence.person_id = person.id
      and residence.retracted_at is null order by lower(residence.during) desc nulls last limit 1) as home on true`.execute(
    ctx.db(),
  )
  return rows
}
