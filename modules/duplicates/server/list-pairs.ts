import { areaAt, areaIdsWithin, areaNames } from '#modules/geography'
import { findMatchModel, nearlySure } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { isWithinArea } from '#platform/server/scope'
import { PairId, pairViews, type PairFilter, type PairPage } from '../contract.ts'
import { countByAreas, countByState, listPairRows, listQuestions } from '../db/pairs.ts'
import { undecided } from '../domain/pair-state.ts'
import { openSides } from './sides.ts'

/** A page of pairs with at least one end within the actor’s units. */
export async function listPairs(
  ctx: Ctx,
  { page, areaId, ...filter }: PairFilter & { page: number },
): Promise<PairPage> {
  const byAreas = await countByAreas(ctx)
  const recorded = new Set(byAreas.flatMap(({ oneAreaId, otherAreaId }) => [oneAreaId, otherAreaId]))
  const nowOf = await areaAt(ctx, recorded, ctx.today)
  const { rows, total, atStake } = await listPairRows(
    ctx,
    { ...filter, nowOf, areaIds: areaId === undefined ? undefined : await areaIdsWithin(ctx, areaId) },
    page,
  )
  const sides = await openSides(
    ctx,
    rows.flatMap(({ oneId, otherId }) => [oneId, otherId]),
  )
  const questions = await listQuestions(
    ctx,
    rows.map(({ id }) => id),
  )
  const waiting = new Set(
    questions
      .filter(({ answer, toAreaId }) => answer === null && isWithinArea(ctx.actor, toAreaId))
      .map(({ pairId }) => pairId),
  )
  const states = await countByState(ctx)
  const count = (view: (typeof pairViews)[number]) =>
    view === 'undecided'
      ? undecided.reduce((sum, state) => sum + (states.get(state) ?? 0), 0)
      : (states.get(view) ?? 0)
  return {
    rows: rows.map(({ id, oneId, otherId, state, likely, parts, atStake, foundAt }) => ({
      id: PairId.parse(id),
      state,
      likely,
      isNearlySure: likely >= nearlySure,
      parts: parts.map(({ level = null, ...part }) => ({ ...part, level })),
      people: [sides.told(oneId), sides.told(otherId)],
      atStake,
      foundAt,
      waitsForAnswerHere: waiting.has(id),
    })),
    total,
    atStake,
    views: pairViews.map((view) => ({ view, pairs: count(view) })),
    areas: await areasOf(ctx, byAreas, nowOf),
    lookedAt: (await findMatchModel(ctx))?.endedAt ?? null,
  }
}

/** Pairs by the communes of today, each pair once for each of its communes within the actor’s own units. */
async function areasOf(
  ctx: Ctx,
  byAreas: Awaited<ReturnType<typeof countByAreas>>,
  nowOf: ReadonlyMap<number, number>,
): Promise<PairPage['areas']> {
  const counts = new Map<number, number>()
  for (const { oneAreaId, otherAreaId, pairs } of byAreas) {
    const own = [oneAreaId, otherAreaId].filter((id) => isWithinArea(ctx.actor, id))
    for (const id of new Set(own.map((id) => nowOf.get(id) ?? id)))
      counts.set(id, (counts.get(id) ?? 0) + pairs)
  }
  const names = await areaNames(ctx, counts.keys())
  return Array.from(counts, ([id, pairs]) => ({ area: { id, name: names.get(id) ?? '' }, pairs })).toSorted(
    (one, other) => other.pairs - one.pairs || one.area.id - other.area.id,
  )
}
