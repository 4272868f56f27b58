import { addMonths, monthOf, type Month } from '#kernel/civil-date'
import type { PersonPage } from '#modules/people/contract'

/** Whether a month changes only because the poverty list of the year ends with nothing after it: the next list is not made yet. */
export function awaitsPovertyList(
  circumstances: Pick<PersonPage, 'circumstances'>['circumstances'],
  month: Month,
): boolean {
  return circumstances.some(({ kind, during: { until } }) => {
    if (kind !== 'poverty' || !until?.endsWith('-01-01')) return false
    const first = monthOf(until)
    return month === first || month === addMonths(first, 1) // A right that ends in a month stops with the next.
  })
}
