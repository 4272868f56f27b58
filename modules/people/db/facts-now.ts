import { sql } from 'kysely'
import type { CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import type { CircumstanceKind } from '../domain/circumstance.ts'

export type FactNow = {
  readonly circumstanceId: string
  readonly detail: Readonly<Record<string, unknown>>
  readonly from: CivilDate | null
}

/** The fact of a kind that is true of a person now and has no end. */
export async function findFactNow(
  ctx: Ctx,
  personId: string,
  kind: CircumstanceKind,
): Promise<FactNow | undefined> {
  const { rows } = await sql<FactNow>`
    select id as circumstance_id, detail, lower(during) as from from people.circumstance
    where person_id = ${personId} and kind = ${kind} and retracted_at is null and upper_inf(during)`.execute(
    ctx.db(),
  )
  return rows[0]
}

/** The fact of a kind that holds on a day or, where none does, from a later one; of the person, or of their household. */
export async function findFactFrom(
  ctx: Ctx,
  personId: string,
  kind: CircumstanceKind,
  day: CivilDate,
): Promise<(FactNow & { readonly until: CivilDate | null }) | undefined> {
  const { rows } = await sql<FactNow & { until: CivilDate | null }>`
    select id as circumstance_id, detail, lower(during) as from, upper(during) as until from people.circumstance
    where kind = ${kind} and retracted_at is null and (upper_inf(during) or upper(during) > ${day}::date)
      and (person_id = ${personId} or household_id in (
        select household_id from people.membership
        where person_id = ${personId} and retracted_at is null and during @> ${day}::date))
    order by lower(during) nulls first limit 1`.execute(ctx.db())
  return rows[0]
}
