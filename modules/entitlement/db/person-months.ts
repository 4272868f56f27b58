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
  const stream = client.query(to(selection(month)))
  const within = areaIds && new Set(areaIds)
  let batch: PersonMonthRow[] = []
  let person: Reading | undefined
  const finish = () => {
    if (person && (!within || within.has(areaOf(person)))) batch.push(rowOf(person, month, knownOn))
  }
  let rest = ''
  stream.setEncoding('utf8')
  for await (const text of stream as AsyncIterable<string>) {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (!person || !line.startsWith(person.personId)) {
        finish()
        if (batch.length === batchSize) {
          yield batch
          batch = []
        }
        person = begin(line)
      }
      read(person, line)
    }
  }
  finish()
  if (batch.length > 0) yield batch
}

/**
 * What a row was read from, for the fingerprint of whatever is drawn from it: cheaper than to write the row down again.
 * A row that was not streamed is written down.
 */
export function sourceOf(row: PersonMonthRow): string {
  return (
    sources.get(row) ??
    JSON.stringify([row.personId, row.areaId, row.month, row.awards, row.earlier, row.later])
  )
}
const sources = new WeakMap<PersonMonthRow, string>()

/** A line for each award beside each standing; COPY takes no parameters, and months cannot carry anything else in. */
function selection(month: Month): string {
  const previous = firstDayOf(addMonths(month, -1))
  const first = firstDayOf(month)
  const next = firstDayOf(addMonths(month, 1))
  const [dayBefore, last] = [addDays(first, -1), lastDayOf(month)]
  // Both apart from each other: the planner cannot know how many of either a month has, and joins them one by one.
  return `copy (
    with due as materialized (
      select person_id, area_id, id, benefit, payee_id, during && daterange('${first}', '${next}') as is_open
      from entitlement.award
      where retracted_at is null and during && daterange('${previous}', '${next}')
    ), stood as materialized (
      select person_id, area_id, facts, during @> date '${dayBefore}' as is_earlier, during @> date '${last}' as is_later
      from entitlement.standing
      where during && daterange('${dayBefore}', '${last}', '[]')
        and (during @> date '${dayBefore}' or during @> date '${last}')
    )
    select due.person_id, due.area_id, due.is_open, due.id, due.benefit, due.payee_id,
      stood.area_id, stood.is_earlier, stood.is_later, stood.facts
    from due left join stood on stood.person_id = due.person_id
    order by due.person_id, due.benefit, due.id, stood.is_later
  ) to stdout`
}

type Stood = { readonly areaId: number; readonly facts: string }

/** A person of whom some lines have been read. */
type Reading = {
  readonly personId: string
  readonly awards: AwardInMonth[]
  awardArea: number
  earlier: Stood | undefined
  later: Stood | undefined
}

const uuidLength = 36

function begin(line: string): Reading {
  return {
    personId: line.slice(0, uuidLength),
    awards: [],
    awardArea: Infinity,
    earlier: undefined,
    later: undefined,
  }
}

function read(person: Reading, line: string) {
  const [, awardArea, isOpen, id, benefit, payeeId, areaId, isEarlier, isLater, facts] = line.split(
    '\t',
  ) as Line
  person.awardArea = Math.min(person.awardArea, Number(awardArea))
  if (isOpen === 't' && person.awards.at(-1)?.id !== id) person.awards.push({ id, benefit, payeeId })
  if (isEarlier === 't') person.earlier ??= { areaId: Number(areaId), facts }
  if (isLater === 't') person.later ??= { areaId: Number(areaId), facts }
}

type Line = [string, string, string, string, Benefit, string, string, string, string, string]

const areaOf = ({ earlier, later, awardArea }: Reading) => later?.areaId ?? earlier?.areaId ?? awardArea

function rowOf(person: Reading, month: Month, knownOn: CivilDate): PersonMonthRow {
  const { personId, awards } = person
  const areaId = areaOf(person)
  const isUnchanged = person.earlier?.facts === person.later?.facts
  const later = person.later && parseStanding(person.later)
  const earlier = isUnchanged ? later : person.earlier && parseStanding(person.earlier)
  const row: PersonMonthRow = {
    personId,
    areaId,
    month,
    knownOn,
    awards,
    awarded: setOf(awards.map(({ benefit }) => benefit)),
    earlier,
    later,
  }
  const read = awards.map(({ id, benefit, payeeId }) => `${id} ${benefit} ${payeeId}`).join()
  const stood = `${person.earlier?.facts}\t${isUnchanged ? '' : person.later?.facts}`
  sources.set(row, `${personId}\t${areaId}\t${month}\t${read}\t${stood}\n`)
  return row
}

/** COPY writes a backslash twice. */
function parseStanding({ facts }: Stood) {
  return standingOf(JSON.parse(facts.replaceAll('\\\\', '\\')) as DifferingFacts)
}

const sets = new Map<string, ReadonlySet<Benefit>>()

/** The few sets of benefits there are, made once. */
export function setOf(awarded: readonly Benefit[]): ReadonlySet<Benefit> {
  const key = benefits.filter((benefit) => awarded.includes(benefit)).join()
  const set = sets.get(key) ?? new Set(awarded)
  sets.set(key, set)
  return set
}
