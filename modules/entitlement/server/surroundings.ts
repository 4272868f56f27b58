import type { Instant } from '#kernel/civil-date'
import { areaAt, bareName, difficultAreas, territoryOf, type Classified } from '#modules/geography'
import type { CircumstanceKind, PersonHistory } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { listAwardsEverHad } from '../db/awards.ts'
import type { Places, Surroundings } from './assemble.ts'
import { loadShares } from './shares.ts'

/** What the standings of these people rest on beyond their own histories: the places, what single parents and children without theirs were granted, and which spouse draws a share. */
export async function loadSurroundings(
  ctx: Ctx,
  histories: readonly PersonHistory[],
  knownAt?: Instant,
): Promise<Surroundings> {
  const aroundOf = (some: readonly PersonHistory[]) => loadAround(ctx, some, knownAt)
  const around = await aroundOf(histories)
  return { ...around, shares: await loadShares(ctx, histories, knownAt, aroundOf) }
}

async function loadAround(ctx: Ctx, histories: readonly PersonHistory[], knownAt: Instant | undefined) {
  const areaIds = new Set(histories.flatMap(({ residences }) => residences.map(({ areaId }) => areaId)))
  const leaning = histories.filter(leansOnAllowance).map(({ personId }) => personId)
  const allowances = await listAwardsEverHad(ctx, leaning, 'monthly_allowance')
  const places = await loadPlaces(ctx, [...areaIds])
  return { places, allowances: Map.groupBy(allowances, ({ personId }) => personId), knownAt }
}

/** Khoản 2 and khoản 4 ask what was paid when somebody turned 16: a child without parents, or the child of a single one. */
function leansOnAllowance({ circumstances, relations }: PersonHistory): boolean {
  const has = (wanted: CircumstanceKind) => circumstances.some(({ kind }) => kind === wanted)
  const isParent = relations.some(({ kind, side }) => kind === 'parent_of' && side === 'from')
  return has('parents') || (has('single_parent') && isParent)
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
