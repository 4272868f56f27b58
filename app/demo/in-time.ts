import type { Instant } from '#kernel/civil-date'

/** What was learnt after one moment and through another: a stretch of the life of the register. */
export type Stretch = { readonly after: Instant | null; readonly through: Instant }

export function isWithin({ after, through }: Stretch, moment: Instant): boolean {
  return (after === null || moment > after) && moment <= through
}

/** Rows put in order of a moment once, so that each stretch is cut out of them and not looked for among all. */
export type InTime<Row> = (stretch: Stretch) => readonly Row[]

export function inTime<Row>(rows: Iterable<Row>, momentOf: (row: Row) => Instant | null): InTime<Row> {
  const dated = Array.from(rows, (row) => ({ row, moment: momentOf(row) })).filter(
    (one): one is { row: Row; moment: Instant } => one.moment !== null,
  )
  dated.sort((one, other) => (one.moment < other.moment ? -1 : one.moment > other.moment ? 1 : 0))
  const moments = dated.map(({ moment }) => moment)
  const sorted = dated.map(({ row }) => row)
  return ({ after, through }) =>
    sorted.slice(after === null ? 0 : countThrough(moments, after), countThrough(moments, through))
}

/** How many moments, of some in order, are not after one. */
function countThrough(moments: readonly Instant[], moment: Instant): number {
  let [low, high] = [0, moments.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (moments[middle]! <= moment) low = middle + 1
    else high = middle
  }
  return low
}
