import type { CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { listAwards } from '../db/awards.ts'
import { listDecisionsByIds } from '../db/decisions.ts'
import { stopsOn } from '../domain/clocks.ts'
import type { Benefit } from '../domain/determination.ts'
import { problems } from '../domain/problems.ts'

/** PROC-7đ: whoever refuses to be examined is stopped three months after the decision that suspended because of it, not before. */
export async function assertRefusalLasted(
  ctx: Ctx,
  { personId, benefit, signedOn }: { personId: string; benefit: Benefit; signedOn: CivilDate },
): Promise<void> {
  const award = (await listAwards(ctx, [personId])).find(
    (one) => one.benefit === benefit && one.during.until === null && one.suspendReason === 'refuses_review',
  )
  const [suspension] = award?.suspendedBy ? await listDecisionsByIds(ctx, [award.suspendedBy]) : []
  const from = suspension && stopsOn(suspension.signedOn)
  if (!from || signedOn < from) throw problems('refusal_too_short', { from })
}
