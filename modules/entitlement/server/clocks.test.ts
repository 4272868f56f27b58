import { describe, expect, test as pure } from 'vitest'
import { civilDate, month } from '#kernel/civil-date'
import { addWorkingDays, loadCalendar } from '#modules/geography'
import { test } from '#testing/world'
import { decideBy, isLongRemand, monthsOnResume, stopsOn, suspendedFrom } from '../domain/clocks.ts'
import { readHealthCard } from '../domain/health-card.ts'
import { determineAll } from '../domain/determine-all.ts'
import { law, parseCase } from '../domain/index.ts'
import { disabilityClock } from '../law/clocks.ts'

describe('how long a decision may take, by the calendar of the country', () => {
  test.for([
    ['G-PROC-1: complete on Tuesday 6 October 2026, seven working days', '2026-10-06', 'R26', '2026-10-15'],
    ['G-PROC-2: complete before Decree 335, ten working days (TRN-02)', '2026-10-02', 'R25', '2026-10-16'],
    // Weekdays after 2 September 2024 and 3 September, both public holidays.
    ['a file of Decree 20 over the National Day, 20 working days', '2024-08-30', 'R21', '2024-10-01'],
  ] as const)('%s', async ([, completeOn, procedure, by], { world }) => {
    const calendar = await loadCalendar(world.ctx)
    const count = (from: Parameters<typeof addWorkingDays>[1], days: number) =>
      addWorkingDays(calendar, from, days)
    expect(decideBy(law.procedures, civilDate(completeOn), count)).toEqual({ procedure, by })
  })

  test('G-DIS-1: a file received on Monday 2 March 2026 has its conclusion by Monday 30 March', async ({
    world,
  }) => {
    const calendar = await loadCalendar(world.ctx)
    const by = addWorkingDays(calendar, civilDate('2026-03-02'), disabilityClock.workingDays)
    expect(by).toBe('2026-03-30')
  })
})

describe('suspension', () => {
  pure(
    'G-PROC-6: January to March uncollected suspends April; back in June, six months are paid together',
    () => {
      const uncollected = ['2026-01', '2026-02', '2026-03'].map(month)
      expect(suspendedFrom(uncollected)).toBe('2026-04')
      expect(suspendedFrom(uncollected.slice(1))).toBeUndefined()
      expect(suspendedFrom(['2026-01', '2026-02', '2026-04'].map(month))).toBeUndefined()
      const months = monthsOnResume(month('2026-01'), month('2026-06'))
      expect(months).toHaveLength(6)
      const read = parseCase({ born: '1985-01-01', facts: { disability: 'severe' } })
      if ('refusals' in read) throw new Error('The case is sound')
      const paid = months.map((each) => {
        const found = determineAll(read.case, each, civilDate('2026-06-30'))
        return 'determination' in found ? found.determination.total : 0
      })
      // 6 × 1,5 × 500.000.
      expect(paid.reduce<number>((sum, amount) => sum + amount, 0)).toBe(4_500_000)
    },
  )

  pure('G-PROC-7: suspended on 10 January 2026 for refusing to be examined, it stops on 10 April', () => {
    expect(stopsOn(civilDate('2026-01-10'))).toBe('2026-04-10')
  })

  pure('G-PROC-8: remand from 1 to 20 November 2026 does not suspend, a whole month does', () => {
    expect(isLongRemand(civilDate('2026-11-01'), civilDate('2026-11-20'))).toBe(false)
    expect(isLongRemand(civilDate('2026-11-01'), civilDate('2026-11-29'))).toBe(false)
    expect(isLongRemand(civilDate('2026-11-01'), civilDate('2026-11-30'))).toBe(true)
  })
})

describe('the numbers on a health card', () => {
  pure.for([
    ['G-ID-6', 'BT2262600123456', { letters: 'BT', level: 2, province: '26', isDoubtful: false }],
    ['G-ID-7: no card of social protection had level 4', 'BT4260012345678', { isDoubtful: true }],
    ['the number since April 2021', '0123456789', { form: 'number' }],
  ] as const)('%s', ([, code, expected]) => {
    expect(readHealthCard(code)).toMatchObject(expected)
  })

  pure.for(['BT226260012345', 'bt2262600123456', 'BT6262600123456', '012345678'])('%s is none', (code) => {
    expect(readHealthCard(code)).toBeUndefined()
  })
})

pure.for([
  [81, 1_000_000],
  [80, 750_000],
  [61, 750_000],
  [60, 0],
] as const)('a loss of %i %% before the certificate gives %i (7.1 of the dossier)', ([percent, total]) => {
  const read = parseCase({ born: '1985-01-01', medicalConclusion: { percent, issuedOn: '2010-05-05' } })
  if ('refusals' in read) throw new Error('The case is sound')
  expect(determineAll(read.case, month('2025-09'))).toMatchObject({ determination: { total } })
})

pure('G-REP-2: a single mother of three is one person with three shares, coefficients of 3,0', () => {
  const read = parseCase({
    members: [
      { key: 'mẹ', born: '1990-01-01', facts: { household: 'poor', singleParent: 'never_married' } },
      ...['2014-01-01', '2017-01-01', '2021-01-01'].map((born) => ({ key: born, born, childOf: ['mẹ'] })),
    ],
  })
  if ('refusals' in read) throw new Error('The case is sound')
  const found = determineAll(read.case, month('2026-11'))
  if ('refusals' in found) throw new Error('The month is known')
  const [mother, ...children] = found.determination.members
  expect(mother?.monthly.due).toMatchObject([{ units: 3, coefficient: 10, amount: 1_620_000 }])
  expect(children.flatMap(({ monthly }) => monthly.due)).toEqual([])
})

pure('both spouses severely disabled with one small child: one share in the household (G-CARE-3)', () => {
  const disabled = { disability: 'severe' } as const
  const read = parseCase({
    members: [
      { key: 'vợ', born: '1996-01-01', facts: disabled },
      { key: 'chồng', born: '1993-01-01', spouseOf: 'vợ', facts: { ...disabled, sex: 'male' } },
      { key: 'con', born: '2025-10-10', childOf: ['vợ', 'chồng'] },
    ],
  })
  if ('refusals' in read) throw new Error('The case is sound')
  // Two allowances and one share, each 1,5 × 540.000.
  expect(determineAll(read.case, month('2026-08'), civilDate('2026-11-23'))).toMatchObject({
    determination: { total: 2_430_000 },
  })
})
