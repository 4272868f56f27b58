import { sql } from 'kysely'
import { addYears, type CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { problems } from '../domain/problems.ts'

/**
 * A child heads a household only where nobody in it could instead (question HEAD-AGE): nobody who lives, is of age and has no
 * guardian. `without` goes on that day and is still a member: the dead are of their household through their last day.
 */
export async function assertHeadOfAge(
  ctx: Ctx,
  head: {
    readonly personId: string
    readonly born: CivilDate
    readonly householdId: string
    readonly from: CivilDate
    readonly without?: string | undefined
  },
) {
  const { personId, born, householdId, from, without } = head
  if (addYears(born, 18) <= from) return
  const away = [personId, ...(without === undefined ? [] : [without])]
  const { rows } = await sql<{ personId: string }>`
    select person.id as person_id from people.membership as member join people.person on person.id = member.person_id
    where member.household_id = ${householdId} and member.retracted_at is null and member.during @> ${from}::date
      and person.id <> all(${away}::uuid[])
      and person.born <= ${addYears(from, -18)}::date and coalesce(person.died_on >= ${from}::date, true)
      and not exists (select from people.relation as ward where ward.other_id = person.id and ward.kind = 'guardian_of'
        and ward.retracted_at is null and ward.during @> ${from}::date)
    limit 1`.execute(ctx.db())
  if (rows.length > 0) throw problems('head_not_of_age', { field: 'isHead' })
}
