import { addDays, addMonths, lastDayOf, monthOf, type CivilDate, type Month } from '#kernel/civil-date'
import { addWorkingDays, type WorkingCalendar } from '#modules/geography'

/** The last day on which a complete file is decided within a month even if the office takes all its time. */
function lastDayFor(calendar: WorkingCalendar, month: Month, workingDays: number): CivilDate {
  const end = lastDayOf(month)
  let day = end
  while (addWorkingDays(calendar, day, workingDays) > end) day = addDays(day, -1)
  return day
}

/**
 * Until when to hand in, and the month money then begins at the latest: the first month that a file complete on or
 * after a day can still be decided in.
 */
export function deadlineFrom(
  calendar: WorkingCalendar,
  start: CivilDate,
  workingDays: number,
): { by: CivilDate; month: Month } {
  for (let month = monthOf(start); ; month = addMonths(month, 1)) {
    const by = lastDayFor(calendar, month, workingDays)
    if (by >= start) return { by, month }
  }
}
