import { z } from 'zod'
import { CivilDate, Month, monthOf } from '#kernel/civil-date'
import type { Ctx, Event } from '#platform/server/context'
import type { Subscribers } from '#platform/server/outbox'
import { listAwards } from '../db/awards.ts'
import { benefits } from '../domain/determination.ts'
import { closeAwards } from './close-awards.ts'
import { grantAwards } from './grant-awards.ts'
import { rewriteStandings } from './refresh-standings.ts'

const SignedDecision = z.object({
  number: z.string().min(1),
  signedOn: CivilDate,
  signerTitle: z.string().min(1),
  areaId: z.int(),
  reason: z.string().optional(),
  requestId: z.uuid().optional(),
})

const Died = z.object({
  personId: z.uuid(),
  diedOn: CivilDate,
  /** The decision of the competent chair to stop, where it came together with the death. */
  decision: SignedDecision.optional(),
})

const Listed = z.object({
  personId: z.uuid(),
  benefit: z.enum(benefits),
  payeeId: z.uuid().optional(),
  decisionNumber: z.string().min(1),
  signedOn: CivilDate,
  signerTitle: z.string().min(1),
  areaId: z.int(),
  from: Month,
  requestId: z.uuid(),
})

/** What this module does when something happens elsewhere. */
export const entitlementSubscribers: Subscribers = {
  'entitlement.stop_at_death': { on: ['people.died'], run: stopAtDeath },
  'entitlement.grant_listed': { on: ['people.beneficiary_listed'], run: grantListed },
}

/**
 * After a death nothing is due, whoever has signed what: the standing ends with the day. An award ends only by a
 * decision of the chair, so it is closed here only where the news brings one.
 */
async function stopAtDeath(ctx: Ctx, event: Event) {
  const { personId, diedOn, decision } = Died.parse(event)
  await rewriteStandings(ctx, [personId])
  if (!decision) return
  const lastMonth = monthOf(diedOn)
  const open = (await listAwards(ctx, [personId])).filter(
    ({ during }) => during.until === null || during.until > diedOn,
  )
  await closeAwards(
    ctx,
    open.map(({ benefit }) => ({ personId, benefit, decision, lastMonth, reason: 'died' })),
  )
}

/** Takes over a decision found on a list; whoever already has the benefit then keeps the award there is. */
async function grantListed(ctx: Ctx, event: Event) {
  const { personId, benefit, payeeId, decisionNumber, signedOn, signerTitle, areaId, from, requestId } =
    Listed.parse(event)
  const awards = await listAwards(ctx, [personId])
  const following = awards.find(
    (award) =>
      award.benefit === benefit && (award.during.until === null || award.during.until > `${from}-01`),
  )
  if (following) {
    ctx.audit({
      action: 'entitlement.listing_already_granted',
      personId,
      subject: following.id,
      details: { benefit, from, requestId },
    })
    return
  }
  const decision = { number: decisionNumber, signedOn, signerTitle, areaId, requestId, source: 'import' }
  await grantAwards(ctx, [{ personId, benefit, payeeId, from, decision }])
}
