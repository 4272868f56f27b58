import type { Table } from './table.ts'

/** How often what a level agrees on is met: `bits` more or less than on average, by what a value is counted as. */
export type Frequency = {
  /** What a value is counted as. */
  readonly countedAs: (value: number) => number
  readonly bits: Float32Array
  /** For what was never counted. */
  readonly rarest: number
  /** How often two records that are not one agree on it by chance. */
  readonly agreement: number
  /** The same among the people around a record, one surrounding after the other. */
  readonly near: { readonly bits: Float32Array; readonly width: number } | undefined
}

/** A rare name shared is worth at most so many bits more than the average: people of a small clan share it, too. */
const mostBits = 6
const leastBits = -12

/** Counts what the values of all records are counted as, for one level of one comparison. */
export function countValues(
  table: Table,
  comparison: number,
  level: number,
  surroundings?: Surroundings,
): Frequency {
  const { field, inField } = table.comparisons[comparison]!
  const { column, values } = table.fields[field]!
  const size = table.size()
  const known = new Int32Array(values.subarray(0, size).reduce((most, value) => Math.max(most, value), 0) + 1)
  const countedAs = (value: number) => (known[value] ?? 0) || column.countedAs(value, inField, level)
  const counted = new Int32Array(size)
  let [most, all] = [0, 0]
  for (let record = 0; record < size; record++) {
    const value = values[record]!
    if (value === 0) continue
    const own = (known[value] = countedAs(value))
    counted[record] = own
    most = Math.max(most, own)
    if (own !== 0) all++
  }
  const counts = new Int32Array(most + 1)
  for (const own of counted) if (own !== 0) counts[own]!++
  let [squares, pairs] = [0, 0]
  for (const count of counts) {
    squares += (count / Math.max(1, all)) ** 2
    pairs += count * (count - 1)
  }
  const bitsOf = (share: number) => Math.max(leastBits, Math.min(mostBits, Math.log2(squares / share)))
  const shareOf = (own: number) => Math.max(1, counts[own] ?? 0) / Math.max(1, all)
  return {
    countedAs,
    bits: Float32Array.from(counts, (_, own) => bitsOf(shareOf(own))),
    rarest: bitsOf(1 / Math.max(1, all)),
    agreement: all < 2 ? 0 : pairs / (all * (all - 1)),
    near: surroundings && countNear(counted, surroundings, { most, shareOf, bitsOf }),
  }
}

/** The people around each record among whom a value may be commoner than among all; 0 for nobody in particular. */
export type Surroundings = { readonly of: (record: number) => number; readonly count: number }

/** As many records of all weigh as much as one surrounding's own, so that a few do not make a name common or rare. */
const leaning = 50

function countNear(
  counted: Int32Array,
  surroundings: Surroundings,
  given: {
    readonly most: number
    readonly shareOf: (own: number) => number
    readonly bitsOf: (share: number) => number
  },
): Frequency['near'] {
  const width = given.most + 1
  const counts = new Float32Array(surroundings.count * width)
  const sizes = new Float64Array(surroundings.count)
  for (let record = 0; record < counted.length; record++) {
    const near = surroundings.of(record)
    if (near === 0 || counted[record] === 0) continue
    counts[near * width + counted[record]!]!++
    sizes[near]!++
  }
  // In place: what was a count becomes the bits.
  for (let near = 1; near < surroundings.count; near++)
    for (let own = 1; own < width; own++) {
      const at = near * width + own
      const share = (counts[at]! + leaning * given.shareOf(own)) / (sizes[near]! + leaning)
      counts[at] = given.bitsOf(share)
    }
  return { bits: counts, width }
}
