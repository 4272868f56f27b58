import { loadHistories } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { noteChanged } from '../db/standings.ts'
import type { Benefit } from '../domain/determination.ts'
import { rewriteStandings } from './refresh-standings.ts'
import { forWholeCountry } from './whole-country.ts'

/** What follows from awards opened or closed: their months are looked at again, and a spouse stands otherwise. */
export async function noteAwardsChanged(
  ctx: Ctx,
  awards: readonly { readonly personId: string; readonly benefit: Benefit }[],
) {
  await noteChanged(
    ctx,
    awards.map(({ personId }) => personId),
  )
  const sharing = awards.filter(({ benefit }) => benefit === 'parenting_support')
  if (sharing.length === 0) return
  const people = new Set(sharing.map(({ personId }) => personId))
  const histories = await forWholeCountry(ctx, (ctx) => loadHistories(ctx, [...people]))
  for (const { relations } of histories)
    for (const { kind, otherId } of relations) if (kind === 'spouse_of') people.add(otherId)
  await rewriteStandings(ctx, [...people])
}
