import { addMonths, firstDayOf, type Month } from '#kernel/civil-date'
import { loadHistories } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import type { Award } from '../db/awards.ts'
import { listLapsing } from '../db/lapses.ts'
import { assembleStandings } from './assemble.ts'
import { closeAwards, type Closing } from './close-awards.ts'
import type { Decision } from './decision.ts'
import { lapsesOfHistory } from './lapses-of-history.ts'
import { loadSurroundings } from './surroundings.ts'
import { forWholeCountry } from '#platform/server/whole-country'

type Grant = Pick<Closing, 'personId' | 'benefit' | 'decision' | 'recordedAt'> & { readonly from: Month }

/**
 * Ends, of these awards, those that have lapsed and stand in the way of new ones, each with the last month it had a
 * right. Says whether there were any.
 */
export async function closeLapsed(
  ctx: Ctx,
  grants: readonly Grant[],
  awards: readonly Award[],
): Promise<boolean> {
  const inTheWay = listInTheWay(grants, awards)
  if (inTheWay.length === 0) return false
  const lapses = await lapsesNow(ctx, new Set(inTheWay.map(({ grant }) => grant.personId)))
  // The paper that grants anew ends the old award: one object for each, as one decision may be about a list.
  const papers = new Map<Decision, Decision>()
  const closings = inTheWay.flatMap(({ grant, awardId }): Closing[] => {
    const { personId, benefit, from, decision, recordedAt } = grant
    const since = lapses.get(awardId)
    if (!since || since > from) return []
    const paper = papers.get(decision) ?? paperOf(decision)
    papers.set(decision, paper)
    const lastMonth = addMonths(since, -1)
    return [{ personId, benefit, lastMonth, reason: 'ineligible', decision: paper, recordedAt }]
  })
  if (closings.length > 0) await closeAwards(ctx, closings)
  return closings.length > 0
}

function paperOf({ number, signedOn, signerTitle, areaId, source }: Decision): Decision {
  return { number, signedOn, signerTitle, areaId, source }
}

/** The awards that leave a new one of their benefit no room. */
function listInTheWay(grants: readonly Grant[], awards: readonly Award[]) {
  const ofPeople = Map.groupBy(awards, ({ personId }) => personId)
  return grants.flatMap((grant) => {
    const first = firstDayOf(grant.from)
    const other = ofPeople
      .get(grant.personId)
      ?.find(({ benefit, during: { until } }) => benefit === grant.benefit && (!until || until > first))
    return other ? [{ grant, awardId: other.id }] : []
  })
}

/** Since when awards of these people have lapsed, by everything recorded until now. */
export async function lapsesNow(ctx: Ctx, people: ReadonlySet<string>): Promise<Map<string, Month>> {
  return forWholeCountry(ctx, async (ctx) => {
    const histories = await loadHistories(ctx, [...people])
    const surroundings = await loadSurroundings(ctx, histories)
    const awards = Map.groupBy(await listLapsing(ctx, [...people]), ({ personId }) => personId)
    return new Map(
      histories.flatMap((history) => [
        ...lapsesOfHistory(
          awards.get(history.personId) ?? [],
          assembleStandings(history, surroundings),
          history,
        ),
      ]),
    )
  })
}
