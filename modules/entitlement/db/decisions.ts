import { sql } from 'kysely'
import type { Ctx } from '#platform/server/context'
import type { Benefit } from '../domain/determination.ts'
import type { DecisionRow } from './awards.ts'
import type { EntitlementTables } from './tables.ts'

const columns = [
  'id',
  'kind',
  'number',
  'signedOn',
  'signerTitle',
  'areaId',
  'personId',
  'effective',
  'reason',
  'legalBasis',
  'source',
  'requestId',
  'recordedAt',
  'recordedBy',
] as const

export function listDecisionsByIds(ctx: Ctx, ids: readonly string[]): Promise<DecisionRow[]> {
  return ctx
    .db<EntitlementTables>()
    .selectFrom('entitlement.decision')
    .select(columns)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute()
}

/** Every decision about a person, also those about a list the person stood on, with what each did; newest first. */
export async function listDecisionsAbout(
  ctx: Ctx,
  personId: string,
): Promise<(DecisionRow & { benefits: Benefit[] })[]> {
  const { rows } = await sql<DecisionRow & { benefits: Benefit[] }>`
    select decision.*, coalesce(done.benefits, '{}') as benefits
    from entitlement.decision
    left join lateral (
      select array_agg(distinct award.benefit order by award.benefit) as benefits
      from entitlement.award
      where award.person_id = ${personId} and decision.id in (award.opened_by, award.closed_by)
    ) as done on true
    where decision.person_id = ${personId} or decision.id in (
      select unnest(array[award.opened_by, award.closed_by])
      from entitlement.award where award.person_id = ${personId})
    order by decision.signed_on desc, decision.recorded_at desc, decision.id`.execute(ctx.db())
  return rows
}
