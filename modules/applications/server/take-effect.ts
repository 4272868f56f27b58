import { grantAwards } from '#modules/entitlement'
import type { Ctx } from '#platform/server/context'
import { forWholeCountry } from '#platform/server/whole-country'
import { kindsOfTwoUnits } from '../domain/effects.ts'
import type { DecisionKind } from '../domain/procedure.ts'
import { problems } from '../domain/problems.ts'
import type { Numbered } from './deciding.ts'
import { admit, discharge } from './effects/stay.ts'
import { certify } from './effects/certify.ts'
import { withBasis, type Office } from './effects/decision.ts'
import * as monthly from './effects/monthly.ts'
import { support } from './effects/support.ts'
import { transfer } from './effects/transfer.ts'
import { endReplaced } from './replaced.ts'

/** Does what the decisions say: grants in a few statements however many there are, everything else by itself. */
export async function takeEffect(ctx: Ctx, decided: readonly Numbered[], office: Office) {
  const isOfMany = ({ proposal }: Numbered) =>
    proposal.kind === 'grant' && proposal.benefit !== 'care_support'
  await endReplaced(ctx, decided, office)
  await grantMany(ctx, decided.filter(isOfMany), office)
  for (const one of decided) if (!isOfMany(one)) await decideOne(ctx, one, office)
}

async function grantMany(ctx: Ctx, grants: readonly Numbered[], office: Office) {
  if (grants.length === 0) return
  await grantAwards(
    ctx,
    grants.map((one) => ({
      personId: one.proposal.personId,
      benefit: monthly.benefitOf(one),
      payeeId: one.proposal.payeeId ?? undefined,
      from: one.computed.terms.effective,
      decision: withBasis(ctx, one, office),
    })),
  )
  for (const one of grants)
    ctx.emit({
      type: 'entitlement.award_granted',
      personId: one.proposal.personId,
      benefit: monthly.benefitOf(one),
      from: one.computed.terms.effective,
    })
}

/** What two units have a part in is done for whoever lives in either; everything else stops at the unit’s border. */
function decideOne(ctx: Ctx, one: Numbered, office: Office): Promise<void> {
  const { kind } = one.proposal
  if (kind === 'convert') throw problems('decision_not_possible', { kind, possible: [] }) // Signed with its list.
  const take = effects[kind]
  return kindsOfTwoUnits.has(kind) || one.file.application.otherAreaId !== null
    ? forWholeCountry(ctx, (ctx) => take(ctx, one, office))
    : take(ctx, one, office)
}

type Effect = (ctx: Ctx, one: Numbered, office: Office) => Promise<void>

/** What each kind of decision does. */
const effects: Readonly<Record<Exclude<DecisionKind, 'convert'>, Effect>> = {
  grant: monthly.grant,
  adjust: monthly.adjust,
  suspend: monthly.suspend,
  resume: monthly.resume,
  stop: monthly.stop,
  refuse: monthly.refuse,
  support,
  transfer,
  certify,
  admit,
  discharge,
}
