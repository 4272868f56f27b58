import { civilDate } from '#kernel/civil-date'
import { contains } from '#kernel/period'
import type { StandingPeriod } from '#modules/entitlement'

/** Whether the list of poor households («danh sách hộ nghèo, hộ cận nghèo») of a year is in for a unit. */
export type IsListed = (areaId: number, year: number) => boolean

/**
 * Households stand on the list of the poor year by year (POV-02). As long as the list of the coming year is not in for
 * the commune, nobody has left it: the household is taken to stand as it did on the last day of the list before.
 */
export function withListsCarriedOn(
  standings: readonly StandingPeriod[],
  years: readonly number[],
  isListed: IsListed,
): { readonly standings: readonly StandingPeriod[]; readonly carried: readonly number[] } {
  let result = standings
  const carried: number[] = []
  for (const year of years) {
    const first = civilDate(`${year}-01-01`)
    const eve = civilDate(`${year - 1}-12-31`)
    const last = result.find(({ during }) => contains(during, eve))
    const household = last?.standing.household ?? 'other'
    if (!last || household === 'other' || isListed(last.areaId, year)) continue
    const next = result.map((period) => {
      const { from } = period.during
      const isOfYear = from !== null && from >= first && Number(from.slice(0, 4)) === year
      return isOfYear && period.standing.household === 'other'
        ? { ...period, standing: { ...period.standing, household } }
        : period
    })
    if (next.every((period, place) => period === result[place])) continue
    result = next
    carried.push(year)
  }
  return { standings: result, carried }
}
