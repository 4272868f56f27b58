import { sql } from 'kysely'
import type { Instant } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import type { VerifiedField } from '../domain/trouble.ts'
import type { PopulationTables } from './tables.ts'

export type Verification = {
  readonly personId: string
  readonly outcome: 'match' | 'mismatch' | 'not_found'
  readonly differs: readonly VerifiedField[]
}

export async function insertVerifications(ctx: Ctx, verifications: readonly Verification[]) {
  if (verifications.length === 0) return
  await sql`
    insert into population.verification (person_id, outcome, differs, verified_at)
    select "personId", outcome, array(select json_array_elements_text(differs)), ${ctx.now}::timestamptz
    from json_to_recordset(${JSON.stringify(verifications)}::json) as row ("personId" uuid, outcome text, differs json)
    on conflict (person_id) do update set outcome = excluded.outcome, differs = excluded.differs,
      verified_at = excluded.verified_at`.execute(ctx.db())
  await sql`
    insert into population.comparison (person_id, outcome, differs, compared_at, asked_by, asked_name)
    select "personId", outcome, array(select json_array_elements_text(differs)), ${ctx.now}::timestamptz,
      ${ctx.actor.userId}::uuid, ${ctx.actor.name}
    from json_to_recordset(${JSON.stringify(verifications)}::json) as row ("personId" uuid, outcome text, differs json)`.execute(
    ctx.db(),
  )
}

export type Comparison = Omit<Verification, 'personId'> & {
  readonly comparedAt: Instant
  readonly askedName: string
}

/** Every comparison of a person that is kept, the newest first. */
export async function listComparisons(ctx: Ctx, personId: string): Promise<Comparison[]> {
  const { rows } = await sql<Comparison>`
    select outcome, differs, compared_at, asked_name from population.comparison
    where person_id = ${personId} order by compared_at desc, id desc limit 50`.execute(ctx.db())
  return rows
}

export function findVerification(ctx: Ctx, personId: string) {
  return ctx
    .db<PopulationTables>()
    .selectFrom('population.verification')
    .select(['outcome', 'differs', 'verifiedAt'])
    .where('personId', '=', personId)
    .executeTakeFirst()
}
