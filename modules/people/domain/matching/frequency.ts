import type { Table } from './table.ts'

/** How often what a level agrees on is met: `bits` more or less than on average, by what a value is counted as. */
export type Frequency = {
  readonly bits: Float32Array
  /** For what was never counted. */
  readonly rarest: number
  /** How often two records that are not one agree on it by chance. */
  readonly agreement: number
}

/** A rare name shared is worth at most so many bits more than the average: people of a small clan share it, too. */
const mostBits = 6
const leastBits = -12

/** Counts what the values of all records are counted as, for one level of one comparison. */
export function countValues(table: Table, comparison: number, level: number): Frequency {
  const { field, inField } = table.comparisons[comparison]!
  const { column, values } = table.fields[field]!
  let counts = new Int32Array(1024)
  let all = 0
  for (let record = 0; record < table.size(); record++) {
    const value = values[record]!
    const counted = value === 0 ? 0 : column.countedAs(value, inField, level)
    if (counted === 0) continue
    if (counted >= counts.length) {
      const grown = new Int32Array(Math.max(counted + 1, counts.length * 2))
      grown.set(counts)
      counts = grown
    }
    counts[counted]!++
    all++
  }
  let squares = 0
  let pairs = 0
  for (const count of counts) {
    squares += (count / Math.max(1, all)) ** 2
    pairs += count * (count - 1)
  }
  const bitsOf = (count: number) =>
    Math.max(leastBits, Math.min(mostBits, Math.log2((squares * Math.max(1, all)) / Math.max(1, count))))
  return {
    bits: Float32Array.from(counts, bitsOf),
    rarest: bitsOf(1),
    agreement: all < 2 ? 0 : pairs / (all * (all - 1)),
  }
}
