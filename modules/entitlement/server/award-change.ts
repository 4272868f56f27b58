import { loadHistories } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { listLeaningOnAllowance, noteChanged } from '../db/standings.ts'
import type { Benefit } from '../domain/determination.ts'
import { rewriteLapses } from './lapses.ts'
import { rewriteStandings } from './refresh-standings.ts'
import { forWholeCountry } from '#platform/server/whole-country'

/** What follows from awards opened or closed: their months are looked at again, and a spouse, a single parent or a child without parents stands otherwise. */
export async function noteAwardsChanged(
  ctx: Ctx,
  awards: readonly { readonly personId: string; readonly benefit: Benefit }[],
) {
  const people = awards.map(({ personId }) => personId)
  await noteChanged(ctx, people)
  await rewriteLapses(ctx, people)
  const of = (wanted: Benefit) =>
    awards.filter(({ benefit }) => benefit === wanted).map(({ personId }) => personId)
  await rewriteStandings(ctx, await listLeaningOnAllowance(ctx, of('monthly_allowance')))
  const sharers = new Set(of('parenting_support'))
  if (sharers.size === 0) return
  const histories = await forWholeCountry(ctx, (ctx) => loadHistories(ctx, [...sharers]))
  for (const { relations } of histories)
    for (const { kind, otherId } of relations) if (kind === 'spouse_of') sharers.add(otherId)
  await rewriteStandings(ctx, [...sharers])
}
