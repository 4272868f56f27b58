import type { Client } from 'pg'
import { addMonths, monthsThrough, type CivilDate, type Month } from '#kernel/civil-date'
import { engine, readRegisterMonth, territoriesOf, type MonthLaw } from '#modules/entitlement'
import { sumOver, type Cells } from '../domain/cells.ts'
import { lifeTable2019 } from '../domain/life-table.ts'
import { mostLines, type Lines } from '../domain/lines.ts'
import { isReformed, project, type KnownPeople, type Ways } from '../domain/projection.ts'
import type { Assumptions } from '../domain/assumptions.ts'
import { problems } from '../domain/problems.ts'
import type { Observed } from '../domain/trend.ts'

export type Wanted = {
  readonly from: Month
  readonly through: Month
  /** Whose people are kept to start from. */
  readonly keep: readonly Month[]
  /** The place of the commune each unit, of whatever time, has become. */
  readonly placeOf: ReadonlyMap<number, number>
  readonly areas: number
  readonly ways: Ways
  readonly progress: (month: Month) => Promise<void>
}

export type Walked = {
  readonly observed: readonly Observed[]
  readonly kept: ReadonlyMap<Month, KnownPeople>
  readonly nowOf: ReadonlyMap<Month, Cells>
}

/** The law of each month as known on a day; a month without any is refused. */
export function lawsKnown(knownOn: CivilDate): (month: Month) => MonthLaw {
  return (month) => {
    const law = engine.lawIn(month, knownOn)
    if (!law) throw problems('law_unknown', { month, knownOn })
    return law
  }
}

export function waysOf(lines: Lines, knownOn: CivilDate, assumptions: Assumptions): Ways {
  const { mortalityPercent, takeUpPercent } = assumptions
  return { lines, lawOf: lawsKnown(knownOn), lifeTable: lifeTable2019, mortalityPercent, takeUpPercent }
}

/**
 * Reads the register month by month, and holds each month beside what was to be expected of the one before. Only the
 * months asked for are kept in memory.
 */
export async function walkThrough(client: Client, wanted: Wanted): Promise<Walked> {
  const { from, through, keep, ways } = wanted
  const observed: Observed[] = []
  const kept = new Map<Month, KnownPeople>()
  const nowOf = new Map<Month, Cells>()
  let expected: Cells | undefined
  for (const month of monthsThrough(from, through)) {
    const people = await readPeople(client, month, wanted)
    const projection = project(people, ways)
    const now = projection.now()
    const law = ways.lawOf(month)
    if (expected && isAnybody(expected))
      observed.push({
        month,
        now,
        expected,
        isLawTurn: isReformed(ways.lawOf(addMonths(month, -1)), law, people.territories),
      })
    expected = month < through ? projection.in(addMonths(month, 1)) : undefined
    nowOf.set(month, now)
    if (keep.includes(month)) kept.set(month, people)
    await wanted.progress(month)
  }
  return { observed, kept, nowOf }
}

async function readPeople(client: Client, month: Month, wanted: Wanted): Promise<KnownPeople> {
  const territories = territoriesOf()
  const { columns, areaId, isOver } = await readRegisterMonth(client, {
    month,
    territories,
    areaIds: [...wanted.placeOf.keys()],
  })
  const area = Int32Array.from(areaId, (id) => wanted.placeOf.get(id) ?? -1)
  return { month, columns, isOver, territories: territories.names, area, areas: wanted.areas }
}

function isAnybody(cells: Cells): boolean {
  for (let line = 0; line < mostLines; line++)
    if (sumOver(cells.areas, (area) => cells.people(area, line, 0)) > 0) return true
  return false
}
