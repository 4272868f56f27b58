import { addMonths, monthOf, monthsThrough } from '#kernel/civil-date'
import type { components } from '#modules/entitlement/contract'
import { knownInImport, summariesOf, takeInOnTrial } from '#modules/people'
import { PersonId } from '#modules/people/contract'
import type { Ctx } from '#platform/server/context'
import type { ImportEffects } from '../contract.ts'
import { effectsOf } from '../domain/effect.ts'
import { duesOf, monthsBack, onTrial } from './preview.ts'

/** So many rows are tried at a time: more would have somebody wait before a page. */
const mostRows = 500
const monthsAhead = 3

/**
 * What taking a list in would come to for those who are given something already: the rows are taken in, the law is asked, and
 * all of it is taken back. What the list grants whoever is new is its own to say.
 */
export async function importEffects(ctx: Ctx, { id }: { id: string }): Promise<ImportEffects> {
  const { personIds, left } = await knownInImport(ctx, { id, most: mostRows })
  const present = monthOf(ctx.today)
  const months = monthsThrough(addMonths(present, -monthsBack), addMonths(present, monthsAhead))
  const before = await duesOf(ctx, personIds, months)
  const after = await onTrial(ctx, async (ctx) => {
    await takeInOnTrial(ctx, { id, most: mostRows })
    return duesOf(ctx, personIds, months)
  })
  const given = effectsOf({ before: before.given, after: after.given }, { months, isAwarded: true })
  const ahead = months.filter((month) => month >= present)
  const possible = effectsOf(
    { before: before.possible, after: after.possible },
    { months: ahead, isAwarded: false },
  )
  const people = await summariesOf(ctx, personIds)
  return {
    effects: [...given, ...possible].map(({ personId, component, ...effect }) => ({
      ...effect,
      component: component as (typeof components)[number], // As the law names them.
      person: { id: PersonId.parse(personId), fullName: people.get(personId)?.fullName ?? null },
    })),
    people: personIds.length,
    left: Math.max(0, left),
  }
}
