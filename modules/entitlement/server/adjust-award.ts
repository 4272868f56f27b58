import { type Instant, type Month } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { listAwards } from '../db/awards.ts'
import type { Benefit } from '../domain/determination.ts'
import { problems } from '../domain/problems.ts'
import { recordDecisions, splitByRequest, type Decision } from './decision.ts'
import { legalBases } from './legal-basis.ts'
import { assertVisible } from './person.ts'

export type Adjustment = {
  readonly personId: string
  readonly benefit: Benefit
  readonly decision: Decision
  /** The first month at the new amount. */
  readonly from: Month
  readonly recordedAt?: Instant | undefined
}

/**
 * Records that an amount changed by decision («điều chỉnh»). The award itself stays as it is: what it pays each month the
 * law gives by the facts, before the decision as after it.
 */
export async function adjustAward(ctx: Ctx, adjustment: Adjustment): Promise<void> {
  const { personId, benefit, from, decision } = adjustment
  await assertVisible(ctx, personId)
  if (decision.signedOn > ctx.today) throw problems('signed_in_future', { signedOn: decision.signedOn })
  const { fresh } = await splitByRequest(ctx, 'adjust', [adjustment])
  if (fresh.length === 0) return
  const open = (await listAwards(ctx, [personId])).some(
    (award) =>
      award.benefit === benefit && (award.during.until === null || award.during.until > `${from}-01`),
  )
  if (!open) throw problems('award_not_open', { personId, benefit, from })
  const [legalBasis] = await legalBases(ctx, [adjustment])
  await recordDecisions(ctx, [{ ...adjustment, kind: 'adjust', effective: from, legalBasis: legalBasis! }])
}
