import type { Client } from 'pg'
import { to } from 'pg-copy-streams'
import type { Month } from '#kernel/civil-date'
import { dong, type Dong } from '#kernel/dong'
import { components, idBytes, type People } from '#modules/entitlement'
import type { LineComponent, PaymentRunId } from '../contract.ts'
import { textOfId } from './line-writer.ts'

/** What all living lists gave somebody for a month, by component. */
export type Decided = ReadonlyMap<LineComponent, Dong>

type Asked = {
  readonly runId: PaymentRunId
  readonly opening: { readonly month: Month }
  readonly months: readonly Month[]
  /** Without it, everybody. */
  readonly personIds?: readonly string[] | undefined
}

/** Sums decided, read alongside people in the same order. */
export type DecidedReader = {
  /** By person, month and component (`placeOf`), for these people; only until it is asked again. */
  readonly upTo: (people: People) => Promise<Int32Array>
  readonly placeOf: (person: number, month: number, component: number) => number
  /** To the end; then `unseen` holds, by person and month, what was decided for whoever was not among the people. */
  readonly finish: () => Promise<void>
  readonly unseen: ReadonlyMap<string, ReadonlyMap<Month, Decided>>
}

/**
 * Adds up what was decided for these months in any list but this run’s, wherever it was decided. For months before the
 * opening only the lists since then count: what was given before is not in lines.
 */
export function readDecided(client: Client, asked: Asked): DecidedReader {
  const { months } = asked
  const unseen = new Map<string, Map<Month, Map<LineComponent, Dong>>>()
  const perPerson = months.length * components.length
  const placeOf = (person: number, month: number, component: number) =>
    person * perPerson + month * components.length + component
  const rows = rowsOf(client.query(to(selection(asked))) as AsyncIterable<Buffer>)
  let sums = new Int32Array(0)
  let read: readonly DecidedRow[] = []
  let index = -1
  let next: DecidedRow | undefined
  let hasBegun = false

  /** A promise for each row would cost more than the row. */
  const hasMore = () => {
    next = read[++index]
    return next !== undefined
  }
  const fetch = async () => {
    do {
      const { value, done } = await rows.next()
      if (done) return
      read = value
      index = -1
    } while (!hasMore())
  }
  const begin = async () => {
    if (!hasBegun) await fetch()
    hasBegun = true
  }

  function remember({ person, month, component, amount }: DecidedRow) {
    const id = textOfId(person, 0)
    const byMonth = unseen.get(id) ?? new Map<Month, Map<LineComponent, Dong>>()
    const sumsOf = byMonth.get(months[month]!) ?? new Map<LineComponent, Dong>()
    byMonth.set(months[month]!, sumsOf.set(components[component]!, dong(amount)))
    unseen.set(id, byMonth)
  }

  return {
    unseen,
    placeOf,
    async upTo({ length, ids }) {
      await begin()
      if (sums.length < length * perPerson) sums = new Int32Array(length * perPerson)
      sums.fill(0)
      for (let person = 0; next && person < length;) {
        const order = next.person.compare(ids, person * idBytes, (person + 1) * idBytes)
        if (order > 0) person++
        else {
          if (order < 0) remember(next)
          else sums[placeOf(person, next.month, next.component)] = next.amount
          if (!hasMore()) await fetch()
        }
      }
      return sums
    },
    async finish() {
      await begin()
      while (next) {
        remember(next)
        if (!hasMore()) await fetch()
      }
    },
  }
}

/** COPY takes no parameters; ids and months cannot carry anything else into the text. */
function selection({ runId, opening, months, personIds }: Asked): string {
  const earliest = months.toSorted()[0]!
  const list = months.map((month) => `'${month}'`).join(',')
  const people = personIds ? `and person_id in (${personIds.map((id) => `'${id}'`).join(',')})` : ''
  return `copy (
    select person_id, array_position(array[${list}], benefit_month::text) - 1, component, sum(amount)::bigint
    from payroll.line
    where month >= '${earliest}' and month >= '${opening.month}' and benefit_month in (${list})
      and run_id <> '${runId}' ${people}
    group by person_id, benefit_month, component order by person_id
  ) to stdout (format binary)`
}

type DecidedRow = {
  readonly person: Buffer
  readonly month: number
  readonly component: number
  readonly amount: number
}

const copyHeaderBytes = 19
const monthAt = 2 + 4 + idBytes + 4
const componentAt = monthAt + 4 + 4
const indexOfComponent = new Map<string, number>(components.map((component, index) => [component, index]))

/** As many rows at a time as came together. */
async function* rowsOf(stream: AsyncIterable<Buffer>): AsyncGenerator<DecidedRow[]> {
  let rest: Buffer = Buffer.alloc(0)
  let at = copyHeaderBytes
  for await (const piece of stream) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, piece]) : piece
    const found: DecidedRow[] = []
    for (;;) {
      if (at + componentAt > bytes.length || bytes.readInt16BE(at) < 0) break
      const nameEnd = at + componentAt + bytes.readInt32BE(at + componentAt - 4)
      if (nameEnd + 12 > bytes.length) break
      const name = bytes.toString('latin1', at + componentAt, nameEnd)
      const component = indexOfComponent.get(name)
      if (component === undefined) throw new RangeError(`There is no component ${name}`)
      found.push({
        person: bytes.subarray(at + 6, at + 6 + idBytes),
        month: bytes.readInt32BE(at + monthAt),
        component,
        amount: wholeAmount(bytes, nameEnd + 4),
      })
      at = nameEnd + 12
    }
    rest = at < bytes.length ? bytes.subarray(at) : Buffer.alloc(0)
    at = Math.max(0, at - bytes.length)
    yield found
  }
  if (rest.length !== 2 || rest.readInt16BE() !== -1)
    throw new Error('What was decided was not read to its end')
}

function wholeAmount(bytes: Buffer, at: number): number {
  const amount = Number(bytes.readBigInt64BE(at))
  if (amount !== (amount | 0))
    throw new RangeError(`${amount} đ decided for one month has no place in columns`)
  return amount
}
