import type { Instant } from '#kernel/civil-date'
import { loadHistories, type PersonHistory } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { listHolders, type Award } from '../db/awards.ts'
import { listLapsing } from '../db/lapses.ts'
import { heldDuring, type Lapsing } from '../domain/lapse.ts'
import { assembleStandings, type Share, type Surroundings } from './assemble.ts'

type Granted = Award & Lapsing
type Shares = ReadonlyMap<string, readonly Share[]>
type Around = Omit<Surroundings, 'shares'>

/**
 * Who draws the share for raising small children, and when, of everybody married to these people, to those who draw one,
 * and so on. Their own places and allowances are asked for by `aroundOf`.
 */
export async function loadShares(
  ctx: Ctx,
  histories: readonly PersonHistory[],
  knownAt: Instant | undefined,
  aroundOf: (histories: readonly PersonHistory[]) => Promise<Around>,
): Promise<Shares> {
  const known = new Map(histories.map((history) => [history.personId, history]))
  const seen = new Set<string>()
  const granted: Granted[] = []
  let couples = histories.flatMap(marriedTo)
  while (couples.length > 0) {
    for (const id of couples) seen.add(id)
    const holders = await listHolders(ctx, 'parenting_support', couples)
    granted.push(...(await listLapsing(ctx, holders, knownAt)).filter(isShare))
    for (const history of await loadHistories(
      ctx,
      holders.filter((id) => !known.has(id)),
    ))
      known.set(history.personId, history)
    couples = [...new Set(holders.flatMap((id) => marriedTo(known.get(id)!)))].filter((id) => !seen.has(id))
  }
  if (granted.length === 0) return new Map()
  const holding = new Set(granted.map(({ personId }) => personId))
  const holders = [...known.values()].filter(({ personId }) => holding.has(personId))
  return drawnShares(granted, holders, await aroundOf(holders))
}

/**
 * The months in which each award draws the share by right. The earlier grant goes before the later one, so each is worked
 * out from those before it: it draws nothing while a spouse does, and what has lapsed for that is not drawn again.
 */
export function drawnShares(
  awards: readonly Granted[],
  holders: readonly PersonHistory[],
  around: Around,
): Shares {
  const histories = new Map(holders.map((history) => [history.personId, history]))
  const shares = new Map<string, Share[]>()
  const inOrder = awards.toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1))
  for (const award of inOrder) {
    const { personId } = award
    const history = histories.get(personId)
    if (!history) continue // Nobody the register can tell of draws anything.
    const own = awards.filter((one) => one.personId === personId)
    const standings = assembleStandings(history, { ...around, shares })
    const since = award.during.from! // An award has a first month.
    const drawn = heldDuring(award, own, standings).map((during) => ({ since, during }))
    shares.set(personId, [...(shares.get(personId) ?? []), ...drawn])
  }
  return shares
}

const isShare = ({ benefit }: Award) => benefit === 'parenting_support'
const orderOf = ({ during, personId }: Award) => `${during.from} ${personId}`

/** The person and their spouses; nobody where there never was one. */
function marriedTo({ personId, relations }: PersonHistory): string[] {
  return relations.filter(({ kind }) => kind === 'spouse_of').flatMap(({ otherId }) => [personId, otherId])
}
