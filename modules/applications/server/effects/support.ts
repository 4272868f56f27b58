import { CaseEvent, grantSupport } from '#modules/entitlement'
import type { Ctx } from '#platform/server/context'
import { problems } from '../../domain/problems.ts'
import { settle } from '../../db/proposals.ts'
import { assertNotGivenInKind } from '../given-before.ts'
import type { Numbered } from '../deciding.ts'
import { withBasis, type Office } from './decision.ts'

/** What is given once is due from the signature on, and paid by the next list; things are given by hand. */
export async function support(ctx: Ctx, one: Numbered, office: Office) {
  const { proposal, computed } = one
  const { detail, given = [] } = computed.terms
  if (detail?.kind !== 'support' || !detail.payee) throw problems('payee_needed')
  const { payee } = detail
  const { personId, applicationId, deviation } = proposal
  await assertNotGivenInKind(ctx, { personId, applicationId, deviation, terms: computed.terms })
  // Signed now, so that another for the same event, signed in the same moment, finds it.
  await settle(ctx, [proposal.id], { state: 'signed' })
  await grantSupport(ctx, {
    personId: proposal.personId,
    event: CaseEvent.parse(detail.event),
    decision: withBasis(ctx, one, office),
    money: given.flatMap(({ rule, citation, amount, isHousehold }) =>
      amount === null ? [] : [{ rule, citation, amount, isHousehold }],
    ),
    payee:
      payee.kind === 'person'
        ? { personId: payee.personId }
        : {
            fullName: payee.fullName,
            isOrganisation: payee.isOrganisation,
            number: payee.number,
            phone: payee.phone,
            address: payee.address,
          },
  })
}
