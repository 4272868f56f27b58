import type { Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'

/** A month a new law reaches back to: what it came to before and comes to now, and what lists gave for it. */
export type MonthOfConversion = {
  readonly month: Month
  readonly before: Dong
  readonly after: Dong
  /** Absent where no list has paid the month. */
  readonly given: number | undefined
}

/**
 * What is still to be decided of each month, the earliest first: what is due less what was given. A month no list has paid
 * follows the one before: once the lists pay by the new law, the next one will, too.
 */
export function outstanding(months: readonly MonthOfConversion[]): number[] {
  let isMoved = false
  return months.map(({ before, after, given }) => {
    if (before === after) return 0
    if (given === undefined) return isMoved ? 0 : after - before
    isMoved = given === after
    return after - given
  })
}
