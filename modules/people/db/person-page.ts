import { sql } from 'kysely'
import type { BirthPrecision, CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import type { CircumstanceKind, Evidence } from '../domain/circumstance.ts'
import { holdsOn, knownOn } from './facts.ts'
import type { PeopleTables } from './tables.ts'

/** The two days of a page: what was true on the one, as it was known at the end of the other. */
export type View = { readonly on: CivilDate; readonly known: CivilDate }

const identity = ['fullName', 'sex', 'born', 'bornPrecision', 'diedOn', 'ethnicGroup', 'phone'] as const
const recording = ['source', 'recordedAt', 'retractedAt'] as const

/** Every version of who somebody is, newest first, and whether it was the one known by then. */
export function listVersions(ctx: Ctx, personId: string, { known }: View) {
  return ctx
    .db<PeopleTables>()
    .selectFrom('people.personVersion as version')
    .select([...identity, ...recording])
    .select(knownOn('version', known).as('isKnown'))
    .where('personId', '=', personId)
    .orderBy('recordedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export function listIdentifiers(ctx: Ctx, personId: string, { known }: View) {
  return ctx
    .db<PeopleTables>()
    .selectFrom('people.identifier')
    .select(['id', 'kind', 'number', 'verifiedOn', 'source', 'recordedAt'])
    .where('personId', '=', personId)
    .where(knownOn('people.identifier', known))
    .orderBy(sql`array_position(array['personal_id', 'legacy_id', 'health_card', 'social_insurance'], kind)`)
    .execute()
}

export function listResidences(ctx: Ctx, personId: string, { known }: View) {
  return ctx
    .db<PeopleTables>()
    .selectFrom('people.residence')
    .select(['id', 'areaId', 'village', 'address', 'during', 'source', 'recordedAt'])
    .where('personId', '=', personId)
    .where(knownOn('people.residence', known))
    .orderBy('during', 'desc')
    .execute()
}

/** The household the person belonged to on the day, with everybody who did; the head first, then by age. */
export async function findHousehold(ctx: Ctx, personId: string, { on, known }: View) {
  const own = await ctx
    .db<PeopleTables>()
    .selectFrom('people.membership as membership')
    .innerJoin('people.household as household', 'household.id', 'membership.householdId')
    .select(['household.id', 'household.code'])
    .where('membership.personId', '=', personId)
    .where(knownOn('membership', known))
    .where(holdsOn('membership.during', on))
    .executeTakeFirst()
  if (!own) return undefined
  const members = await ctx
    .db<PeopleTables>()
    .selectFrom('people.membership as membership')
    .leftJoin('people.person as person', 'person.id', 'membership.personId')
    .select(['membership.id as membershipId', 'membership.personId', 'membership.isHead'])
    .select(['membership.relationToHead', 'membership.during'])
    .select(['person.fullName', 'person.born', 'person.bornPrecision', 'person.diedOn'])
    .where('membership.householdId', '=', own.id)
    .where(knownOn('membership', known))
    .where(holdsOn('membership.during', on))
    .orderBy('membership.isHead', 'desc')
    .orderBy('person.born')
    .execute()
  return { ...own, members }
}

export function listRelations(ctx: Ctx, personId: string, { on, known }: View) {
  return ctx
    .db<PeopleTables>()
    .selectFrom('people.relation as relation')
    .leftJoin('people.person as other', (join) =>
      join.on(
        sql<boolean>`other.id = case when relation.person_id = ${personId} then relation.other_id else relation.person_id end`,
      ),
    )
    .select(['relation.id', 'relation.personId', 'relation.otherId', 'relation.kind', 'relation.detail'])
    .select(['relation.during', 'relation.source', 'relation.recordedAt'])
    .select(['other.fullName', 'other.born', 'other.bornPrecision', 'other.diedOn'])
    .where((where) =>
      where.or([where('relation.personId', '=', personId), where('relation.otherId', '=', personId)]),
    )
    .where(knownOn('relation', known))
    .where(holdsOn('relation.during', on))
    .orderBy('relation.during')
    .execute()
}

/** All circumstances of the person, whenever they held, and those of the household given. */
export function listCircumstances(
  ctx: Ctx,
  personId: string,
  householdId: string | undefined,
  { known }: View,
) {
  return ctx
    .db<PeopleTables>()
    .selectFrom('people.circumstance as circumstance')
    .select(['id', 'personId', 'kind', 'detail', 'evidence', 'during', 'source', 'recordedAt'])
    .$narrowType<{ kind: CircumstanceKind; evidence: Evidence | null }>()
    .where((where) =>
      where.or([
        where('personId', '=', personId),
        ...(householdId === undefined ? [] : [where('householdId', '=', householdId)]),
      ]),
    )
    .where(knownOn('circumstance', known))
    .orderBy('during', 'desc')
    .orderBy('kind')
    .execute()
}

/** The record this one was merged into, and those that were merged into it; who lives out of sight has no name. */
export async function listMerged(ctx: Ctx, personId: string) {
  const { rows } = await sql<{
    id: string
    isInto: boolean
    fullName: string | null
    born: CivilDate | null
    bornPrecision: BirthPrecision | null
    diedOn: CivilDate | null
  }>`
    select merge.id, is_into, person.full_name, person.born, person.born_precision, person.died_on
    from (
      select kept_id as id, true as is_into from people.merge where merged_id = ${personId} and retracted_at is null
      union all
      select merged_id, false from people.merge where kept_id = ${personId} and retracted_at is null
    ) as merge left join people.person on person.id = merge.id order by merge.id`.execute(ctx.db())
  return rows
}
