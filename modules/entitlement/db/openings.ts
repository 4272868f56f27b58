import { sql } from 'kysely'
import type { CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'

/** The decision an award is drawn by: what opened it, or what took a suspension off it since. */
export type AwardOpening = {
  readonly awardId: string
  readonly decisionId: string
  readonly number: string
  readonly signedOn: CivilDate
  /** Taken over from a list: the decision was signed elsewhere, and nobody here has seen it but who brought the list. */
  readonly isListed: boolean
}

/** What a list names beside somebody who was not on the one before. */
export async function listOpenings(ctx: Ctx, awardIds: readonly string[]): Promise<AwardOpening[]> {
  const { rows } = await sql<AwardOpening>`
    select award.id as award_id, decision.id as decision_id, decision.number, decision.signed_on,
      decision.source = 'import' as is_listed
    from entitlement.award
    join entitlement.decision on decision.id = coalesce(award.resumed_by, award.opened_by)
    where award.id = any(${[...awardIds]}::uuid[])`.execute(ctx.db())
  return rows
}
