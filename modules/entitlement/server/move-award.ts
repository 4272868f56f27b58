import { addMonths, firstDayOf, monthOf, type Instant, type Month } from '#kernel/civil-date'
import { contains } from '#kernel/period'
import type { Ctx } from '#platform/server/context'
import { findAwardsOfRequests, listAwards } from '../db/awards.ts'
import type { Benefit } from '../domain/determination.ts'
import { problems } from '../domain/problems.ts'
import { closeAwards } from './close-awards.ts'
import type { Decision } from './decision.ts'
import { grantAwards } from './grant-awards.ts'
import { assertVisible } from './person.ts'

export type Move = {
  readonly personId: string
  /** Every open award of the person, unless one is named. */
  readonly benefit?: Benefit | undefined
  /** By which the old unit stops, and by which the new one goes on. */
  readonly stop: Decision
  readonly grant: Decision
  /** The last month the old unit pays; the new one pays from the next, so that none is lost or paid twice. */
  readonly lastMonth: Month
  readonly recordedAt?: Instant | undefined
}

/** Hands the awards of a person who moved from one unit to the next («chuyển nơi hưởng»), where both decide at once. */
export async function moveAward(ctx: Ctx, move: Move): Promise<{ awardId: string }[]> {
  const { personId, benefit, stop, grant, lastMonth, recordedAt } = move
  await assertVisible(ctx, personId)
  const before = grant.requestId ? await findAwardsOfRequests(ctx, [grant.requestId]) : []
  if (before.length > 0) return before
  await leaveUnit(ctx, { personId, benefit, decision: stop, lastMonth, recordedAt })
  return arriveInUnit(ctx, { personId, benefit, decision: grant, from: addMonths(lastMonth, 1), recordedAt })
}

export type Leaving = Omit<Move, 'stop' | 'grant'> & { readonly decision: Decision }

/** The old unit ends what it pays and sends the file on: what it ended is waited for by the next one. */
export async function leaveUnit(ctx: Ctx, leaving: Leaving): Promise<Benefit[]> {
  const { personId, decision, lastMonth, recordedAt } = leaving
  const paid = firstDayOf(lastMonth)
  const open = (await listAwards(ctx, [personId])).filter(
    ({ benefit, during }) =>
      (leaving.benefit ?? benefit) === benefit && during.until === null && contains(during, paid),
  )
  if (open.length === 0) throw problems('award_not_open', { personId, lastMonth })
  // The new unit could never pay what the old one left out: whoever moves is resumed or stopped first.
  const suspended = open.find(({ suspendedFrom }) => suspendedFrom !== null)
  if (suspended) throw problems('award_suspended', { personId, benefit: suspended.benefit })
  await closeAwards(
    ctx,
    open.map(({ benefit }) => ({ personId, benefit, decision, lastMonth, reason: 'moved', recordedAt })),
  )
  return open.map(({ benefit }) => benefit)
}

export type Arriving = Omit<Move, 'stop' | 'grant' | 'lastMonth'> & {
  readonly decision: Decision
  /** The first month the old unit pays no more, however late the new one decides. */
  readonly from: Month
}

/** The new unit goes on where the old one ended, for whoever was paid there. */
export async function arriveInUnit(ctx: Ctx, arriving: Arriving): Promise<{ awardId: string }[]> {
  const { personId, decision, from, recordedAt } = arriving
  const ended = (await listAwards(ctx, [personId])).filter(
    ({ benefit, during, closeReason }) =>
      (arriving.benefit ?? benefit) === benefit &&
      closeReason === 'moved' &&
      during.until === firstDayOf(from),
  )
  if (ended.length === 0) throw problems('move_not_begun', { personId, from })
  return grantAwards(
    ctx,
    ended.map(({ benefit, payeeId, paidFrom }) => ({
      personId,
      benefit,
      payeeId,
      decision,
      from,
      paidFrom: paidFrom && monthOf(paidFrom),
      recordedAt,
    })),
  )
}
