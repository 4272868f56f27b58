import { addMonths, type Month } from '#kernel/civil-date'

/** What became of the money of somebody in the month it lay ready for them. */
export type CalledMonth = { readonly month: Month; readonly isCollected: boolean }

/**
 * The months in a row, up to the last one money lay ready, in which nobody came for any of it (PAY-7). It is the month of
 * the list that counts, not the months the money is for: years of arrears that wait once were not collected once.
 */
export function uncollectedInRow(called: readonly CalledMonth[]): Month[] {
  const [...later] = called.toSorted((one, two) => two.month.localeCompare(one.month))
  const row: Month[] = []
  for (const { month, isCollected } of later) {
    const [earliest] = row
    if (isCollected || (earliest !== undefined && addMonths(month, 1) !== earliest)) break
    row.unshift(month)
  }
  return row
}
