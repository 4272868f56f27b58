import { sql } from 'kysely'
import type { CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import type { Benefit } from '../domain/determination.ts'
import type { DecisionKind } from './tables.ts'

/** The decision that last ended or suspended an award of a person: what a list names beside somebody no longer on it. */
export type AwardEnding = {
  readonly personId: string
  readonly benefit: Benefit
  readonly closeReason: string | null
  readonly kind: DecisionKind
  readonly decisionId: string
  readonly number: string
  readonly signedOn: CivilDate
}

/** How the latest award of each benefit of these people ended or was suspended, as known now; nothing where it goes on. */
export async function listEndings(ctx: Ctx, personIds: readonly string[]): Promise<AwardEnding[]> {
  const { rows } = await sql<AwardEnding & { goesOn: boolean }>`
    select distinct on (award.person_id, award.benefit) award.person_id, award.benefit, award.close_reason,
      decision.kind, decision.id as decision_id, decision.number, decision.signed_on,
      upper_inf(during) and suspended_from is null as goes_on
    from entitlement.award
    left join entitlement.decision on decision.id = coalesce(award.closed_by, award.suspended_by)
    where award.person_id = any(${[...personIds]}::uuid[]) and award.retracted_at is null
    order by award.person_id, award.benefit, upper(award.during) desc nulls first, award.recorded_at desc`.execute(
    ctx.db(),
  )
  return rows.filter(({ goesOn, decisionId }) => !goesOn && decisionId !== null)
}
