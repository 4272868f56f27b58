import { addYears, type CivilDate } from '#kernel/civil-date'

/** The ages payees are counted by; 75 is where the social pension begins. */
export const ageBands = ['under_18', 'to_59', 'to_74', 'to_79', 'from_80'] as const
export type AgeBand = (typeof ageBands)[number]

const firstAge: Readonly<Record<AgeBand, number>> = {
  under_18: 0,
  to_59: 18,
  to_74: 60,
  to_79: 75,
  from_80: 80,
}

/** Who is of an age on a day: born after one day, and no later than another; null where a side is open. */
export function bornWithin(band: AgeBand, today: CivilDate) {
  const next = ageBands[ageBands.indexOf(band) + 1]
  return {
    after: next ? addYears(today, -firstAge[next]) : null,
    through: band === 'under_18' ? null : addYears(today, -firstAge[band]),
  }
}
