import { z } from 'zod'
import { CivilDate, firstDayOf, Month } from '#kernel/civil-date'
import { Dong } from '#kernel/dong'
import type { Ctx, Event } from '#platform/server/context'
import { listAwards, type Award } from '../../db/awards.ts'
import { insertListedAward } from '../../db/listed-awards.ts'
import { benefits, type Benefit } from '../../domain/determination.ts'

const Listed = z.object({
  personId: z.uuid(),
  benefit: z.enum(benefits),
  decisionNumber: z.string().min(1),
  signedOn: CivilDate,
  signerTitle: z.string().min(1),
  areaId: z.int(),
  from: Month,
  /** What the list says is paid each month, where it says it. */
  monthly: Dong.nullable(),
  requestId: z.uuid(),
  list: z.object({
    importId: z.uuid(),
    fileName: z.string(),
    rowNumber: z.int(),
    broughtBy: z.uuid(),
    appliedBy: z.uuid(),
    appliedName: z.string(),
  }),
})

/**
 * Keeps a decision found on a list until a second person confirms it; whoever already has the benefit then needs nothing,
 * and keeps the award there is.
 */
export async function proposeListed(ctx: Ctx, event: Event): Promise<void> {
  const { personId, benefit, from, requestId, list, monthly, ...decision } = Listed.parse(event)
  const awards = await listAwards(ctx, [personId])
  const following = awardFollowing(awards, { benefit, from })
  if (following) {
    noteHeld(ctx, { personId, awardId: following.id, benefit, from, requestId })
    return
  }
  const isNew = await insertListedAward(ctx, {
    ...list,
    ...decision,
    id: requestId,
    personId,
    benefit,
    monthly,
    firstMonth: from,
    listedAt: ctx.now,
    decidedBy: null,
    decidedName: null,
    decidedAt: null,
  })
  if (isNew)
    ctx.audit({
      action: 'entitlement.listed_award_waits',
      personId,
      subject: requestId,
      details: { benefit, from, importId: list.importId },
    })
}

/** The award that already covers the first month of a listed one, or a later month. */
export function awardFollowing(
  awards: readonly Award[],
  { benefit, from }: { readonly benefit: Benefit; readonly from: Month },
): Award | undefined {
  return awards.find(
    (award) =>
      award.benefit === benefit && (award.during.until === null || award.during.until > firstDayOf(from)),
  )
}

/** A list that names somebody who has the benefit changes nothing; that it did is remembered. */
export function noteHeld(
  ctx: Ctx,
  {
    personId,
    awardId,
    ...details
  }: { personId: string; awardId: string; benefit: Benefit; from: Month; requestId: string },
) {
  ctx.audit({ action: 'entitlement.listing_already_granted', personId, subject: awardId, details })
}
