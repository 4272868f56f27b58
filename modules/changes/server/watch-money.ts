import type { Month } from '#kernel/civil-date'
import { listAwards } from '#modules/entitlement'
import { peopleAround, type RecordingOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { forWholeCountry } from '#platform/server/whole-country'
import { effectsOf, type Effect } from '../domain/effect.ts'
import { monthsToCompare } from './months-to-compare.ts'
import { duesOf } from './preview.ts'

/**
 * Records something and says which months of whom come to something else by it, past or to come, of those a decision gives
 * money to. As with a preview, nobody has to trust a second description of what recording does: it is done, and the law is
 * asked before and after. Whoever finds it too much refuses, and nothing of the request stays.
 */
export async function watchMoney<Result>(
  ctx: Ctx,
  about: RecordingOf,
  record: () => Promise<Result>,
): Promise<{ result: Result; effects: readonly Effect[] }> {
  const watched = await forWholeCountry(ctx, (ctx) => awardedAround(ctx, about))
  if (!watched) return { result: await record(), effects: [] }
  const { personIds, months } = watched
  const before = await duesOf(ctx, personIds, months)
  const result = await record()
  const after = await duesOf(ctx, personIds, months)
  return {
    result,
    effects: effectsOf({ before: before.given, after: after.given }, { months, isAwarded: true }),
  }
}

/** Those around with an award, and every month it has given something or may yet. */
async function awardedAround(
  ctx: Ctx,
  { personId, otherId, householdId }: RecordingOf,
): Promise<{ personIds: string[]; months: Month[] } | undefined> {
  const near = await peopleAround(ctx, {
    personIds: [personId, ...(otherId === undefined ? [] : [otherId])],
    householdIds: householdId === undefined ? [] : [householdId],
  })
  const awards = await listAwards(ctx, near)
  if (awards.length === 0) return undefined
  return {
    personIds: [...new Set(awards.map((award) => award.personId))],
    months: monthsToCompare(ctx, awards),
  }
}
