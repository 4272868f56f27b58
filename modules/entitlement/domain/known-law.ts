import { monthOf, type CivilDate, type Month } from '#kernel/civil-date'
import { knownMonths } from '../law/known-months.ts'
import { problems } from './problems.ts'

/** Why nothing can be said of a month: no law this system knows reaches back, or forward, to it. */
export type OutsideLaw = 'before_law' | 'after_law'

/**
 * Why nothing can be said of a month, or of a day by its month; undefined where the law is known. Pages, operations and
 * commands ask this one function before they answer.
 */
export function outsideLaw(asked: Month | CivilDate): OutsideLaw | undefined {
  const month = monthIn(asked)
  if (month < knownMonths.from) return 'before_law'
  return month > knownMonths.through ? 'after_law' : undefined
}

/** Refuses a question about a month or a day the law is not known for, rather than answer by the nearest one. */
export function assertLawKnown(asked: Month | CivilDate): void {
  const reason = outsideLaw(asked)
  if (reason) throw problems('law_unknown', { asked, reason, ...knownMonths })
}

function monthIn(asked: Month | CivilDate): Month {
  return asked.length > 7 ? monthOf(asked as CivilDate) : (asked as Month) // Only a day is longer than a month.
}
