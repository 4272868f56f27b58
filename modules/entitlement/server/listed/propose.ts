import { z } from 'zod'
import { CivilDate, firstDayOf, Month } from '#kernel/civil-date'
import { Dong } from '#kernel/dong'
import type { Ctx, Event } from '#platform/server/context'
import { listAwards, type Award } from '../../db/awards.ts'
import { insertListedAward, tellPaidThrough } from '../../db/listed-awards.ts'
import { benefits, type Benefit } from '../../domain/determination.ts'

/** By this name it is owed what lists told; it was given when a list still granted by itself. */
export const grantListed = 'entitlement.grant_listed'

const Listed = z.object({
  personId: z.uuid(),
  benefit: z.enum(benefits),
  decisionNumber: z.string().min(1),
  signedOn: CivilDate,
  signerTitle: z.string().min(1),
  areaId: z.int(),
  from: Month,
  /** Lists taken in before this was asked of them say nothing. */
  paidThrough: Month.nullable().default(null),
  isPaidTold: z.boolean().default(false),
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

const PaidThrough = z.object({ importId: z.uuid(), paidThrough: Month.nullable() })

/** Whoever brought a list says afterwards what the lists before have paid: what waits is told so. */
export async function hearPaidThrough(ctx: Ctx, event: Event): Promise<void> {
  await tellPaidThrough(ctx, PaidThrough.parse(event))
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
