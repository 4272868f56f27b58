import { monthOf } from '#kernel/civil-date'
import {
  adjustAward,
  closeAward,
  grantAward,
  refuseBenefit,
  resumeAward,
  suspendAward,
  type Benefit,
} from '#modules/entitlement'
import type { Ctx } from '#platform/server/context'
import { closeReasonOf, suspensionGroundOf } from '../../domain/effects.ts'
import { problems } from '../../domain/problems.ts'
import type { Numbered } from '../deciding.ts'
import { decisionOf, type Office } from './decision.ts'

/** What a decision about one benefit does to the award of it. */

export async function grant(ctx: Ctx, one: Numbered, office: Office) {
  const { payeeId } = one.proposal
  await grantAward(ctx, {
    ...about(ctx, one, office),
    payeeId: payeeId ?? undefined,
    from: one.computed.terms.effective,
  })
}

export async function adjust(ctx: Ctx, one: Numbered, office: Office) {
  await adjustAward(ctx, { ...about(ctx, one, office), from: one.computed.terms.effective })
}

export async function suspend(ctx: Ctx, one: Numbered, office: Office) {
  const ground = suspensionGroundOf[answerOf(one, 'suspension_ground')] ?? 'refuses_review'
  await suspendAward(ctx, { ...explained(ctx, one, office), from: one.computed.terms.effective, ground })
}

export async function resume(ctx: Ctx, one: Numbered, office: Office) {
  await resumeAward(ctx, explained(ctx, one, office))
}

export async function stop(ctx: Ctx, one: Numbered, office: Office) {
  const { terms, basis } = one.computed
  await closeAward(ctx, {
    ...explained(ctx, one, office),
    lastMonth: terms.lastMonth ?? monthOf(ctx.today),
    reason: basis.diedOn ? 'died' : (closeReasonOf[answerOf(one, 'stop_ground')] ?? 'ineligible'),
  })
}

/** What is no monthly benefit has no place among awards: the notice with its number is the refusal. */
export async function refuse(ctx: Ctx, one: Numbered, office: Office) {
  if (one.proposal.benefit !== null) await refuseBenefit(ctx, explained(ctx, one, office))
}

function about(ctx: Ctx, one: Numbered, office: Office) {
  const { personId } = one.proposal
  return { personId, benefit: benefitOf(one), decision: decisionOf(ctx, one, office) }
}

/** With what the person reads as the reason. */
function explained(ctx: Ctx, one: Numbered, office: Office) {
  const { decision, ...rest } = about(ctx, one, office)
  return { ...rest, decision: { ...decision, reason: one.computed.terms.reasons.join(' ') } }
}

const answerOf = ({ file }: Numbered, question: string) => file.way.facts?.answers?.[question] ?? ''

export function benefitOf({ proposal }: Numbered): Benefit {
  if (!proposal.benefit) throw problems('benefit_not_of_procedure', { benefit: null })
  return proposal.benefit
}
