import type { ClientBase } from 'pg'
import { to } from 'pg-copy-streams'
import { addDays, addMonths, firstDayOf, lastDayOf, type CivilDate, type Month } from '#kernel/civil-date'
import { benefits, type Benefit } from '../domain/determination.ts'
import { buildColumns, type StandingColumns, type Territories } from '../domain/evaluators/columns.ts'
import { copyHeaderBytes, endOfRow } from './copied-rows.ts'
import { unpackInto } from './packed-standing.ts'

/**
 * Some people in the order of their ids, in columns, with every award and standing of the months asked for: all that is
 * needed to say what any of these months gives them. Only until the next people are asked for.
 */
export type People = {
  readonly length: number
  /** Sixteen bytes each. */
  readonly ids: Buffer
  /** Where the awards and the standings of each begin; one more than there are people. */
  readonly awardsFrom: Int32Array
  readonly standingsFrom: Int32Array
  readonly awards: Awards
  readonly standings: Stood
}

/** Days are counted from 2000-01-01, as PostgreSQL does; what is open ends on the last one there is. */
export type Awards = {
  readonly ids: Buffer
  readonly payees: Buffer
  /** Index in `benefits`. */
  readonly benefit: Uint8Array
  readonly areaId: Int32Array
  readonly begins: Int32Array
  readonly ends: Int32Array
  /** Since when it has lapsed, the first day of a month. */
  readonly lapses: Int32Array
}

/** How people stood, period after period, each with the bytes it was packed in. */
export type Stood = {
  readonly columns: StandingColumns
  readonly areaId: Int32Array
  readonly begins: Int32Array
  readonly ends: Int32Array
  readonly packed: Buffer
  readonly packedFrom: Int32Array
}

export const idBytes = 16
const batchSize = 8192

export type Wanted = {
  readonly from: Month
  readonly through: Month
  readonly territories: Territories
  /** Without it, everybody. */
  readonly personIds?: readonly string[] | undefined
}

/**
 * Everybody with an award open in one of these months or the one before them: one COPY, read where it lies, so that a
 * nation needs no more memory than a commune. The client belongs to the caller, is in a transaction and already acts as somebody; whoever
 * stops reading before the end has to end it.
 */
export async function* streamPeople(client: ClientBase, wanted: Wanted): AsyncGenerator<People> {
  await readAs(client, wanted.personIds ? 'few' : 'everybody')
  const stream = client.query(to(selection(wanted)))
  const reader = peopleReader(wanted.territories)
  let rest: Buffer = Buffer.alloc(0)
  let at = copyHeaderBytes
  for await (const piece of stream as AsyncIterable<Buffer>) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, piece]) : piece
    for (;;) {
      const end = endOfRow(bytes, at, fieldsOfRow)
      if (end < 0) break
      if (reader.beginsAnother(bytes, at) && reader.size() === batchSize) {
        yield reader.people()
        reader.clear()
      }
      reader.read(bytes, at)
      at = end
    }
    // The header may come alone, and the trailer is no row.
    rest = at < bytes.length ? bytes.subarray(at) : Buffer.alloc(0)
    at = Math.max(0, at - bytes.length)
  }
  if (rest.length !== 2 || rest.readInt16BE() !== -1) throw new Error('The people were not read to their end')
  if (reader.size() > 0) yield reader.people()
}

/**
 * The planner may take a province for a few people to be looked up one by one. And what the policies ask of each row is so
 * dear to it that all ways of reading the same rows seem alike: then it follows an index, from page to page.
 */
async function readAs(client: ClientBase, who: 'few' | 'everybody') {
  await client.query(
    `select set_config('enable_nestloop', $1, true), set_config('enable_indexscan', $1, true)`,
    [who === 'few' ? 'on' : 'off'],
  )
}

/** COPY takes no parameters; months and ids cannot carry anything else in. */
function selection({ from, through, personIds }: Wanted): string {
  const previous = firstDayOf(addMonths(from, -1))
  const next = firstDayOf(addMonths(through, 1))
  const who = personIds ? `and award.person_id in (${personIds.map((id) => `'${id}'`).join(',')})` : ''
  return `copy (
    select award.person_id, award.id, payee_id, award.area_id, greatest(lower(award.during), paid_from),
      coalesce(suspended_from, upper(award.during), 'infinity'), coalesce((lapse.month || '-01')::date, 'infinity'), benefit, standing.area_id, begins, ends, packed
    from entitlement.award
    left join entitlement.lapse on award_id = award.id
    left join entitlement.standing on standing.person_id = award.person_id
      and begins <= '${lastDayOf(through)}' and ends > '${addDays(firstDayOf(from), -1)}'
    where retracted_at is null and award.during && daterange('${previous}', '${next}') and ${isPaidFrom(previous)} ${who}
    order by award.person_id, benefit, award.id, begins
  ) to stdout (format binary)`
}

/** Whether an award pays for a month from a day on: not those after it is suspended, or before this system pays it. */
function isPaidFrom(day: CivilDate): string {
  return `(suspended_from is null or suspended_from > greatest(lower(award.during), paid_from, '${day}'))`
}

/** How many people `streamPeople` will tell of in a month, and how many of them have their award of one of these units. */
export async function countPeople(
  client: ClientBase,
  month: Month,
  areaIds: Iterable<number>,
): Promise<{ all: number; within: number }> {
  const [first, next] = [firstDayOf(addMonths(month, -1)), firstDayOf(addMonths(month, 1))]
  const { rows } = await client.query<{ all: number; within: number }>(
    `select count(distinct person_id)::int as "all",
       count(distinct person_id) filter (where area_id = any($1::integer[]))::int as within
     from entitlement.award
     where retracted_at is null and award.during && daterange('${first}', '${next}') and ${isPaidFrom(first)}`,
    [[...areaIds]],
  )
  return rows[0]! // A count is always a row.
}

const epoch = '2000-01-01'

/** Days since 2000-01-01. */
export function dayNumber(day: CivilDate): number {
  return Temporal.PlainDate.from(epoch).until(day).days
}

export function dayOfNumber(days: number): CivilDate {
  return Temporal.PlainDate.from(epoch).add({ days }).toString() as CivilDate // A day of the calendar.
}

const fieldsOfRow = 12

// Where the fields of fixed width stand in a row: after the count of fields, and each after its length.
const personAt = 2 + 4
const awardAt = personAt + idBytes + 4
const payeeAt = awardAt + idBytes + 4
const areaAt = payeeAt + idBytes + 4
const beginsAt = areaAt + 4 + 4
const endsAt = beginsAt + 4 + 4
const lapsesAt = endsAt + 4 + 4
const benefitAt = lapsesAt + 4 + 4

function peopleReader(territories: Territories) {
  const columns = buildColumns(territories, batchSize)
  const unpack = unpackInto(columns, territories)
  const ids = Buffer.alloc(batchSize * idBytes)
  const awardsFrom = new Int32Array(batchSize + 1)
  const standingsFrom = new Int32Array(batchSize + 1)
  let awards = roomForAwards(batchSize)
  let stood = roomForStood(batchSize)
  let packed = Buffer.alloc(batchSize * 32)
  let [size, awardCount, standingCount, packedSize] = [0, 0, 0, 0]
  const benefitIn = nameReader(benefits)

  function beginsAnother(bytes: Buffer, at: number) {
    return size === 0 || !isSameId(ids, (size - 1) * idBytes, bytes, at + personAt)
  }

  function addAward(bytes: Buffer, at: number, benefitLength: number) {
    if (awardCount === awards.benefit.length) awards = grown(awards, roomForAwards(awardCount * 2))
    bytes.copy(awards.ids, awardCount * idBytes, at + awardAt, at + awardAt + idBytes)
    bytes.copy(awards.payees, awardCount * idBytes, at + payeeAt, at + payeeAt + idBytes)
    awards.areaId[awardCount] = bytes.readInt32BE(at + areaAt)
    awards.begins[awardCount] = bytes.readInt32BE(at + beginsAt)
    awards.ends[awardCount] = bytes.readInt32BE(at + endsAt)
    awards.lapses[awardCount] = bytes.readInt32BE(at + lapsesAt)
    awards.benefit[awardCount] = benefitIn(bytes, at + benefitAt, at + benefitAt + benefitLength)
    awardCount++
    awardsFrom[size] = awardCount
  }

  function addStanding(bytes: Buffer, at: number) {
    if (bytes.readInt32BE(at) < 0) return
    if (standingCount === stood.areaId.length) stood = grown(stood, roomForStood(standingCount * 2))
    stood.areaId[standingCount] = bytes.readInt32BE(at + 4)
    stood.begins[standingCount] = bytes.readInt32BE(at + 12)
    stood.ends[standingCount] = bytes.readInt32BE(at + 20)
    const length = bytes.readInt32BE(at + 24)
    if (length < 0) throw new Error('A standing is not packed; its people are to be refreshed')
    const from = at + 28
    unpack(bytes, from, from + length)
    if (packedSize + length > packed.length) packed = Buffer.concat([packed], packed.length * 2)
    bytes.copy(packed, packedSize, from, from + length)
    packedSize += length
    standingCount++
    stood.packedFrom[standingCount] = packedSize
    standingsFrom[size] = standingCount
  }

  return {
    beginsAnother,
    size: () => size,
    read(bytes: Buffer, at: number) {
      const benefitLength = bytes.readInt32BE(at + benefitAt - 4)
      const isAnother = beginsAnother(bytes, at)
      if (isAnother) {
        bytes.copy(ids, size * idBytes, at + personAt, at + personAt + idBytes)
        size++
        awardsFrom[size] = awardCount
        standingsFrom[size] = standingCount
      }
      // A row for each award beside each standing, in this order; the first award tells of every standing.
      if (isAnother || !isSameId(awards.ids, (awardCount - 1) * idBytes, bytes, at + awardAt))
        addAward(bytes, at, benefitLength)
      if (awardCount - awardsFrom[size - 1]! === 1) addStanding(bytes, at + benefitAt + benefitLength)
    },
    people: (): People => ({
      length: size,
      ids,
      awardsFrom,
      standingsFrom,
      awards,
      standings: { ...stood, columns: columns.columns(), packed },
    }),
    clear() {
      columns.clear()
      size = awardCount = standingCount = packedSize = 0
    },
  }
}

/** Reads one of a few words without making a string of it, as long as it is the one before. */
function nameReader(names: readonly Benefit[]) {
  let last: Buffer = Buffer.alloc(0)
  let index = -1
  return (bytes: Buffer, from: number, until: number) => {
    if (bytes.compare(last, 0, last.length, from, until) === 0) return index
    last = Buffer.from(bytes.subarray(from, until))
    index = names.indexOf(last.toString('latin1') as Benefit) // Not found is refused.
    if (index < 0) throw new RangeError(`There is no benefit ${last.toString('latin1')}`)
    return index
  }
}

export function isSameId(one: Buffer, at: number, other: Buffer, otherAt: number): boolean {
  for (let offset = 12; offset >= 0; offset -= 4)
    if (one.readInt32LE(at + offset) !== other.readInt32LE(otherAt + offset)) return false
  return true
}

function roomForAwards(size: number) {
  return {
    ids: Buffer.alloc(size * idBytes),
    payees: Buffer.alloc(size * idBytes),
    benefit: new Uint8Array(size),
    areaId: new Int32Array(size),
    begins: new Int32Array(size),
    ends: new Int32Array(size),
    lapses: new Int32Array(size),
  }
}

function roomForStood(size: number) {
  return {
    areaId: new Int32Array(size),
    begins: new Int32Array(size),
    ends: new Int32Array(size),
    packedFrom: new Int32Array(size + 1),
  }
}

function grown<Room extends Record<string, Buffer | Uint8Array | Int32Array>>(from: Room, into: Room): Room {
  for (const [name, column] of Object.entries(from)) into[name]!.set(column)
  return into
}
