/** How a row of a result is counted: people by what becomes of them, and money a month in đồng. */
export const counters = [
  'peopleBefore',
  'peopleAfter',
  'before',
  'after',
  'gained',
  'lost',
  'raised',
  'lowered',
  'switched',
  'fresh',
  'freshAmount',
] as const
export type Counter = (typeof counters)[number]

/** The counts of one row («dòng»). */
export type Counts = Readonly<Record<Counter, number>>

/** Rows of counters, one for each key: whole numbers in doubles, exact far beyond the budget of a nation. */
export type Tally = {
  readonly add: (key: number, counter: number, by: number) => void
  readonly countsOf: (key: number) => Counts
}

const width = counters.length

/** Where each counter stands in a row. */
export const at = Object.fromEntries(counters.map((counter, place) => [counter, place])) as Readonly<
  Record<Counter, number>
> // Every counter has its place.

export function tallyOf(keys: number): Tally {
  const sums = new Float64Array(keys * width)
  return {
    add: (key, counter, by) => {
      sums[key * width + counter]! += by
    },
    countsOf: (key) =>
      Object.fromEntries(counters.map((counter, place) => [counter, sums[key * width + place]!])) as Record<
        Counter,
        number
      >, // Every counter.
  }
}
