import {
  addDays,
  addMonths,
  dayOf,
  firstDayOf,
  type CivilDate,
  type Instant,
  type Month,
} from '#kernel/civil-date'
import { overlaps } from '#kernel/period'
import { loadHistories, type PersonHistory } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { listLapsing } from '../db/lapses.ts'
import { setOf, type PersonMonthRow } from '../db/person-months.ts'
import { grantedDuring, paidDuring, type Award } from '../db/awards.ts'
import type { StandingPeriod } from '../db/standings.ts'
import type { Standing } from '../domain/standing.ts'
import { engine } from '../domain/determine.ts'
import { lastIn, standingsIn, stoodOn } from '../domain/stood.ts'
import { assembleStandings } from './assemble.ts'
import { lapsesOfHistory } from './lapses-of-history.ts'
import { withoutLapsed } from './without-lapsed.ts'
import { loadSurroundings } from './surroundings.ts'
import { forWholeCountry } from '#platform/server/whole-country'

const batchSize = 2000

/** Which months of an award are asked about: those this system pays, or all for which it was granted, whoever paid them. */
type OfAwards = 'paid' | 'granted'

/**
 * What `streamPeople` reads of people, made again from everything recorded, as it was known at a moment. Each person and
 * month asked for has a row, with awards or without, if the register knows where the person ever lived.
 */
export async function replayPersonMonths(
  ctx: Ctx,
  personIds: readonly string[],
  months: readonly Month[],
  knownAt: Instant,
  ofAwards: OfAwards = 'paid',
): Promise<PersonMonthRow[]> {
  return forWholeCountry(ctx, async (ctx) => {
    const ids = [...new Set(personIds)].toSorted()
    const frames = months.map(frameOf)
    const last = months.toSorted().at(-1) ?? null
    const knownOn = dayOf(knownAt)
    const rows: PersonMonthRow[] = []
    for (let start = 0; start < ids.length; start += batchSize) {
      const batch = ids.slice(start, start + batchSize)
      const histories = await loadHistories(ctx, batch)
      const surroundings = await loadSurroundings(ctx, histories, knownAt)
      const awards = Map.groupBy(await listLapsing(ctx, batch, knownAt), ({ personId }) => personId)
      for (const history of histories.toSorted(byPerson)) {
        const standings = assembleStandings(history, surroundings)
        const own = awards.get(history.personId) ?? []
        const lapses = lapsesOfHistory(own, standings, history, { through: last, knownAt })
        for (const frame of frames) {
          const row = personMonth({
            personId: history.personId,
            frame,
            standings,
            awards: own,
            knownOn,
            ofAwards,
          })
          if (row) rows.push(withoutLapsed(row, lapses))
        }
      }
    }
    return rows
  })
}

/** One person as known at a moment: how they stood, and any months of theirs, worked out without asking the database again. */
export type Replayed = {
  readonly standings: readonly StandingPeriod[]
  /** The days on which their awards begin, end, pause or lapse. */
  readonly awardDays: readonly CivilDate[]
  readonly in: (month: Month) => PersonMonthRow | undefined
}

/** What `replayPersonMonths` makes of one person, of all that was granted, kept to be asked about month after month. */
export async function replayPerson(ctx: Ctx, personId: string, knownAt: Instant): Promise<Replayed> {
  return forWholeCountry(ctx, async (ctx) => {
    const histories = await loadHistories(ctx, [personId])
    const surroundings = await loadSurroundings(ctx, histories, knownAt)
    const awards = await listLapsing(ctx, [personId], knownAt)
    const knownOn = dayOf(knownAt)
    const [history] = histories
    if (!history) return { standings: [], awardDays: [], in: () => undefined }
    const standings = assembleStandings(history, surroundings)
    const lapses = lapsesOfHistory(awards, standings, history, { through: null, knownAt })
    return {
      standings,
      awardDays: [
        ...awards.flatMap(({ during, suspendedFrom }) =>
          [during.from, during.until, suspendedFrom].filter((day) => day !== null),
        ),
        ...[...lapses.values()].map(firstDayOf),
      ],
      in: (month) => {
        const row = personMonth({
          personId,
          frame: frameOf(month),
          standings,
          awards,
          knownOn,
          ofAwards: 'granted',
        })
        return row && withoutLapsed(row, lapses)
      },
    }
  })
}

/** How people stood on a day, by everything recorded; without whoever was not alive then, or lived nowhere that is known. */
export async function replayStandings(
  ctx: Ctx,
  personIds: readonly string[],
  day: CivilDate,
): Promise<Map<string, Standing>> {
  return forWholeCountry(ctx, async (ctx) => {
    const histories = await loadHistories(ctx, [...new Set(personIds)])
    const surroundings = await loadSurroundings(ctx, histories)
    return new Map(
      histories.flatMap((history) => {
        const stood = stoodOn(assembleStandings(history, surroundings), day)
        return stood ? [[history.personId, stood.standing] as const] : []
      }),
    )
  })
}

/** The days a month is decided by, worked out once for everybody. */
export function frameOf(month: Month) {
  const first = firstDayOf(month)
  return {
    month,
    first,
    dayBefore: addDays(first, -1),
    previous: firstDayOf(addMonths(month, -1)),
    next: firstDayOf(addMonths(month, 1)),
  }
}

type Known = {
  readonly personId: string
  readonly frame: ReturnType<typeof frameOf>
  readonly standings: readonly StandingPeriod[]
  readonly awards: readonly Award[]
  readonly knownOn: CivilDate
  readonly ofAwards?: OfAwards
}

/** One person in one month, by standings and awards that were read already. */
export function personMonth({
  personId,
  frame,
  standings,
  awards,
  knownOn,
  ofAwards = 'paid',
}: Known): PersonMonthRow | undefined {
  const { month, first, dayBefore, previous, next } = frame
  const stood = standingsIn(standings, month, engine.lawIn(month, knownOn)?.turn?.day)
  const home = lastIn(standings, month) ?? stoodOn(standings, dayBefore)
  const paying = awards.flatMap((award) => {
    const paid = ofAwards === 'paid' ? paidDuring(award) : grantedDuring(award)
    return paid ? [{ ...award, paid }] : []
  })
  const near = paying.filter(({ paid }) => overlaps(paid, { from: previous, until: next }))
  const open = near.filter(({ paid }) => overlaps(paid, { from: first, until: next }))
  const awardAreas = near.map(({ areaId }) => areaId).toSorted((one, two) => one - two)
  const lived = standings.findLast(({ during }) => during.from !== null && during.from < next) ?? standings[0]
  const areaId = home?.areaId ?? awardAreas[0] ?? lived?.areaId
  if (areaId === undefined) return undefined
  return {
    personId,
    areaId,
    month,
    knownOn,
    awards: open.map(({ id, benefit, payeeId }) => ({ id, benefit, payeeId })),
    awarded: setOf(open.map(({ benefit }) => benefit)),
    ...stood,
  }
}

function byPerson(one: PersonHistory, two: PersonHistory) {
  return one.personId < two.personId ? -1 : 1
}
