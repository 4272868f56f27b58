import { addDays, civilDate, type CivilDate } from '#kernel/civil-date'
import type { PersonMonth } from '../../determination.ts'
import type { MonthLaw } from '../../law-in-force.ts'
import { agesIn, axesOf, readingOf, standingOf } from '../finite-table-classes.ts'
import { benefitsTogether, combinationsOf } from '../finite-table.ts'

/**
 * Everybody the law of a month can tell apart: a person of each class, born the day before, on and after every day that makes
 * them reach an age at the beginning of the month, at its end, or when the procedure turns.
 */
export function* everybody(ml: MonthLaw): Generator<PersonMonth> {
  for (const benefits of benefitsTogether(ml)) {
    const reading = readingOf([ml], benefits)
    const axes = axesOf(reading, ml.later).filter(({ facts }) => !facts.has('age'))
    const awarded = new Set(benefits)
    const days = birthdays(ml, agesIn(reading))
    for (const pieces of combinationsOf(axes)) {
      const standing = standingOf(pieces, ml.later)
      for (const born of days) {
        const stands = { ...standing, born }
        yield { month: ml.month, knownOn: ml.later.day, earlier: stands, later: stands, awarded }
      }
    }
  }
}

function birthdays({ earlier, turn, later }: MonthLaw, ages: readonly number[]): CivilDate[] {
  const days = [earlier, ...(turn ? [turn] : []), later].flatMap(({ day }) =>
    ages.map((months) => civilDate(Temporal.PlainDate.from(day).subtract({ months }).toString())),
  )
  return [...new Set(days.flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]))].toSorted()
}
