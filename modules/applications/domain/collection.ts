import { addMonths, type Month } from '#kernel/civil-date'
import { suspendedFrom, suspensions } from '#modules/entitlement'
import { uncollectedInRow, type CalledMonth } from '#modules/payments'

/** What the books of payments know of whether somebody comes for their money. */
export type Collecting = {
  /** The last month they came. */
  readonly fetched: Month | null
  /** The months in a row nobody did, up to the last in which money lay ready. */
  readonly uncollected: readonly Month[]
}

export function collectingBy(called: readonly CalledMonth[]): Collecting {
  const fetched = called.flatMap(({ month, isCollected }) => (isCollected ? month : [])).toSorted()
  return { fetched: fetched.at(-1) ?? null, uncollected: uncollectedInRow(called) }
}

/**
 * Whether three months in a row are known to be uncollected (PROC-6a); `cannot_be` where what was fetched leaves no room for
 * three by a month, and `not_known` where the money is paid by books that are not these.
 */
export function whetherUncollected(
  { fetched, uncollected }: Collecting,
  month: Month,
): 'known' | 'not_known' | 'cannot_be' {
  if (suspendedFrom(uncollected) !== undefined) return 'known'
  return fetched !== null && addMonths(fetched, suspensions.uncollectedMonths) > month
    ? 'cannot_be'
    : 'not_known'
}
