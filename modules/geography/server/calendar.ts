import { civilDate, type CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import type { GeographyTables } from '../db/tables.ts'
import {
  calendarOf,
  daysOfYear,
  isYearKnown,
  workingDaysBetween,
  type WorkingCalendar,
} from '../domain/calendar.ts'
import { problems } from '../domain/problems.ts'
import type { CalendarDay } from '../domain/public-holidays.ts'

/** The calendar of working days as it is kept now. */
export async function loadCalendar(ctx: Ctx): Promise<WorkingCalendar> {
  return calendarOf(
    await ctx.db<GeographyTables>().selectFrom('geography.calendarDay').selectAll().orderBy('day').execute(),
  )
}

export async function showCalendar(ctx: Ctx, { year }: { year: number }) {
  const calendar = await loadCalendar(ctx)
  if (!isYearKnown(calendar, year)) throw problems('calendar_year_unknown', { year, from: calendar.from })
  const days = [...daysOfYear(calendar, year)]
  const workingDays = workingDaysBetween(calendar, civilDate(`${year - 1}-12-31`), civilDate(`${year}-12-31`))
  return { year, days, workingDays }
}

type Announced = {
  readonly year: number
  /** The paper that announced it («thông báo nghỉ lễ, Tết»). */
  readonly document: string
  readonly days: readonly Omit<CalendarDay, 'certain'>[]
}

/** Enters a year as it was announced, in the place of what was expected or known of it before. */
export async function announceYear(ctx: Ctx, { year, document, days }: Announced): Promise<void> {
  const flaw = days.find(({ day, kind }) => !day.startsWith(`${year}-`) || !fits(day, kind))
  if (flaw) throw problems('calendar_day_wrong', { day: flaw.day, kind: flaw.kind })
  if (new Set(days.map(({ day }) => day)).size !== days.length || days.length === 0)
    throw problems('calendar_year_wrong', { year })
  const db = ctx.db<GeographyTables>()
  await db
    .deleteFrom('geography.calendarDay')
    .where('day', '>=', civilDate(`${year}-01-01`))
    .where('day', '<=', civilDate(`${year}-12-31`))
    .execute()
  await db
    .insertInto('geography.calendarDay')
    .values(days.map((day) => ({ ...day, certain: true })))
    .execute()
  ctx.audit({ action: 'geography.year_announced', details: { year, document, days: days.length } })
}

/** A weekday is taken off; a Saturday is worked in place of one. */
function fits(day: CivilDate, kind: CalendarDay['kind']): boolean {
  const { dayOfWeek } = Temporal.PlainDate.from(day)
  return kind === 'worked' ? dayOfWeek === 6 : dayOfWeek <= 5
}
