import { addDays, addMonths, monthsThrough, type CivilDate, type Month } from '#kernel/civil-date'
import { suspensions, waitsOfWays } from '../law/clocks.ts'
import { procedureOn, type Procedure } from './procedure.ts'
import type { Source } from './rule-set.ts'
import type { SuspensionGround } from './suspension-grounds.ts'
import { reachedOn } from './trace.ts'

type CountWorkingDays = (from: CivilDate, days: number) => CivilDate

/**
 * The last day for a decision: by the procedure in force when the file was complete, whatever comes into force meanwhile
 * (TRN-02, C3). The calendar is geography’s.
 */
export function decideBy(
  procedures: readonly Procedure[],
  completeOn: CivilDate,
  addWorkingDays: CountWorkingDays,
): { readonly procedure: Procedure['id']; readonly by: CivilDate } {
  const { id, workingDays } = procedureOn(procedures, completeOn)
  return { procedure: id, by: addWorkingDays(completeOn, workingDays) }
}

/** What a decision to suspend, or to resume, rests on: the law in force on the day it was signed. */
export function sourceOfSuspension(
  procedures: readonly Procedure[],
  what: SuspensionGround | 'resumption',
  signedOn: CivilDate,
): Source {
  const { id, cite } = procedureOn(procedures, signedOn)
  const sources = what === 'resumption' ? suspensions.resumption : suspensions.grounds[what]
  if (id === 'R13') return cite // What Decree 136 said of it was not read.
  return id === 'R26' ? sources.R26 : sources.R21
}

/** Why a benefit may end (PROC-7, PROC-8). */
export type EndingGround = keyof typeof suspensions.endings

/** What a decision that ends a benefit rests on: the law in force on the day it was signed. */
export function sourceOfEnding(
  procedures: readonly Procedure[],
  ground: EndingGround,
  signedOn: CivilDate,
): Source {
  const { id, cite } = procedureOn(procedures, signedOn)
  if (id === 'R13') return cite // What Decree 136 said of it was not read.
  const sources = suspensions.endings[ground]
  return id === 'R26' ? sources.R26 : sources.R21
}

/** C23: the first month suspended, the one after so many in a row that nobody collected; undefined while there are fewer. */
export function suspendedFrom(uncollected: readonly Month[]): Month | undefined {
  const months = uncollected.toSorted()
  const { uncollectedMonths } = suspensions
  const third = months.find((month, index) => {
    const first = months[index - uncollectedMonths + 1]
    return first !== undefined && addMonths(first, uncollectedMonths - 1) === month
  })
  return third && addMonths(third, 1)
}

/** PROC-9: who resumes and was entitled all along is paid every month that was left out, with the one of the resumption. */
export function monthsOnResume(firstUncollected: Month, resumed: Month): Month[] {
  return monthsThrough(firstUncollected, resumed)
}

/** The day from which a suspension for refusing to be examined becomes a stop. */
export function stopsOn(suspendedOn: CivilDate): CivilDate {
  return reachedOn(suspendedOn, suspensions.refusalMonths)
}

/** Whether remand from one day through another suspends. */
export function isLongRemand(from: CivilDate, through: CivilDate): boolean {
  return addDays(through, 1) >= reachedOn(from, suspensions.remandMonths)
}

/** How many working days a change of account or of who receives waits, approved on a day (PAY-WAIT). */
export function waitOfWay(approvedOn: CivilDate): number {
  return waitsOfWays.findLast(({ since }) => since <= approvedOn)?.workingDays ?? 0
}
