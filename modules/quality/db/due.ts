import { sql } from 'kysely'
import type { Ctx } from '#platform/server/context'

/** Notes whom something happened to. */
export async function noteDue(ctx: Ctx, personIds: readonly string[]): Promise<void> {
  await sql`
    insert into quality.due (person_id) select unnest(${[...personIds].toSorted()}::uuid[])
    on conflict do nothing`.execute(ctx.db())
}

/** Takes away, and returns, up to `limit` people to be looked at again. */
export async function takeDue(ctx: Ctx, limit: number): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    delete from quality.due where person_id = any(array(
      select person_id from quality.due order by person_id limit ${limit} for update skip locked))
    returning person_id`.execute(ctx.db())
  return rows.map(({ personId }) => personId)
}

export async function forgetDue(ctx: Ctx): Promise<void> {
  await sql`delete from quality.due`.execute(ctx.db())
}

/** Which of these are still to be looked at again. */
export async function listDueAmong(ctx: Ctx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ personId: string }>`
    select person_id from quality.due where person_id = any(${[...ids]}::uuid[])`.execute(ctx.db())
  return new Set(rows.map(({ personId }) => personId))
}

/**
 * These people and whoever a change of them may put in the wrong or in the right: their relatives, households, whom they
 * receive for, who is paid on their account, and whomever a finding names together with them.
 */
export async function widen(ctx: Ctx, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    with given as (select unnest(${[...ids]}::uuid[]) as person_id)
    select person_id from given
    union select tie.other_id from given join people.public_tie as tie on tie.person_id = given.person_id
    union select tie.person_id from given join people.public_tie as tie on tie.other_id = given.person_id
    union select other.person_id from given
      join people.public_member as own on own.person_id = given.person_id
      join people.public_member as other on other.household_id = own.household_id
    union select award.person_id from given
      join entitlement.public_award as award on award.payee_id = given.person_id
    union select other.person_id from given
      join payroll.public_channel as own on own.person_id = given.person_id and own.account is not null
      join payroll.public_channel as other on other.account = own.account
    union select finding.person_id from given join quality.finding on finding.other_id = given.person_id
    union select finding.other_id from given join quality.finding on finding.person_id = given.person_id
      where finding.other_id is not null`.execute(ctx.db())
  return rows.map(({ personId }) => personId)
}
