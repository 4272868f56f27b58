import { sql } from 'kysely'
import type { Ctx } from '#platform/server/context'

/** Somebody of a household, as it is now. */
export type HouseholdMember = {
  readonly householdId: string
  readonly code: string
  readonly personId: string
  readonly fullName: string
  readonly isHead: boolean
  readonly relationToHead: string
}

/** The members of the households these people belong to, or of these households, as far as the actor may see them. */
export async function membersNow(
  ctx: Ctx,
  {
    personIds = [],
    householdIds = [],
  }: { readonly personIds?: readonly string[]; readonly householdIds?: readonly string[] },
): Promise<HouseholdMember[]> {
  const { rows } = await sql<HouseholdMember>`
    with meant as (
      select household_id from people.membership
      where person_id = any(${[...personIds]}::uuid[]) and retracted_at is null and upper_inf(during)
      union select unnest(${[...householdIds]}::uuid[]))
    select household.id as household_id, household.code, person.id as person_id, person.full_name, is_head, relation_to_head
    from meant join people.household on household.id = meant.household_id
    join people.membership on membership.household_id = household.id and membership.retracted_at is null
      and upper_inf(membership.during)
    join people.person on person.id = membership.person_id
    order by household.id, is_head desc, person.born, person.id`.execute(ctx.db())
  return rows
}
