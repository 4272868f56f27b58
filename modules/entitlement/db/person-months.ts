import type { ClientBase } from 'pg'
import { to } from 'pg-copy-streams'
import { addDays, addMonths, firstDayOf, lastDayOf, type CivilDate, type Month } from '#kernel/civil-date'
import { benefits, type Benefit, type PersonMonth } from '../domain/determination.ts'
import { standingOf } from './standings.ts'
import type { DifferingFacts } from './tables.ts'

export type AwardInMonth = { readonly id: string; readonly benefit: Benefit; readonly payeeId: string }

/** A person in a month as payroll needs it: what the law asks, with the awards, and the unit as it was recorded. */
export type PersonMonthRow = PersonMonth & {
  readonly personId: string
  readonly areaId: number
  readonly awards: readonly AwardInMonth[]
}

const batchSize = 4096

/**
 * Everybody with an award open in the month, or with one that ended in the month before, in the order of their ids: one
 * COPY, read in batches, so that a nation needs no more memory than a commune. The client belongs to the caller and
 * already acts as somebody; whoever stops reading before the end has to end it.
 */
export async function* streamPersonMonths(
  client: ClientBase,
  { month, knownOn, areaIds }: { month: Month; knownOn: CivilDate; areaIds?: readonly number[] | undefined },
): AsyncGenerator<PersonMonthRow[]> {
  const stream = client.query(to(selection(month, areaIds)))
  let batch: PersonMonthRow[] = []
  let rest = ''
  stream.setEncoding('utf8')
  for await (const text of stream as AsyncIterable<string>) {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      batch.push(parse(line, month, knownOn))
      if (batch.length === batchSize) {
        yield batch
        batch = []
      }
    }
  }
  if (batch.length > 0) yield batch
}

/** COPY takes no parameters; months and numbers cannot carry anything else into the text. */
function selection(month: Month, areaIds?: readonly number[]): string {
  const previous = firstDayOf(addMonths(month, -1))
  const first = firstDayOf(month)
  const next = firstDayOf(addMonths(month, 1))
  const within = areaIds
    ? `where coalesce(later.area_id, earlier.area_id, due.area_id) in (${areaIds.map(Number).join(', ') || 'null'})`
    : ''
  return `copy (
    with due as materialized (
      select person_id, min(area_id) as area_id,
        json_agg(json_build_array(id, benefit, payee_id) order by benefit)
          filter (where during && daterange('${first}', '${next}')) as awards
      from entitlement.award
      where retracted_at is null and during && daterange('${previous}', '${next}')
      group by person_id
    )
    select due.person_id, coalesce(later.area_id, earlier.area_id, due.area_id), due.awards, earlier.facts, later.facts
    from due
    left join entitlement.standing as earlier
      on earlier.person_id = due.person_id and earlier.during @> date '${addDays(first, -1)}'
    left join entitlement.standing as later
      on later.person_id = due.person_id and later.during @> date '${lastDayOf(month)}'
    ${within}
    order by due.person_id
  ) to stdout`
}

function parse(line: string, month: Month, knownOn: CivilDate): PersonMonthRow {
  const [personId, areaId, awards, earlier, later] = line.split('\t') as [
    string,
    string,
    string,
    string,
    string,
  ]
  const inMonth = awards === '\\N' ? [] : (JSON.parse(awards) as [string, Benefit, string][])
  return {
    personId,
    areaId: Number(areaId),
    month,
    knownOn,
    awards: inMonth.map(([id, benefit, payeeId]) => ({ id, benefit, payeeId })),
    awarded: setOf(inMonth.map(([, benefit]) => benefit)),
    earlier: parseStanding(earlier),
    later: parseStanding(later),
  }
}

/** COPY writes a backslash twice, and an absent value as one before N. */
function parseStanding(text: string) {
  if (text === '\\N') return undefined
  return standingOf(JSON.parse(text.replaceAll('\\\\', '\\')) as DifferingFacts)
}

const sets = new Map<string, ReadonlySet<Benefit>>()

/** The few sets of benefits there are, made once. */
export function setOf(awarded: readonly Benefit[]): ReadonlySet<Benefit> {
  const key = benefits.filter((benefit) => awarded.includes(benefit)).join()
  const set = sets.get(key) ?? new Set(awarded)
  sets.set(key, set)
  return set
}
