import { monthOf } from '#kernel/civil-date'
import {
  adjustAward,
  closeAward,
  grantAward,
  grantAwards,
  refuseBenefit,
  resumeAward,
  suspendAward,
  type Benefit,
} from '#modules/entitlement'
import type { Ctx } from '#platform/server/context'
import { forWholeCountry } from '#platform/server/whole-country'
import { closeReasonOf, kindsOfTwoUnits, suspensionGroundOf } from '../domain/effects.ts'
import { problems } from '../domain/problems.ts'
import type { Numbered } from './deciding.ts'
import { admit, discharge } from './effects/stay.ts'
import { certify } from './effects/certify.ts'
import { decisionOf, withBasis, type Office } from './effects/decision.ts'
import { support } from './effects/support.ts'
import { transfer } from './effects/transfer.ts'

/** Does what the decisions say: grants in a few statements however many there are, everything else by itself. */
export async function takeEffect(ctx: Ctx, decided: readonly Numbered[], office: Office) {
  const isOfMany = ({ proposal }: Numbered) =>
    proposal.kind === 'grant' && proposal.benefit !== 'care_support'
  await grantMany(ctx, decided.filter(isOfMany), office)
  for (const one of decided) if (!isOfMany(one)) await decideOne(ctx, one, office)
}

async function grantMany(ctx: Ctx, grants: readonly Numbered[], office: Office) {
  if (grants.length === 0) return
  await grantAwards(
    ctx,
    grants.map((one) => ({
      personId: one.proposal.personId,
      benefit: benefitOf(one),
      payeeId: one.proposal.payeeId ?? undefined,
      from: one.computed.terms.effective,
      decision: withBasis(ctx, one, office),
    })),
  )
  for (const one of grants)
    ctx.emit({
      type: 'entitlement.award_granted',
      personId: one.proposal.personId,
      benefit: benefitOf(one),
      from: one.computed.terms.effective,
    })
}

/** What two units have a part in is done for whoever lives in either; everything else stops at the unit’s border. */
function decideOne(ctx: Ctx, one: Numbered, office: Office): Promise<void> {
  return kindsOfTwoUnits.has(one.proposal.kind)
    ? forWholeCountry(ctx, (ctx) => decideKind(ctx, one, office))
    : decideKind(ctx, one, office)
}

async function decideKind(ctx: Ctx, one: Numbered, office: Office): Promise<void> {
  const { proposal } = one
  switch (proposal.kind) {
    case 'support':
      return support(ctx, one, office)
    case 'transfer':
      return transfer(ctx, one, office)
    case 'certify':
      return certify(ctx, one, office)
    case 'admit':
      return admit(ctx, one, office)
    case 'discharge':
      return discharge(ctx, one, office)
    case 'refuse':
      // What is no monthly benefit has no place among awards: the notice with its number is the refusal.
      return proposal.benefit === null ? undefined : decideMonthly(ctx, one, office)
    case 'grant':
    case 'adjust':
    case 'suspend':
    case 'resume':
    case 'stop':
      return decideMonthly(ctx, one, office)
    case 'convert':
      throw problems('decision_not_possible', { kind: proposal.kind, possible: [] })
  }
}

async function decideMonthly(ctx: Ctx, one: Numbered, office: Office): Promise<void> {
  const { proposal, computed, file } = one
  const { personId, kind } = proposal
  const { effective, lastMonth, reasons } = computed.terms
  const benefit = benefitOf(one)
  const decision = decisionOf(ctx, one, office)
  const reason = reasons.join(' ')
  const answers = file.way.facts?.answers ?? {}
  switch (kind) {
    case 'grant': {
      const payeeId = proposal.payeeId ?? undefined
      await grantAward(ctx, { personId, benefit, payeeId, from: effective, decision })
      return
    }
    case 'refuse':
      await refuseBenefit(ctx, { personId, benefit, decision: { ...decision, reason } })
      return
    case 'adjust':
      await adjustAward(ctx, { personId, benefit, from: effective, decision })
      return
    case 'suspend':
      await suspendAward(ctx, {
        personId,
        benefit,
        from: effective,
        ground: suspensionGroundOf[answers['suspension_ground'] ?? ''] ?? 'refuses_review',
        decision: { ...decision, reason },
      })
      return
    case 'resume':
      await resumeAward(ctx, { personId, benefit, decision: { ...decision, reason } })
      return
    case 'stop':
      await closeAward(ctx, {
        personId,
        benefit,
        lastMonth: lastMonth ?? monthOf(ctx.today),
        reason: computed.basis.diedOn
          ? 'died'
          : (closeReasonOf[answers['stop_ground'] ?? ''] ?? 'ineligible'),
        decision: { ...decision, reason },
      })
      return
    case 'transfer':
    case 'convert':
    case 'support':
    case 'certify':
    case 'admit':
    case 'discharge':
      throw new RangeError(`A decision of kind ${kind} is about no single benefit`)
  }
}

function benefitOf({ proposal }: Numbered): Benefit {
  if (!proposal.benefit) throw problems('benefit_not_of_procedure', { benefit: null })
  return proposal.benefit
}
