import {
  addDays,
  addMonthsToDay,
  addSeconds,
  beginningOf,
  dayOf,
  daysBetween,
  secondsBetween,
  type CivilDate,
  type Instant,
} from '#kernel/civil-date'
import {
  addCalendarDays,
  addWorkingDays,
  explainDay,
  workingDaysBetween,
  type ExplainedDay,
  type WorkingCalendar,
} from '#modules/geography'
import type { Clock, ClockUnit } from './procedure.ts'

/** A day where only the day is known; a clock of hours needs the moment. */
export type Moment = CivilDate | Instant

/** A time in which papers were waited for («tạm dừng»): the days after the first through the last do not count. */
export type Pause = { readonly stoppedAt: Moment; readonly resumedAt: Moment | null }

/** A clock that was started («đồng hồ thời hạn»). */
export type Course = {
  readonly clock: Pick<Clock, 'kind' | 'length' | 'unit' | 'pauses' | 'orBefore'>
  readonly startedAt: Moment
  readonly pauses?: readonly Pause[]
}

/** `waiting` is of a time that has to pass; the others are of a limit. */
export type ClockState = 'ok' | 'near' | 'due' | 'over' | 'paused' | 'waiting'

/** What a clock shows. */
export type ClockFace = {
  readonly state: ClockState
  readonly unit: ClockUnit
  /** The last day; while the clock stands still, the one it would be if it went on today. */
  readonly dueOn: CivilDate
  /** The moment a clock of hours runs out; null for days. */
  readonly dueAt: Instant | null
  /** Until then, and since: working days, days (of months too), or minutes of a clock of hours. One of them is 0. */
  readonly left: number
  readonly past: number
  /** All of it, in the same unit: how much has gone can be drawn. */
  readonly whole: number
  readonly pausedSince: CivilDate | null
}

/** A day of the counting: how the calendar has it, and whether the clock stood still on it. */
export type ClockDay = ExplainedDay & { readonly isPaused: boolean }

/** What the clock of a course shows at a moment. */
export function readClock(calendar: WorkingCalendar, course: Course, at: Moment): ClockFace {
  const { clock } = course
  const stop = openStop(course)
  if (clock.unit === 'hours') return readHours(course, momentOf(at))
  const today = dayOfMoment(at)
  const dueOn = dueDay(calendar, course, today)
  const span = spanOf(calendar, clock.unit)
  const left = span(today, dueOn)
  const past = span(dueOn, today)
  const whole = clock.unit === 'months' ? daysBetween(dayOfMoment(course.startedAt), dueOn) : clock.length
  const stoppedOn = stop && dayOfMoment(stop.stoppedAt)
  const isPaused = stoppedOn !== undefined && stoppedOn <= dueOn
  return {
    state: isPaused ? 'paused' : stateOf(clock, { isOver: today > dueOn, left, isNear: isNear(left, whole) }),
    unit: clock.unit,
    dueOn,
    dueAt: null,
    left,
    past,
    whole,
    pausedSince: isPaused ? stoppedOn : null,
  }
}

/** The last day of a course of days or months. Days off never are it, but for the end of a stay. */
export function dueDay(calendar: WorkingCalendar, course: Course, today: CivilDate): CivilDate {
  const { orBefore, ...clock } = course.clock
  const due = lastDay(calendar, { ...course, clock }, today)
  if (!orBefore) return due
  const other = lastDay(calendar, { ...course, clock: { ...clock, ...orBefore } }, today)
  return other < due ? other : due
}

function lastDay(calendar: WorkingCalendar, course: Course, today: CivilDate): CivilDate {
  const { clock } = course
  const from = dayOfMoment(course.startedAt)
  const span = spanOf(calendar, clock.unit)
  const stops = pausesOf(course).map(({ stoppedAt, resumedAt }) => ({
    after: dayOfMoment(stoppedAt),
    through: resumedAt === null ? today : dayOfMoment(resumedAt),
  }))
  const dueAfter = (extra: number) => {
    switch (clock.unit) {
      case 'working_days':
        return addWorkingDays(calendar, from, clock.length + extra)
      case 'calendar_days':
        return addCalendarDays(calendar, from, clock.length + extra)
      case 'months':
        return addDays(addMonthsToDay(from, clock.length), extra)
      case 'hours':
        throw new RangeError('A clock of hours ends at a moment, not on a day')
    }
  }
  // A pause that began after the clock had run out moves nothing, and whether it had depends on those before.
  let due = dueAfter(0)
  let extra = 0
  for (const { after, through } of merged(stops)) {
    if (after > due) break
    extra += span(after < from ? from : after, through)
    due = dueAfter(extra)
  }
  return due
}

/** Every day after the start through the due day, with its number or why it does not count; none for months and hours. */
export function explainClock(calendar: WorkingCalendar, course: Course, today: CivilDate): ClockDay[] {
  const { clock, startedAt } = course
  if (clock.unit === 'months' || clock.unit === 'hours') return []
  const due = dueDay(calendar, course, today)
  const stops = pausesOf(course)
  const days: ClockDay[] = []
  let number = 0
  for (let day = addDays(dayOfMoment(startedAt), 1); day <= due; day = addDays(day, 1)) {
    const explained = explainDay(calendar, day)
    const isPaused = stops.some(
      ({ stoppedAt, resumedAt }) =>
        dayOfMoment(stoppedAt) < day && (resumedAt === null ? day <= today : day <= dayOfMoment(resumedAt)),
    )
    const isCounted =
      !isPaused && number < clock.length && (clock.unit === 'calendar_days' || explained.counts)
    if (isCounted) number++
    days.push({ ...explained, counts: isCounted, number: isCounted ? number : null, isPaused })
  }
  return days
}

function readHours(course: Course, at: Instant): ClockFace {
  const { clock } = course
  let dueAt = addSeconds(momentOf(course.startedAt), clock.length * 3600)
  const stop = openStop(course)
  for (const { stoppedAt, resumedAt } of pausesOf(course)) {
    if (momentOf(stoppedAt) > dueAt) break
    dueAt = addSeconds(
      dueAt,
      secondsBetween(momentOf(stoppedAt), resumedAt === null ? at : momentOf(resumedAt)),
    )
  }
  const minutes = secondsBetween(at, dueAt) / 60
  const isOver = minutes < 0
  const isPaused = stop !== undefined && momentOf(stop.stoppedAt) <= dueAt
  const left = Math.max(0, Math.floor(minutes))
  return {
    state: isPaused
      ? 'paused'
      : stateOf(clock, { isOver, left, isNear: left <= clock.length * 60 * nearShare }),
    unit: 'hours',
    dueOn: dayOf(dueAt),
    dueAt,
    left,
    past: Math.max(0, Math.floor(-minutes)),
    whole: clock.length * 60,
    pausedSince: isPaused ? dayOfMoment(stop.stoppedAt) : null,
  }
}

const nearDays = 2
const nearShare = 0.25

function isNear(left: number, whole: number): boolean {
  return left <= nearDays || left <= whole * nearShare
}

function stateOf(
  { kind }: Course['clock'],
  { isOver, left, isNear }: { readonly isOver: boolean; readonly left: number; readonly isNear: boolean },
): ClockState {
  if (kind === 'lasts') return isOver ? 'due' : 'waiting'
  if (isOver) return 'over'
  if (left === 0) return 'due'
  return isNear ? 'near' : 'ok'
}

/** How many days that count lie after one day, through another; none where it lies before. */
function spanOf(calendar: WorkingCalendar, unit: ClockUnit): (from: CivilDate, through: CivilDate) => number {
  return unit === 'working_days'
    ? (from, through) => workingDaysBetween(calendar, from, through)
    : (from, through) => Math.max(0, daysBetween(from, through))
}

function pausesOf({ clock, pauses = [] }: Course): readonly Pause[] {
  return clock.pauses
    ? pauses.toSorted((one, other) => (momentOf(one.stoppedAt) < momentOf(other.stoppedAt) ? -1 : 1))
    : []
}

function openStop(course: Course): Pause | undefined {
  return pausesOf(course).find(({ resumedAt }) => resumedAt === null)
}

type Days = { readonly after: CivilDate; readonly through: CivilDate }

/** No day counts twice where two pauses share it. */
function merged(pauses: readonly Days[]): readonly Days[] {
  const separate: Days[] = []
  for (const { after, through } of pauses) {
    const last = separate.at(-1)
    if (last && after <= last.through)
      separate[separate.length - 1] = {
        after: last.after,
        through: through > last.through ? through : last.through,
      }
    else separate.push({ after, through })
  }
  return separate
}

function dayOfMoment(moment: Moment): CivilDate {
  return isDay(moment) ? moment : dayOf(moment)
}

/** The first moment of a day where only the day is known. */
function momentOf(moment: Moment): Instant {
  return isDay(moment) ? beginningOf(moment) : moment
}

function isDay(moment: Moment): moment is CivilDate {
  return moment.length === 'YYYY-MM-DD'.length
}
