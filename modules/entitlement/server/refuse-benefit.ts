import { monthOf, type Instant } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { listDecisionsOfRequests } from '../db/decisions.ts'
import type { Benefit } from '../domain/determination.ts'
import { problems } from '../domain/problems.ts'
import { recordDecisions, type Decision } from './decision.ts'
import { basisOfRefusal } from './legal-basis.ts'
import { assertVisible } from './person.ts'

export type Refusal = {
  readonly personId: string
  readonly benefit: Benefit
  /** Its reason is what the applicant is told, and may appeal against. */
  readonly decision: Decision & { readonly reason: string }
  readonly recordedAt?: Instant | undefined
}

/** Records that a benefit was refused in writing, with reasons («từ chối»); it opens and closes nothing. */
export async function refuseBenefit(ctx: Ctx, refusal: Refusal): Promise<{ decisionId: string }> {
  const { personId, benefit, decision } = refusal
  await assertVisible(ctx, personId)
  const { requestId, signedOn } = decision
  if (signedOn > ctx.today) throw problems('signed_in_future', { signedOn })
  if (decision.reason.trim() === '') throw problems('refusal_without_reason', { personId, benefit })
  const [before] = await listDecisionsOfRequests(ctx, requestId ? [requestId] : [])
  if (before) {
    if (before.kind !== 'refuse' || before.personId !== personId || before.benefit !== benefit)
      throw problems('request_reused', { requestId })
    return { decisionId: before.id }
  }
  const effective = monthOf(signedOn)
  const legalBasis = basisOfRefusal(benefit, effective, signedOn)
  const decisions = await recordDecisions(ctx, [{ ...refusal, kind: 'refuse', effective, legalBasis }])
  ctx.emit({ type: 'entitlement.benefit_refused', personId, benefit })
  return { decisionId: decisions.get(decision)! } // Written just now.
}
