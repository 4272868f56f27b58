import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, civilDate, instant, type CivilDate } from '#kernel/civil-date'
import {
  addWorkingDays,
  calendarOf,
  isWorkingDay,
  publicHolidays,
  workingDaysBetween,
} from '#modules/geography'
import { dueDay, explainClock, readClock, type Course } from './clock.ts'
import { editionOfFile } from './edition.ts'
import { monthlyAllowance } from './procedures/monthly-allowance.ts'

const calendar = calendarOf(publicHolidays)

test.for([
  ['G-PROC-1: complete on Tuesday 6 October 2026, seven working days', '2026-10-06', 'R26', '2026-10-15'],
  ['G-PROC-2: complete before Decree 335, undecided when it came', '2026-10-02', 'R25', '2026-10-16'],
  ['over Tết 2026: five days off and the weekends around them', '2026-02-12', 'R25', '2026-03-05'],
  ['over Tết 2027, to be confirmed', '2027-02-02', 'R26', '2027-02-18'],
  ['over the Saturday worked for 2 January 2026', '2026-01-05', 'R25', '2026-01-16'],
] as const)('%s', ([, completeOn, regime, by]) => {
  const day = civilDate(completeOn)
  const { edition } = editionOfFile(monthlyAllowance, { receivedOn: day, completeOn: day })!
  expect(edition.regime).toBe(regime)
  if (edition.total.kind === 'none') throw new Error('no total')
  expect(dueDay(calendar, { clock: edition.total, startedAt: day }, day)).toBe(by)
})

const week: Course = {
  clock: { kind: 'within', length: 7, unit: 'working_days', pauses: true },
  startedAt: civilDate('2026-11-13'),
}

describe('what a clock of working days shows', () => {
  test.for([
    ['2026-11-13', { state: 'ok', left: 7, past: 0 }],
    ['2026-11-19', { state: 'ok', left: 3, past: 0 }],
    ['2026-11-20', { state: 'near', left: 2, past: 0 }],
    ['2026-11-24', { state: 'near', left: 1, past: 0 }],
    ['2026-11-25', { state: 'due', left: 0, past: 0 }],
    ['2026-11-27', { state: 'over', left: 0, past: 2 }],
  ] as const)('on %s', ([today, face]) => {
    expect(readClock(calendar, week, civilDate(today))).toMatchObject({ ...face, dueOn: '2026-11-25' })
  })

  test('on a Saturday after a Friday it is over, by no working day yet', () => {
    const friday: Course = { ...week, startedAt: civilDate('2026-11-03') }
    expect(readClock(calendar, friday, civilDate('2026-11-12'))).toMatchObject({ state: 'due' })
    const saturday: Course = { ...week, startedAt: civilDate('2026-11-04') }
    expect(readClock(calendar, saturday, civilDate('2026-11-14'))).toMatchObject({ state: 'over', past: 0 })
  })

  test('a moment late in the evening is the day it was in Vietnam', () => {
    const face = readClock(calendar, week, instant('2026-11-24T16:59:59Z'))
    expect(face).toMatchObject({ state: 'near', left: 1 })
    expect(readClock(calendar, week, instant('2026-11-24T17:00:00Z'))).toMatchObject({ state: 'due' })
  })
})

describe('a clock that stands still', () => {
  const stopped: Course = { ...week, pauses: [{ stoppedAt: civilDate('2026-11-18'), resumedAt: null }] }

  test('keeps what was left, day after day', () => {
    for (const today of ['2026-11-18', '2026-11-20', '2026-12-31'])
      expect(readClock(calendar, stopped, civilDate(today))).toMatchObject({
        state: 'paused',
        left: 4,
        pausedSince: '2026-11-18',
      })
  })

  test('goes on from the day after the papers came', () => {
    const resumed: Course = {
      ...week,
      pauses: [{ stoppedAt: civilDate('2026-11-18'), resumedAt: civilDate('2026-11-23') }],
    }
    const face = readClock(calendar, resumed, civilDate('2026-11-23'))
    expect(face).toMatchObject({ state: 'ok', left: 4, dueOn: '2026-11-30', pausedSince: null })
    expect(
      explainClock(calendar, resumed, civilDate('2026-11-23')).filter(({ isPaused }) => isPaused),
    ).toHaveLength(5)
  })

  test('does not take back that it had run out before', () => {
    const late: Course = { ...week, pauses: [{ stoppedAt: civilDate('2026-11-26'), resumedAt: null }] }
    expect(readClock(calendar, late, civilDate('2026-11-27'))).toMatchObject({ state: 'over', past: 2 })
  })

  test('does so only where the law lets it', () => {
    const strict: Course = { ...stopped, clock: { ...week.clock, pauses: false } }
    expect(readClock(calendar, strict, civilDate('2026-11-27'))).toMatchObject({ state: 'over' })
  })

  test('counts a day once that two pauses share', () => {
    const twice: Course = {
      ...week,
      pauses: [
        { stoppedAt: civilDate('2026-11-17'), resumedAt: civilDate('2026-11-20') },
        { stoppedAt: civilDate('2026-11-18'), resumedAt: civilDate('2026-11-19') },
      ],
    }
    expect(dueDay(calendar, twice, civilDate('2026-11-20'))).toBe('2026-11-30')
  })
})

test('the counting names every day off: the first day is not counted, a holiday is told by name', () => {
  const days = explainClock(calendar, week, civilDate('2026-11-13'))
  expect(days.map(({ day, number, reason, name, certain }) => [day, number, reason, name, certain])).toEqual([
    ['2026-11-14', null, 'weekend', null, true],
    ['2026-11-15', null, 'weekend', null, true],
    ['2026-11-16', 1, 'working', null, true],
    ['2026-11-17', 2, 'working', null, true],
    ['2026-11-18', 3, 'working', null, true],
    ['2026-11-19', 4, 'working', null, true],
    ['2026-11-20', 5, 'working', null, true],
    ['2026-11-21', null, 'weekend', null, true],
    ['2026-11-22', null, 'weekend', null, true],
    ['2026-11-23', 6, 'working', null, true],
    ['2026-11-24', null, 'holiday', 'Ngày Văn hóa Việt Nam 24/11', false],
    ['2026-11-25', 7, 'working', null, true],
  ])
})

test('two plain days that end on a Sunday end on Monday, and the counting shows the days off after the second', () => {
  const urgent: Course = {
    clock: { kind: 'within', length: 2, unit: 'calendar_days', pauses: false },
    startedAt: civilDate('2026-11-20'),
  }
  expect(readClock(calendar, urgent, civilDate('2026-11-20'))).toMatchObject({ dueOn: '2026-11-23', left: 3 })
  expect(explainClock(calendar, urgent, civilDate('2026-11-20')).map(({ number }) => number)).toEqual([
    1,
    2,
    null,
  ])
})

test('a stay of three months ends on its day, day off or not (G-FAC-4)', () => {
  const stay: Course['clock'] = { kind: 'longest', length: 3, unit: 'months', pauses: false }
  const from = (day: string) => dueDay(calendar, { clock: stay, startedAt: civilDate(day) }, civilDate(day))
  expect(from('2026-01-10')).toBe('2026-04-10')
  expect(from('2026-11-30')).toBe('2027-02-28')
  expect(
    readClock(calendar, { clock: stay, startedAt: civilDate('2026-01-10') }, civilDate('2026-03-01')),
  ).toMatchObject({
    state: 'ok',
    left: 40,
  })
})

describe('a clock of hours', () => {
  const night: Course = {
    clock: { kind: 'within', length: 12, unit: 'hours', pauses: true },
    startedAt: instant('2026-03-02T15:10:00Z'),
  }

  test('runs through the night to the minute (G-CHI-1)', () => {
    const face = readClock(calendar, night, instant('2026-03-02T17:22:00Z'))
    expect(face).toMatchObject({
      state: 'ok',
      dueAt: '2026-03-03T03:10:00.000000Z',
      dueOn: '2026-03-03',
      left: 588,
    })
  })

  test.for([
    ['2026-03-03T00:09:00Z', 'ok'],
    ['2026-03-03T00:10:00Z', 'near'],
    ['2026-03-03T03:10:00Z', 'due'],
    ['2026-03-03T03:10:01Z', 'over'],
  ] as const)('at %s it is %s', ([at, state]) => {
    expect(readClock(calendar, night, instant(at)).state).toBe(state)
  })

  test('stands still to the minute', () => {
    const stopped: Course = {
      ...night,
      pauses: [{ stoppedAt: instant('2026-03-02T16:00:00Z'), resumedAt: instant('2026-03-02T17:30:00Z') }],
    }
    expect(readClock(calendar, stopped, instant('2026-03-02T18:00:00Z')).dueAt).toBe(
      '2026-03-03T04:40:00.000000Z',
    )
  })
})

test('a posting has to last: it waits through its last day, and may end on the day after', () => {
  const posting: Course = {
    clock: { kind: 'lasts', length: 2, unit: 'working_days', pauses: false },
    startedAt: civilDate('2024-05-09'),
  }
  expect(readClock(calendar, posting, civilDate('2024-05-13'))).toMatchObject({
    state: 'waiting',
    dueOn: '2024-05-13',
  })
  expect(readClock(calendar, posting, civilDate('2024-05-14'))).toMatchObject({ state: 'due' })
})

describe('whatever the days', () => {
  const firstDay = civilDate('2025-06-01')
  const aDay = fc.integer({ min: 0, max: 900 }).map((days) => addDays(firstDay, days))
  const aLength = fc.integer({ min: 1, max: 40 })
  const units = ['working_days', 'calendar_days'] as const
  const aUnit = fc.constantFrom(...units)
  const of = (unit: (typeof units)[number], length: number, startedAt: CivilDate): Course => ({
    clock: { kind: 'within', length, unit, pauses: true },
    startedAt,
  })

  test('nothing is due on a day off', () => {
    fc.assert(
      fc.property(aUnit, aLength, aDay, (unit, length, day) => {
        expect(isWorkingDay(calendar, dueDay(calendar, of(unit, length, day), day))).toBe(true)
      }),
    )
  })

  test('who begins later or has longer is never due earlier', () => {
    fc.assert(
      fc.property(aUnit, aLength, aDay, fc.nat(30), fc.nat(10), (unit, length, day, later, more) => {
        const due = dueDay(calendar, of(unit, length, day), day)
        expect(dueDay(calendar, of(unit, length + more, addDays(day, later)), day) >= due).toBe(true)
      }),
    )
  })

  test('a pause of n working days moves the due day by n', () => {
    fc.assert(
      fc.property(aLength, aDay, fc.nat(40), fc.nat(40), (length, day, before, lasting) => {
        const due = dueDay(calendar, of('working_days', length, day), day)
        const stoppedAt = addDays(day, before)
        const resumedAt = addDays(stoppedAt, lasting)
        fc.pre(stoppedAt <= due)
        const paused = { ...of('working_days', length, day), pauses: [{ stoppedAt, resumedAt }] }
        const n = workingDaysBetween(calendar, stoppedAt, resumedAt)
        expect(dueDay(calendar, paused, resumedAt)).toBe(addWorkingDays(calendar, due, n))
      }),
    )
  })

  test('what is left and what is past fit the day it is due, and the counting ends there', () => {
    fc.assert(
      fc.property(aLength, aDay, fc.nat(80), (length, day, later) => {
        const course = of('working_days', length, day)
        const today = addDays(day, later)
        const { left, past, dueOn } = readClock(calendar, course, today)
        expect(left === 0 || past === 0).toBe(true)
        expect(past === 0 || today > dueOn).toBe(true)
        expect(left).toBe(workingDaysBetween(calendar, today, dueOn))
        const days = explainClock(calendar, course, today)
        expect(days.at(-1)).toMatchObject({ day: dueOn, number: length })
        expect(days.filter(({ counts }) => counts)).toHaveLength(length)
      }),
    )
  })
})
