import { sql } from 'kysely'
import type { Month } from '#kernel/civil-date'
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
  'benefit',
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
    with done as materialized (
      select benefit, decision_id
      from entitlement.award, unnest(array[opened_by, closed_by, suspended_by, resumed_by]) as decision_id
      where person_id = ${personId} and decision_id is not null
      union all
      select benefit, decision_id from entitlement.conversion where person_id = ${personId}
    )
    select decision.*, coalesce(
      (select array_agg(distinct done.benefit order by done.benefit) from done where decision_id = decision.id),
      array_remove(array[decision.benefit], null)) as benefits
    from entitlement.decision
    where decision.person_id = ${personId} or decision.id in (select decision_id from done)
    order by decision.signed_on desc, decision.recorded_at desc, decision.id`.execute(ctx.db())
  return rows
}

/** Which of these awards a list moved already to what the law gives from a month on. */
export async function listConvertedSince(
  ctx: Ctx,
  { awardIds, from }: { awardIds: readonly string[]; from: Month },
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ awardId: string }>`
    select conversion.award_id
    from entitlement.conversion join entitlement.decision on decision.id = decision_id
    where conversion.award_id = any(${[...awardIds]}::uuid[]) and decision.effective >= ${from}`.execute(
    ctx.db(),
  )
  return new Set(rows.map(({ awardId }) => awardId))
}

/** Writes down what one decision for a list did to each award on it. */
export async function insertConversions(
  ctx: Ctx,
  rows: readonly EntitlementTables['entitlement.conversion'][],
) {
  await sql`
    insert into entitlement.conversion (decision_id, award_id, person_id, benefit, before, after, arrears)
    select "decisionId", "awardId", "personId", benefit, before, after, arrears
    from json_to_recordset(${JSON.stringify(rows)}::json) as row ("decisionId" uuid, "awardId" uuid,
      "personId" uuid, benefit text, before bigint, after bigint, arrears bigint)`.execute(ctx.db())
}

/** What was decided under these requests, whether it did anything to an award or not. */
export async function listDecisionsOfRequests(
  ctx: Ctx,
  requestIds: readonly string[],
): Promise<Pick<DecisionRow, 'id' | 'kind' | 'personId' | 'benefit' | 'requestId'>[]> {
  if (requestIds.length === 0) return []
  return ctx
    .db<EntitlementTables>()
    .selectFrom('entitlement.decision')
    .select(['id', 'kind', 'personId', 'benefit', 'requestId'])
    .where(sql<boolean>`request_id = any(${[...requestIds]}::uuid[])`)
    .execute()
}
