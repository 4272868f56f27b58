import { newId } from '#kernel/chance'
import { addMonths, firstDayOf, monthOf, type Month } from '#kernel/civil-date'
import { rangeOf } from '#kernel/period'
import type { Ctx } from '#platform/server/context'
import { insertAwards, listAwards, listAwardsForUpdate, retract, type Award } from '../db/awards.ts'
import { listDecisionsByIds } from '../db/decisions.ts'
import type { Benefit } from '../domain/determination.ts'
import { problems } from '../domain/problems.ts'
import { noteAwardsChanged } from './award-change.ts'

/** An award as people name it, whichever row says it now: its benefit, and the first month due. */
export type NamedAward = { readonly personId: string; readonly benefit: Benefit; readonly from: Month }

/** The last month of an award that the lists of before have paid; null where they paid none of it. */
export type PaidMonths = NamedAward & { readonly paidThrough: Month | null }

/**
 * Puts right which months of an award the lists of before have paid («đã chi đến hết tháng»): what was believed is retracted
 * and stays, and the next run looks at these months again. Nothing but what a list brought has such months.
 */
export async function correctPaidMonths(ctx: Ctx, { paidThrough, ...named }: PaidMonths): Promise<void> {
  const { personId, benefit, from } = named
  const awards = await takenOver(ctx, await listAwardsForUpdate(ctx, [personId]), named)
  if (paidThrough !== null) assertWithin(ctx, awards, paidThrough)
  const before = paidBefore(awards)
  if (before === paidThrough) return
  const paidFrom = paidThrough && firstDayOf(addMonths(paidThrough, 1))
  await retract(
    ctx,
    awards.map(({ id }) => ({ id, at: ctx.now })),
  )
  const corrected = awards.map(({ during, ...award }) => ({
    ...award,
    id: newId(),
    during: rangeOf(during),
    paidFrom: paidFrom !== null && paidFrom > during.from! ? paidFrom : null, // An award has a first month.
    recordedAt: ctx.now,
  }))
  await insertAwards(ctx, corrected)
  await noteAwardsChanged(ctx, awards)
  ctx.audit({
    action: 'entitlement.paid_months_corrected',
    personId,
    subject: corrected[0]!.id, // Whoever took it over has one.
    details: { benefit, from, before, paidThrough },
  })
}

/** Through which month the lists of before have paid an award that was taken over; null where none of it. */
export async function getPaidThrough(ctx: Ctx, named: NamedAward): Promise<Month | null> {
  return paidBefore(await takenOver(ctx, await listAwards(ctx, [named.personId]), named))
}

/** The award a list brought, and what moves have made of it: each unit pays its own months. */
async function takenOver(ctx: Ctx, awards: readonly Award[], named: NamedAward): Promise<Award[]> {
  const own = awards.filter(({ benefit }) => benefit === named.benefit)
  const first = own.find(({ during }) => during.from === firstDayOf(named.from))
  const [opening] = first ? await listDecisionsByIds(ctx, [first.openedBy]) : []
  if (!first || opening?.source !== 'import') throw problems('award_not_taken_over', named)
  const chain = [first]
  for (;;) {
    const { closeReason, during } = chain.at(-1)! // It begins with one.
    const next = closeReason === 'moved' && own.find((one) => one.during.from === during.until)
    if (!next) return chain
    chain.push(next)
  }
}

function assertWithin({ today }: Ctx, awards: readonly Award[], paidThrough: Month) {
  const from = firstMonthOf(awards)
  const until = awards.at(-1)!.during.until // Whoever took it over has one.
  // The list of a month may be paid before the month begins.
  const latest = addMonths(monthOf(today), 1)
  const last = until === null ? latest : addMonths(monthOf(until), -1)
  const through = last < latest ? last : latest
  if (paidThrough < from || paidThrough > through)
    throw problems('paid_months_outside', { paidThrough, from, through })
}

function paidBefore(awards: readonly Award[]): Month | null {
  const paidFrom = awards.map((award) => award.paidFrom).findLast((day) => day !== null)
  return paidFrom ? addMonths(monthOf(paidFrom), -1) : null
}

function firstMonthOf([first]: readonly Award[]): Month {
  return monthOf(first!.during.from!) // Whoever took it over has one, and an award has a first month.
}
