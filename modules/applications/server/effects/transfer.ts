import { addMonths } from '#kernel/civil-date'
import { arriveInUnit, leaveUnit } from '#modules/entitlement'
import { areaAt } from '#modules/geography'
import { recordResidence, summariesOf } from '#modules/people'
import { PersonId } from '#modules/people/contract'
import type { Ctx } from '#platform/server/context'
import { homeBy, isLeaving } from '../compute-transfer.ts'
import type { Numbered } from '../deciding.ts'
import { sourceOf, withBasis, type Office } from './decision.ts'

/** The old unit ends what it pays and the register learns of the move; the new one goes on from the month after. */
export async function transfer(ctx: Ctx, one: Numbered, office: Office) {
  const { proposal, computed, file } = one
  const { personId } = proposal
  const { effective } = computed.terms
  const decision = withBasis(ctx, one, office)
  if (isLeaving(file)) {
    await leaveUnit(ctx, { personId, decision, lastMonth: addMonths(effective, -1) })
  } else {
    await arriveInUnit(ctx, { personId, decision, from: effective })
  }
  await moveHome(ctx, one)
}

/** Where somebody lives now, unless the register knows it already. */
async function moveHome(ctx: Ctx, one: Numbered) {
  const { file, proposal, computed } = one
  const { subject } = file.application
  const { detail } = computed.terms
  const areaId = homeBy(file)
  if (areaId === null || detail?.kind !== 'transfer' || detail.movedOn === null) return
  const home = (await summariesOf(ctx, [proposal.personId])).get(proposal.personId)?.homeAreaId
  if (home !== undefined && (await areaAt(ctx, [home], ctx.today)).get(home) === areaId) return
  await recordResidence(ctx, {
    personId: PersonId.parse(proposal.personId),
    areaId,
    village: subject.village,
    address: subject.address,
    from: detail.movedOn,
    source: sourceOf(one),
  })
}
