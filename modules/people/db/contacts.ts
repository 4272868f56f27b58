import { sql } from 'kysely'
import type { Ctx } from '#platform/server/context'

/** Whether somebody can be told apart and reached: what an invitation and an application begin with. */
export type Contact = {
  readonly personId: string
  readonly hasPersonalId: boolean
  /** The personal number was compared with the population register. */
  readonly isVerified: boolean
  readonly phone: string | null
}

/** Whom of these people, as far as the actor may see them, the register can tell apart and reach. */
export async function contactsOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Contact>> {
  const { rows } = await sql<Contact>`
    select person.id as person_id, person.phone, number is not null as has_personal_id,
      coalesce(verified_on is not null, false) as is_verified
    from people.person left join people.identifier on identifier.person_id = person.id
      and identifier.kind = 'personal_id' and identifier.retracted_at is null
    where person.id = any(${[...ids]}::uuid[])`.execute(ctx.db())
  return new Map(rows.map((row) => [row.personId, row]))
}
