import { newId } from '#kernel/chance'
import { addMonths, firstDayOf, type Instant, type Month } from '#kernel/civil-date'
import { rangeOf } from '#kernel/period'
import type { Ctx } from '#platform/server/context'
import {
  insertAwards,
  listAwardsForUpdate,
  notSuspended,
  retract,
  type CloseReason,
  type NewAward,
} from '../db/awards.ts'
import type { Benefit } from '../domain/determination.ts'
import { problems } from '../domain/problems.ts'
import { noteAwardsChanged } from './award-change.ts'
import { recordDecisions, splitByRequest, type Decision } from './decision.ts'
import { basisOfStop } from './legal-basis.ts'
import { assertVisible } from './person.ts'

export type Closing = {
  readonly personId: string
  readonly benefit: Benefit
  readonly decision: Decision
  /** The last month due; before the first month of the award it never takes effect. */
  readonly lastMonth: Month
  readonly reason: CloseReason
  readonly recordedAt?: Instant | undefined
}

/** Ends an award by decision: what was known is retracted, and known again with its last month. */
export async function closeAward(ctx: Ctx, closing: Closing): Promise<void> {
  const { personId, benefit, lastMonth, reason, decision } = closing
  await assertVisible(ctx, personId)
  if (decision.signedOn > ctx.today) throw problems('signed_in_future', { signedOn: decision.signedOn })
  const { fresh } = await splitByRequest(ctx, 'stop', [closing])
  if (fresh.length === 0) return
  await closeAwards(ctx, fresh)
  ctx.emit({ type: 'entitlement.award_closed', personId, benefit, lastMonth, reason })
}

/** Ends many awards at once, in a few statements. */
export async function closeAwards(ctx: Ctx, closings: readonly Closing[]): Promise<void> {
  const { fresh } = await splitByRequest(ctx, 'stop', closings)
  const decisions = await recordDecisions(
    ctx,
    fresh.map((closing) => ({
      ...closing,
      kind: 'stop',
      effective: addMonths(closing.lastMonth, 1),
      legalBasis: basisOfStop(closing.lastMonth, closing.decision.signedOn),
    })),
  )
  const cut = await cutAwards(ctx, fresh, decisions)
  await insertAwards(ctx, cut)
  await noteAwardsChanged(ctx, fresh)
}

/** Retracts each award from the month after its last, and says what is to be known of it instead. */
async function cutAwards(
  ctx: Ctx,
  closings: readonly Closing[],
  decisions: ReadonlyMap<Decision, string>,
): Promise<NewAward[]> {
  const people = new Set(closings.map(({ personId }) => personId))
  const awards = Map.groupBy(await listAwardsForUpdate(ctx, [...people]), keyOf)
  const cut: NewAward[] = []
  const retracted: { readonly id: string; readonly at: Instant }[] = []
  for (const closing of closings) {
    const { lastMonth, reason, decision, recordedAt = ctx.now } = closing
    const until = firstDayOf(addMonths(lastMonth, 1))
    const later = awards
      .get(keyOf(closing))
      ?.filter(({ during }) => during.until === null || during.until > until)
    if (!later?.length)
      throw problems('award_not_open', { personId: closing.personId, benefit: closing.benefit, lastMonth })
    for (const { retractedAt: _, ...award } of later) {
      retracted.push({ id: award.id, at: recordedAt })
      const left = award.during.from! < until // An award has a first month.
      cut.push({
        ...award,
        // A stop from the month of the suspension, or before it, leaves nothing suspended.
        ...(award.suspendedFrom !== null && award.suspendedFrom >= until && notSuspended),
        id: newId(),
        closedBy: decisions.get(decision)!, // Written just now.
        closeReason: reason,
        during: left ? rangeOf({ from: award.during.from, until }) : 'empty',
        recordedAt,
      })
    }
  }
  await retract(ctx, retracted)
  return cut
}

function keyOf({ personId, benefit }: Pick<Closing, 'personId' | 'benefit'>): string {
  return `${personId} ${benefit}`
}
