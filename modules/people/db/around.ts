import { sql } from 'kysely'
import type { Ctx } from '#platform/server/context'
import type { RelationKind } from '../domain/history.ts'

const seenByTheLaw: readonly RelationKind[] = ['parent_of', 'spouse_of', 'cares_for', 'guardian_of']

/**
 * Everybody whose rights may rest on facts of these people, now or in any month before: whoever ever stood in a household
 * with them, or was ever tied to them by what the law looks at. They themselves are among them.
 */
export async function peopleAround(
  ctx: Ctx,
  { personIds, householdIds = [] }: { personIds: readonly string[]; householdIds?: readonly string[] },
): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    with own as (select unnest(${[...personIds]}::uuid[]) as person_id),
    household as (
      select household_id from people.membership join own using (person_id) where retracted_at is null
      union select unnest(${[...householdIds]}::uuid[]))
    select person_id from own
    union
    select person_id from people.membership join household using (household_id) where retracted_at is null
    union
    select other_id from people.relation join own using (person_id)
      where retracted_at is null and kind = any(${seenByTheLaw}::text[])
    union
    select relation.person_id from people.relation join own on own.person_id = other_id
      where retracted_at is null and kind = any(${seenByTheLaw}::text[])
  `.execute(ctx.db())
  return rows.map(({ personId }) => personId)
}
