import { sql } from 'kysely'
import { getArea } from '#modules/geography'
import { placeInPart, summariesOf } from '#modules/people'
import { PersonId } from '#modules/people/contract'
import type { Ctx } from '#platform/server/context'
import { forWholeCountry } from '#platform/server/whole-country'
import { findToPlace, listToPlaceRows, markPlaced } from '../db/to-place.ts'
import type { TerritoryTables } from '../db/tables.ts'
import { problems } from '../domain/problems.ts'

const most = 500

export async function listToPlace(ctx: Ctx) {
  const rows = await listToPlaceRows(ctx, { most })
  const people = await summariesOf(
    ctx,
    rows.map(({ personId }) => personId),
  )
  const parts = await partsOf(ctx, new Set(rows.map(({ stepId }) => stepId)))
  const listed = []
  for (const { stepId, personId, areaId } of rows) {
    const person = people.get(personId)
    if (!person) continue
    const { id, code, name } = await getArea(ctx, areaId)
    listed.push({
      personId: PersonId.parse(personId),
      fullName: person.fullName,
      unit: { id, code, name },
      parts: parts.get(stepId)?.get(areaId) ?? [],
    })
  }
  return listed
}

/** Which units each divided unit of these steps became. */
async function partsOf(ctx: Ctx, stepIds: ReadonlySet<string>) {
  const steps = await ctx
    .db<TerritoryTables>()
    .selectFrom('territory.step')
    .select(['id', 'plan'])
    .where('id', '=', sql<string>`any(${[...stepIds]}::uuid[])`)
    .execute()
  const all = new Map<string, Map<number, { id: number; code: string; name: string }[]>>()
  for (const { id: stepId, plan } of steps) {
    const ofStep = new Map<number, { id: number; code: string; name: string }[]>()
    for (const { fromId, toId } of plan.changes) {
      const { id, code, name } = await getArea(ctx, toId)
      ofStep.set(fromId, [...(ofStep.get(fromId) ?? []), { id, code, name }])
    }
    all.set(stepId, ofStep)
  }
  return all
}

/** Records which part of a divided unit somebody lives in: their home since the day it was divided, and no move. */
export async function placePerson(
  ctx: Ctx,
  { personId, areaId, village }: { personId: string; areaId: number; village: string | null },
): Promise<void> {
  const found = await findToPlace(ctx, personId)
  if (!found) throw problems('person_not_to_place', { personId })
  const step = await ctx
    .db<TerritoryTables>()
    .selectFrom('territory.step')
    .select(['effective', 'plan'])
    .where('id', '=', found.stepId)
    .executeTakeFirstOrThrow()
  const way = step.plan.changes.find(({ fromId, toId }) => fromId === found.areaId && toId === areaId)
  if (!way) throw problems('unit_not_a_part', { areaId })
  // The part may lie outside the actor’s unit: whoever is placed there is not theirs afterwards.
  await forWholeCountry(ctx, async (ctx) => {
    await placeInPart(ctx, { personId, areaId, village, on: step.effective, source: way.act ?? '' })
    await markPlaced(ctx, { stepId: found.stepId, personId })
  })
}
