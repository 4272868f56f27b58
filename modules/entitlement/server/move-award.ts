import { addMonths, firstDayOf, type Instant, type Month } from '#kernel/civil-date'
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

/** Hands the awards of a person who moved from one unit to the next («chuyển nơi hưởng»). */
export async function moveAward(ctx: Ctx, move: Move): Promise<{ awardId: string }[]> {
  const { personId, stop, grant, lastMonth, recordedAt } = move
  await assertVisible(ctx, personId)
  const before = grant.requestId ? await findAwardsOfRequests(ctx, [grant.requestId]) : []
  if (before.length > 0) return before
  const paid = firstDayOf(lastMonth)
  const known = await listAwards(ctx, [personId])
  const open = known.filter(
    ({ benefit, during }) =>
      (move.benefit ?? benefit) === benefit && during.until === null && contains(during, paid),
  )
  if (open.length === 0) throw problems('award_not_open', { personId, lastMonth })
  // The new unit could never pay what the old one left out: whoever moves is resumed or stopped first.
  const suspended = open.find(({ suspendedFrom }) => suspendedFrom !== null)
  if (suspended) throw problems('award_suspended', { personId, benefit: suspended.benefit })
  await closeAwards(
    ctx,
    open.map(({ benefit }) => ({
      personId,
      benefit,
      decision: stop,
      lastMonth,
      reason: 'moved',
      recordedAt,
    })),
  )
  return grantAwards(
    ctx,
    open.map(({ benefit, payeeId }) => ({
      personId,
      benefit,
      payeeId,
      decision: grant,
      from: addMonths(lastMonth, 1),
      recordedAt,
    })),
  )
}
