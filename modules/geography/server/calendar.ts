import { civilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import type { GeographyTables } from '../db/tables.ts'
import { calendarOf, workingDaysBetween, type WorkingCalendar } from '../domain/calendar.ts'

/** The calendar of working days as it is kept now. */
export async function loadCalendar(ctx: Ctx): Promise<WorkingCalendar> {
  return calendarOf(
    await ctx.db<GeographyTables>().selectFrom('geography.calendarDay').selectAll().orderBy('day').execute(),
  )
}

export async function showCalendar(ctx: Ctx, { year }: { year: number }) {
  const calendar = await loadCalendar(ctx)
  const days = [...calendar.values()].filter(({ day }) => day.startsWith(`${year}-`))
  const workingDays = workingDaysBetween(calendar, civilDate(`${year - 1}-12-31`), civilDate(`${year}-12-31`))
  return { year, days, workingDays }
}
