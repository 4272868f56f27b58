import type { ClientBase } from 'pg'
import { to } from 'pg-copy-streams'
import { addDays, addMonths, firstDayOf, lastDayOf, type CivilDate, type Month } from '#kernel/civil-date'
import type { Standing } from '../domain/standing.ts'
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

const batchSize = 1024

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
    if (person && (!within || within.has(areaOf(person))))
      batch.push(new StreamedMonth(person, month, knownOn))
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

/** How many people `streamPersonMonths` will tell of, to say how far it is. */
export async function countPersonMonths(client: ClientBase, month: Month): Promise<number> {
  const [first, next] = [firstDayOf(addMonths(month, -1)), firstDayOf(addMonths(month, 1))]
  const { rows } = await client.query<{ people: number }>(
    `select count(distinct person_id)::int as people from entitlement.award
     where retracted_at is null and award.during && daterange('${first}', '${next}')`,
  )
  return rows[0]!.people // A count is always a row.
}

/**
 * What a row was read from, for the fingerprint of whatever is drawn from it: cheaper than to write the row down again.
 * A row that was not streamed is written down.
 */
export function sourceOf(row: PersonMonthRow): string {
  return (
    StreamedMonth.sourceOf(row) ??
    JSON.stringify([row.personId, row.areaId, row.month, row.awards, row.earlier, row.later])
  )
}

/** A row that keeps what it was read from to itself: two rows are alike that say the same. */
class StreamedMonth implements PersonMonthRow {
  readonly personId: string
  readonly areaId: number
  readonly month: Month
  readonly knownOn: CivilDate
  readonly awards: readonly AwardInMonth[]
  readonly awarded: ReadonlySet<Benefit>
  readonly earlier: Standing | undefined
  readonly later: Standing | undefined
  readonly #source: string

  constructor(person: Reading, month: Month, knownOn: CivilDate) {
    const awards = person.awards.length > 1 ? person.awards.toSorted(byBenefit) : person.awards
    const isUnchanged = person.earlier?.facts === person.later?.facts
    this.personId = person.personId
    this.areaId = areaOf(person)
    this.month = month
    this.knownOn = knownOn
    this.awards = awards
    this.awarded = setOf(awards.map(({ benefit }) => benefit))
    this.later = person.later && parseStanding(person.later)
    this.earlier = isUnchanged ? this.later : person.earlier && parseStanding(person.earlier)
    const read = awards.map(({ id, benefit, payeeId }) => `${id} ${benefit} ${payeeId}`).join()
    const stood = `${person.earlier?.facts}\t${isUnchanged ? '' : person.later?.facts}`
    this.#source = `${person.personId}\t${this.areaId}\t${month}\t${read}\t${stood}\n`
  }

  static sourceOf(row: PersonMonthRow): string | undefined {
    return #source in row ? row.#source : undefined
  }
}

/** A line for each award beside each standing; COPY takes no parameters, and months cannot carry anything else in. */
function selection(month: Month): string {
  const previous = firstDayOf(addMonths(month, -1))
  const first = firstDayOf(month)
  const next = firstDayOf(addMonths(month, 1))
  const [isEarlier, isLater] = [addDays(first, -1), lastDayOf(month)].map(
    (day) => `standing.during @> date '${day}'`,
  )
  return `copy (
    select award.person_id, award.area_id, award.during && daterange('${first}', '${next}'), id, benefit, payee_id,
      standing.area_id, ${isEarlier}, ${isLater}, facts
    from entitlement.award
    left join entitlement.standing on standing.person_id = award.person_id and (${isEarlier} or ${isLater})
    where retracted_at is null and award.during && daterange('${previous}', '${next}')
    order by award.person_id
  ) to stdout`
}

/**
 * Says, for the rest of a transaction, that people are to be read in the order of their ids from the start, where the
 * planner, who takes a province for a few hundred people, would first sort them all.
 */
export async function readInOrder(client: ClientBase) {
  for (const method of ['sort', 'hashjoin', 'nestloop'])
    await client.query(`select set_config('enable_${method}', 'off', true)`)
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
    // A slice would keep all it was read with in memory for as long as anybody keeps the id.
    personId: Buffer.from(line.slice(0, uuidLength)).toString('latin1'),
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
  // Beside two standings an award comes twice.
  if (isOpen === 't' && !person.awards.some((award) => award.id === id))
    person.awards.push({ id, benefit, payeeId })
  if (isEarlier === 't') person.earlier ??= { areaId: Number(areaId), facts }
  if (isLater === 't') person.later ??= { areaId: Number(areaId), facts }
}

type Line = [string, string, string, string, Benefit, string, string, string, string, string]

const areaOf = ({ earlier, later, awardArea }: Reading) => later?.areaId ?? earlier?.areaId ?? awardArea

function byBenefit(one: AwardInMonth, other: AwardInMonth) {
  return one.benefit < other.benefit || (one.benefit === other.benefit && one.id < other.id) ? -1 : 1
}

/** COPY writes a backslash twice. */
function parseStanding({ facts }: Stood) {
  return standingOf(JSON.parse(facts.replaceAll('\\\\', '\\')) as DifferingFacts)
}

const sets = new Map<string, ReadonlySet<Benefit>>()

/** The few sets of benefits there are, made once. */
export function setOf(awarded: readonly Benefit[]): ReadonlySet<Benefit> {
  const [first] = awarded
  const key =
    first && awarded.length === 1 ? first : benefits.filter((benefit) => awarded.includes(benefit)).join()
  const set = sets.get(key) ?? new Set(awarded)
  sets.set(key, set)
  return set
}
