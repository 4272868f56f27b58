import { sql } from 'kysely'
import type { BirthPrecision, CivilDate, Instant } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { confidentialKinds, type CircumstanceKind } from '../domain/circumstance.ts'
import type { IdentifierKind } from '../domain/identifier.ts'

/** A record as it is put beside another one, to be judged by people. */
export type RecordToCompare = {
  readonly id: string
  readonly fullName: string
  readonly sex: 'female' | 'male'
  readonly born: CivilDate
  readonly bornPrecision: BirthPrecision
  readonly diedOn: CivilDate | null
  readonly ethnicGroup: string | null
  readonly phone: string | null
  readonly homeAreaId: number
  readonly homeVillage: string | null
  readonly mergedInto: string | null
  readonly createdAt: Instant
  readonly source: string
  readonly head: string | null
  readonly spouse: string | null
  /** What is true of the person now; nothing confidential. */
  readonly facts: readonly {
    readonly kind: CircumstanceKind
    readonly detail: Readonly<Record<string, unknown>>
  }[]
  readonly numbers: readonly {
    readonly kind: IdentifierKind
    readonly number: string
    readonly verifiedOn: CivilDate | null
  }[]
}

/** Records the actor may see, merged ones as well. */
export async function recordsToCompare(
  ctx: Ctx,
  ids: readonly string[],
): Promise<Map<string, RecordToCompare>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<RecordToCompare>`
    select person.id, person.full_name, person.sex, person.born, person.born_precision, person.died_on,
      person.ethnic_group, person.phone, person.home_area_id, person.home_village, person.merged_into,
      person.created_at, first.source,
      (select head.full_name from people.membership as own
        join people.membership as chief on chief.household_id = own.household_id and chief.is_head
          and chief.retracted_at is null and upper_inf(chief.during)
        join people.person as head on head.id = chief.person_id
        where own.person_id = person.id and own.retracted_at is null and upper_inf(own.during) limit 1) as head,
      (select spouse.full_name from people.relation as marriage
        join people.person as spouse on spouse.id in (marriage.person_id, marriage.other_id) and spouse.id <> person.id
        where person.id in (marriage.person_id, marriage.other_id) and marriage.kind = 'spouse_of'
          and marriage.retracted_at is null and upper_inf(marriage.during) limit 1) as spouse,
      coalesce((select jsonb_agg(jsonb_build_object('kind', kind, 'detail', detail) order by kind)
        from people.circumstance where person_id = person.id and retracted_at is null and during @> ${ctx.today}::date
          and kind <> all(${[...confidentialKinds]}::text[])), '[]') as facts,
      coalesce((select jsonb_agg(jsonb_build_object('kind', kind, 'number', number, 'verifiedOn', verified_on)
          order by array_position(array['personal_id', 'legacy_id', 'health_card', 'social_insurance'], kind))
        from people.identifier where person_id = person.id and retracted_at is null), '[]') as numbers
    from people.person, lateral (
      select source from people.person_version where person_id = person.id order by recorded_at, id limit 1) as first
    where person.id = any(${[...ids]}::uuid[])`.execute(ctx.db())
  return new Map(rows.map((row) => [row.id, row]))
}

/** Whose each of these records is: itself, or the one it was merged into in the end. */
export async function keptRecords(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; keptId: string }>`
    select id, people.root_of(id) as kept_id from people.person where id = any(${[...ids]}::uuid[])`.execute(
    ctx.db(),
  )
  return new Map(rows.map(({ id, keptId }) => [id, keptId]))
}
