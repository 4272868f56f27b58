import { sql } from 'kysely'
import type { ClientBase } from 'pg'
import { to } from 'pg-copy-streams'
import { addMonths, firstDayOf, lastDayOf, type Month } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { benefits } from '../domain/determination.ts'
import {
  buildColumns,
  factsAsMonthBegins,
  packDay,
  type MonthColumns,
  type Territories,
} from '../domain/evaluators/columns.ts'
import { copyHeaderBytes, endOfRow } from './copied-rows.ts'
import { unpackInto } from './packed-standing.ts'
import { dayNumber, dayOfNumber, idBytes, isSameId } from './people-stream.ts'

/**
 * Everybody the register knows of in a month: how they stood at both ends and in between, where, and what was awarded, has not lapsed and is not
 * suspended. Of the day a procedure turns within the month (C5) nothing is read: whoever simulates asks about months to come.
 */
export type RegisterMonth = {
  readonly columns: MonthColumns
  readonly areaId: Int32Array
  /** 1 for whoever died or left within the month: counted in it as on their last day, and never again. */
  readonly isOver: Uint8Array
  /** Sixteen bytes each, in their order. */
  readonly ids: Buffer
}

export type WantedRegister = {
  readonly month: Month
  readonly territories: Territories
  /** Without it, everywhere. */
  readonly areaIds?: readonly number[] | undefined
  /** Hears how many have been read. */
  readonly progress?: (people: number) => Promise<void>
}

/**
 * Reads the register of a month in one COPY, with awards or without. The client belongs to the caller and already acts as
 * somebody; whoever stops before the end has to end it.
 */
export async function readRegisterMonth(client: ClientBase, wanted: WantedRegister): Promise<RegisterMonth> {
  const { month, territories, areaIds, progress } = wanted
  const stream = client.query(to(selection(month)))
  const reader = registerReader(month, territories, areaIds)
  let rest: Buffer = Buffer.alloc(0)
  let at = copyHeaderBytes
  for await (const piece of stream as AsyncIterable<Buffer>) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, piece]) : piece
    for (let end = endOfRow(bytes, at, fieldsOfRow); end >= 0; end = endOfRow(bytes, at, fieldsOfRow)) {
      reader.read(bytes, at)
      at = end
    }
    // The header may come alone, and the trailer is no row.
    rest = at < bytes.length ? bytes.subarray(at) : Buffer.alloc(0)
    at = Math.max(0, at - bytes.length)
    await progress?.(reader.length())
  }
  if (rest.length !== 2 || rest.readInt16BE() !== -1) throw new Error('The register was not read to its end')
  return reader.finish()
}

/** How many people that is, near enough to say how far it is. */
export async function countRegisterMonth(client: ClientBase, month: Month): Promise<number> {
  const { rows } = await client.query<{ people: number }>(
    `select count(*)::int as people from entitlement.standing
     where begins <= '${lastDayOf(month)}' and ends > '${lastDayOf(month)}'`,
  )
  return rows[0]!.people // A count is always a row.
}

/** Changes with every change of a standing or an award; whatever was drawn from them under another version is stale. */
export async function registerVersion(ctx: Ctx): Promise<string> {
  const { rows } = await sql<{ version: string }>`
    select concat_ws('-', count(*), coalesce(sum(extract(epoch from changed_at) * 1000000), 0)::numeric(30, 0)) as version
    from entitlement.changed`.execute(ctx.db())
  return rows[0]!.version // An aggregate is always a row.
}

/** COPY takes no parameters, and months cannot carry anything else in. The earlier of two standings comes first. */
function selection(month: Month): string {
  const [first, next] = [firstDayOf(month), firstDayOf(addMonths(month, 1))]
  const bits = benefits.map((benefit, place) => `when '${benefit}' then ${1 << place}`).join(' ')
  return `copy (
    select person_id, area_id, begins, ends, coalesce(awarded.bits, 0), packed
    from entitlement.standing
    left join (
      select award.person_id, bit_or(case benefit ${bits} end) as bits
      from entitlement.award
      left join entitlement.lapse on award_id = award.id
      where retracted_at is null and award.during && daterange('${first}', '${next}')
        and (suspended_from is null or suspended_from > '${first}')
        and (lapse.month is null or lapse.month > '${month}')
      group by award.person_id
    ) awarded using (person_id)
    where begins <= '${lastDayOf(month)}' and ends >= '${first}'
    order by person_id, begins
  ) to stdout (format binary)`
}

const fieldsOfRow = 6

// Where the fields of fixed width stand in a row: after the count of fields, and each after its length.
const personAt = 2 + 4
const areaAt = personAt + idBytes + 4
const beginsAt = areaAt + 4 + 4
const endsAt = beginsAt + 4 + 4
const bitsAt = endsAt + 4 + 4
const packedAt = bitsAt + 4 + 4

function registerReader(month: Month, territories: Territories, areaIds: readonly number[] | undefined) {
  const asked = areaIds && new Set(areaIds)
  const first = dayNumber(firstDayOf(month))
  const last = dayNumber(lastDayOf(month))
  const [earlier, later, within] = [
    buildColumns(territories),
    buildColumns(territories),
    buildColumns(territories),
  ]
  const withinFrom = [0]
  let between = 0
  const unpackEarlier = unpackInto(earlier, territories, { factsOf: factsAsMonthBegins })
  const unpackLater = unpackInto(later, territories)
  const areaId: number[] = []
  const isOver: number[] = []
  const awarded: number[] = []
  const person = Buffer.alloc(idBytes)
  let ids = Buffer.alloc(1024 * idBytes)
  function stand(row: Buffer, unpack: (bytes: Buffer, from: number, until: number) => void) {
    if (row.readInt32BE(packedAt - 4) < 0)
      throw new Error('A standing is not packed; its people are to be refreshed')
    unpack(row, packedAt, row.length)
  }

  /** Somebody whose rows of the month are these, one after the other. */
  function add(rows: readonly Buffer[]) {
    const before = rows.find((row) => row.readInt32BE(beginsAt) < first)
    const after = rows.at(-1)!
    // Whoever stood on no day of the month had gone when it began.
    if (after.readInt32BE(endsAt) <= first) return
    const area = after.readInt32BE(areaAt)
    if (asked && !asked.has(area)) return
    if (before) stand(before, unpackEarlier)
    else earlier.add(undefined)
    const until = after.readInt32BE(endsAt)
    const lived = until <= last ? packDay(dayOfNumber(until - 1)) : undefined
    stand(after, lived === undefined ? unpackLater : unpackInto(later, territories, { day: lived }))
    for (const row of rows)
      if (row !== before && row !== after && row.readInt32BE(endsAt) > first) {
        const day = packDay(dayOfNumber(row.readInt32BE(endsAt) - 1))
        stand(row, unpackInto(within, territories, { day }))
        between++
      }
    withinFrom.push(between)
    const at = areaId.length * idBytes
    if (at === ids.length) ids = Buffer.concat([ids], ids.length * 2)
    after.copy(ids, at, personAt, personAt + idBytes)
    areaId.push(area)
    awarded.push(after.readInt32BE(bitsAt))
    isOver.push(lived === undefined ? 0 : 1)
  }

  /** Those of the person read last; somebody may stand otherwise at the end of the month. */
  let rows: Buffer[] = []
  return {
    length: () => areaId.length,
    read(bytes: Buffer, at: number) {
      const end = endOfRow(bytes, at, fieldsOfRow)
      const row = bytes.subarray(at, end)
      if (rows.length > 0 && !isSameId(person, 0, row, personAt)) {
        add(rows)
        rows = []
      }
      row.copy(person, 0, personAt, personAt + idBytes)
      rows.push(row)
    },
    finish(): RegisterMonth {
      if (rows.length > 0) add(rows)
      return {
        columns: {
          earlier: earlier.columns(),
          later: later.columns(),
          ...(between > 0 && { within: { stood: within.columns(), from: Int32Array.from(withinFrom) } }),
          awarded: Uint8Array.from(awarded),
        },
        areaId: Int32Array.from(areaId),
        isOver: Uint8Array.from(isOver),
        ids: ids.subarray(0, areaId.length * idBytes),
      }
    },
  }
}
