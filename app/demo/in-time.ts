import type { Instant } from '#kernel/civil-date'

/** What was learnt after one moment and through another: a stretch of the life of the register. */
export type Stretch = { readonly after: Instant | null; readonly through: Instant }

export function isWithin({ after, through }: Stretch, moment: Instant): boolean {
  return (after === null || moment > after) && moment <= through
}

/** The rows of each stretch, cut out of all once: to look through everything for each month would take longer than to write it. */
export type InTime<Row> = (stretch: Stretch) => readonly Row[]

/** Cuts rows into stretches that follow each other, by where they end, in the order in which they were made. */
export function inTime<Row>(
  rows: Iterable<Row>,
  momentOf: (row: Row) => Instant | null,
  ends: readonly Instant[],
): InTime<Row> {
  const cut = ends.map(() => [] as Row[])
  for (const row of rows) {
    const moment = momentOf(row)
    if (moment !== null) cut[ends.findIndex((end) => moment <= end)]?.push(row)
  }
  return ({ through }) => {
    const found = cut[ends.indexOf(through)]
    if (!found) throw new RangeError(`No stretch ends with ${through}`)
    return found
  }
}
