import { z } from 'zod'
import { CivilDate, monthOf } from '#kernel/civil-date'
import type { Ctx, Event } from '#platform/server/context'
import type { Subscribers } from '#platform/server/outbox'
import { listAwards } from '../db/awards.ts'
import { closeAwards } from './close-awards.ts'
import { grantListed, hearPaidThrough, proposeListed } from './listed/propose.ts'
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

/** What this module does when something happens elsewhere. */
export const entitlementSubscribers: Subscribers = {
  'entitlement.stop_at_death': { on: ['people.died'], run: stopAtDeath },
  [grantListed]: { on: ['people.beneficiary_listed'], run: proposeListed },
  'entitlement.hear_paid_through': { on: ['people.list_paid_through'], run: hearPaidThrough },
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
