import {
  addDays,
  addMonths,
  addYears,
  monthOf,
  type BirthPrecision,
  type CivilDate,
  type Month,
} from '#kernel/civil-date'

/** The ages at which some group begins, ends or changes its level, and the first day on which they are the last word. */
const ages = [
  { from: '2025-07-01', years: [4, 16, 60, 70, 75] }, // The social pension came, and took the age of 80 with it.
  { from: '', years: [4, 16, 60, 75, 80] },
] as const

export type NextAge = {
  readonly years: number
  /** The birthday; of a birth date known by its year or month alone, the first day it can be. */
  readonly on: CivilDate
  readonly precision: BirthPrecision
}

/** The next birthday that matters to the law after a day; undefined for who is past all of them, and for the dead. */
export function nextAge(
  {
    born,
    bornPrecision,
    diedOn,
  }: { born: CivilDate; bornPrecision: BirthPrecision; diedOn: CivilDate | null },
  after: CivilDate,
): NextAge | undefined {
  if (diedOn && diedOn <= after) return undefined
  const years = ages.find(({ from }) => from <= after)?.years.find((age) => birthday(born, age) > after)
  return years === undefined ? undefined : { years, on: birthday(born, years), precision: bornPrecision }
}

/** Whether a birthday that matters to the law is what changes a month: it counts from its month or from the next. */
export function isAgeChange(born: CivilDate, month: Month): boolean {
  const birthdays = ages.flatMap(({ years }) => years.map((age) => monthOf(birthday(born, age))))
  return birthdays.includes(month) || birthdays.includes(addMonths(month, -1))
}

/** Whoever was born on 29 February is a year older on 1 March of a common year (convention C10). */
function birthday(born: CivilDate, years: number): CivilDate {
  const day = addYears(born, years)
  return day.slice(5) === born.slice(5) ? day : addDays(day, 1)
}
