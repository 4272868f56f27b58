import {
  addDays,
  addMonths,
  dayOf,
  firstDayOf,
  lastDayOf,
  type Instant,
  type Month,
} from '#kernel/civil-date'
import { contains, overlaps } from '#kernel/period'
import { loadHistories, type PersonHistory } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { listAwards, type Award } from '../db/awards.ts'
import { setOf, type PersonMonthRow } from '../db/person-months.ts'
import type { StandingPeriod } from '../db/standings.ts'
import { assembleStandings } from './assemble.ts'
import { loadSurroundings } from './surroundings.ts'
import { forWholeCountry } from './whole-country.ts'

const batchSize = 2000

/**
 * The rows of `streamPersonMonths`, made again from everything recorded, as it was known at a moment. Each person and
 * month asked for has a row, with awards or without, if the register knows where the person ever lived.
 */
export async function replayPersonMonths(
  ctx: Ctx,
  personIds: readonly string[],
  months: readonly Month[],
  knownAt: Instant,
): Promise<PersonMonthRow[]> {
  return forWholeCountry(ctx, async (ctx) => {
    const ids = [...new Set(personIds)].toSorted()
    const rows: PersonMonthRow[] = []
    for (let start = 0; start < ids.length; start += batchSize) {
      const batch = ids.slice(start, start + batchSize)
      const histories = await loadHistories(ctx, batch)
      const surroundings = await loadSurroundings(ctx, histories, knownAt)
      const awards = Map.groupBy(await listAwards(ctx, batch, knownAt), ({ personId }) => personId)
      for (const history of histories.toSorted(byPerson)) {
        const standings = assembleStandings(history, surroundings)
        const own = awards.get(history.personId) ?? []
        for (const month of months) {
          const row = personMonth({ personId: history.personId, month, standings, awards: own, knownAt })
          if (row) rows.push(row)
        }
      }
    }
    return rows
  })
}

type Known = {
  readonly personId: string
  readonly month: Month
  readonly standings: readonly StandingPeriod[]
  readonly awards: readonly Award[]
  readonly knownAt: Instant
}

function personMonth({ personId, month, standings, awards, knownAt }: Known): PersonMonthRow | undefined {
  const first = firstDayOf(month)
  const next = firstDayOf(addMonths(month, 1))
  const previous = firstDayOf(addMonths(month, -1))
  const earlier = standings.find(({ during }) => contains(during, addDays(first, -1)))
  const later = standings.find(({ during }) => contains(during, lastDayOf(month)))
  const near = awards.filter(({ during }) => overlaps(during, { from: previous, until: next }))
  const open = near.filter(({ during }) => overlaps(during, { from: first, until: next }))
  const awardAreas = near.map(({ areaId }) => areaId).toSorted((one, two) => one - two)
  const lived = standings.findLast(({ during }) => during.from !== null && during.from < next) ?? standings[0]
  const areaId = later?.areaId ?? earlier?.areaId ?? awardAreas[0] ?? lived?.areaId
  if (areaId === undefined) return undefined
  return {
    personId,
    areaId,
    month,
    knownOn: dayOf(knownAt),
    awards: open.map(({ id, benefit, payeeId }) => ({ id, benefit, payeeId })),
    awarded: setOf(open.map(({ benefit }) => benefit)),
    earlier: earlier?.standing,
    later: later?.standing,
  }
}

function byPerson(one: PersonHistory, two: PersonHistory) {
  return one.personId < two.personId ? -1 : 1
}
