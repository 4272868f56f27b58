import type { Instant } from '#kernel/civil-date'
import { areaAt, bareName, difficultAreas, territoryOf, type Classified } from '#modules/geography'
import type { PersonHistory } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { listShares } from '../db/awards.ts'
import type { Places, Surroundings } from './assemble.ts'

/** What the standings of these people rest on beyond their own histories: the places, and the shares of spouses. */
export async function loadSurroundings(
  ctx: Ctx,
  histories: readonly PersonHistory[],
  knownAt?: Instant,
): Promise<Surroundings> {
  const areaIds = new Set(histories.flatMap(({ residences }) => residences.map(({ areaId }) => areaId)))
  const couples = histories.flatMap(({ personId, relations }) =>
    relations.filter(({ kind }) => kind === 'spouse_of').flatMap(({ otherId }) => [personId, otherId]),
  )
  const shares = couples.length > 0 ? await listShares(ctx, [...new Set(couples)]) : []
  const places = await loadPlaces(ctx, [...areaIds])
  return { places, shares: Map.groupBy(shares, ({ personId }) => personId), knownAt }
}

/** A list names units as they were when it was made, so a unit counts by itself and by what it had become by then. */
async function loadPlaces(ctx: Ctx, areaIds: readonly number[]): Promise<Places> {
  const territories = await territoryOf(ctx, areaIds)
  const listed = new Map<number, Classified[]>()
  const lists = Map.groupBy(await difficultAreas(ctx), ({ during }) => during.from)
  for (const [from, classified] of lists) {
    const byArea = Map.groupBy(classified, ({ areaId }) => areaId)
    const became = from === null ? new Map<number, number>() : await areaAt(ctx, areaIds, from)
    for (const areaId of areaIds)
      for (const named of new Set([areaId, became.get(areaId) ?? areaId]))
        listed.set(areaId, [...(listed.get(areaId) ?? []), ...(byArea.get(named) ?? [])])
  }
  return {
    territoryOf: (areaId) => territories.get(areaId) ?? 'central',
    difficultTimes: (areaId, village) => {
      const named = village === null ? null : bareName(village)
      return (listed.get(areaId) ?? [])
        .filter((entry) => entry.village === null || (named !== null && bareName(entry.village) === named))
        .map(({ during }) => during)
    },
  }
}
