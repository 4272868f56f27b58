import { monthOf, type Month } from '#kernel/civil-date'
import {
  adjustAward,
  closeAward,
  grantAward,
  grantAwards,
  refuseBenefit,
  resumeAward,
  suspendAward,
  type Benefit,
  type Decision,
} from '#modules/entitlement'
import type { Ctx } from '#platform/server/context'
import { closeReasonOf, kindsSigned, suspensionGroundOf } from '../domain/effects.ts'
import { problems } from '../domain/problems.ts'
import type { Numbered } from './deciding.ts'
import { issuerOf } from './issuer.ts'

/** The unit that decides, and who decides in its name. */
type Office = { readonly areaId: number; readonly title: string }

/** Does to awards what the decisions say: grants in a few statements however many there are, everything else by itself. */
export async function takeEffect(ctx: Ctx, decided: readonly Numbered[], areaId: number) {
  const office = { areaId, title: (await issuerOf(ctx, areaId)).authority }
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
      decision: { ...decisionOf(ctx, one, office), legalBasis: basisOf(one) },
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

async function decideOne(ctx: Ctx, one: Numbered, office: Office) {
  const { proposal, computed, file } = one
  const { personId, kind } = proposal
  const benefit = benefitOf(one)
  const decision = decisionOf(ctx, one, office)
  const reason = proposal.terms.reasons.join(' ')
  const answers = (file.application.asked as { answers?: Readonly<Record<string, string>> }).answers ?? {} // Checked when it was received.
  switch (kind) {
    case 'grant':
      await grantAward(ctx, {
        personId,
        benefit,
        payeeId: proposal.payeeId ?? undefined,
        from: computed.terms.effective,
        decision,
      })
      return
    case 'refuse':
      await refuseBenefit(ctx, { personId, benefit, decision: { ...decision, reason } })
      return
    case 'adjust':
      await adjustAward(ctx, { personId, benefit, from: computed.terms.effective, decision })
      return
    case 'suspend':
      await suspendAward(ctx, {
        personId,
        benefit,
        from: computed.terms.effective,
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
        lastMonth: lastMonthOf(one, monthOf(ctx.today)),
        reason: closeReasonOf[answers['stop_ground'] ?? ''] ?? 'ineligible',
        decision: { ...decision, reason },
      })
      return
    case 'transfer':
    case 'convert':
    case 'support':
    case 'certify':
    case 'admit':
    case 'discharge':
      throw problems('decision_not_possible', { kind, possible: [...kindsSigned] })
  }
}

/** Money ends with the month after, so the month of the decision is the last; of the dead the month they died in. */
function lastMonthOf({ proposal, computed }: Numbered, today: Month): Month {
  const { diedOn } = computed.basis
  return diedOn ? monthOf(diedOn) : (proposal.terms.lastMonth ?? today)
}

function benefitOf({ proposal }: Numbered): Benefit {
  if (!proposal.benefit) throw problems('benefit_not_of_procedure', { benefit: null })
  return proposal.benefit
}

function decisionOf(ctx: Ctx, { number, decisionId }: Numbered, { areaId, title }: Office): Decision {
  return { id: decisionId, number, areaId, signedOn: ctx.today, signerTitle: title }
}

function basisOf({ computed: { terms } }: Numbered) {
  const { ruleSet, rules, citations } = terms
  return { ruleSet, rules, citations }
}
