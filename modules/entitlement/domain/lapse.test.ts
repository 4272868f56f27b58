import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  civilDate,
  type CivilDate,
  firstDayOf,
  lastDayOf,
  month,
  monthsThrough,
  type Month,
} from '#kernel/civil-date'
import { contains } from '#kernel/period'
import { benefits, type Benefit } from './determination.ts'
import { engine, inMonth, rightsOn } from './determine.ts'
import { anyStanding } from './evaluators/testing/any-person.ts'
import { instantOn } from './law-in-force.ts'
import { lapsesOf, type Lapsing } from './lapse.ts'
import { plainStanding, type Standing } from './standing.ts'
import { standingsIn, type Stood } from './stood.ts'

type Told = readonly (readonly [from: string, facts: Partial<Standing>])[]

const elder = { born: civilDate('1953-06-10') }
const student = { wasChildWithoutSupport: true, isStudying: true } as const
const severe = { disability: 'severe' } as const
/** Of a dead father and a mother nobody identified. */
const orphan = { father: 'dead', mother: 'unidentified' } as const
const nearPoor = { household: 'near_poor' } as const

describe('an award has lapsed', () => {
  test.for<[string, Benefit, { from: string; born?: string; until?: string }, Told, string | undefined]>([
    [
      'G-POV-3: the pension of 72 in the month after the stop, however old one grows',
      'social_pension',
      { from: '2025-09' },
      [
        ['2025-01-01', nearPoor],
        ['2026-01-01', {}],
      ],
      '2026-02',
    ],
    [
      'TRN-07: a student who became 22 in June, in July, though Decree 335 reaches back to it',
      'monthly_allowance',
      { from: '2022-09', born: '2004-06-20' },
      [['2020-01-01', student]],
      '2026-07',
    ],
    [
      'TRN-07: who became 22 on the last day of August, in September',
      'monthly_allowance',
      { from: '2022-09', born: '2004-08-31' },
      [['2020-01-01', student]],
      '2026-09',
    ],
    [
      'TRN-07: who became 22 in September, in October, though Decree 335 came into force within it',
      'monthly_allowance',
      { from: '2022-09', born: '2004-09-02' },
      [['2020-01-01', student]],
      '2026-10',
    ],
    [
      'TRN-07: who became 22 on the last day of September, in October',
      'monthly_allowance',
      { from: '2022-09', born: '2004-09-30' },
      [['2020-01-01', student]],
      '2026-10',
    ],
    [
      'TRN-07: who became 22 on 4 October 2026, the last day of the old law, in November',
      'monthly_allowance',
      { from: '2022-09', born: '2004-10-04' },
      [['2020-01-01', student]],
      '2026-11',
    ],
    [
      'not for who became 22 on 5 October 2026: Decree 335 has no cap',
      'monthly_allowance',
      { from: '2022-09', born: '2004-10-05' },
      [['2020-01-01', student]],
      undefined,
    ],
    [
      'not for who was granted it anew in October after becoming 22 in September',
      'monthly_allowance',
      { from: '2026-10', born: '2004-09-02' },
      [['2020-01-01', student]],
      undefined,
    ],
    [
      'not for a household off the list on 2 October 2026 and on it again on the 10th',
      'monthly_allowance',
      { from: '2022-09', born: '1953-06-10' },
      [
        ['2020-01-01', { household: 'poor', obligor: 'none' }],
        ['2026-10-02', { obligor: 'none' }],
        ['2026-10-10', { household: 'poor', obligor: 'none' }],
      ],
      undefined,
    ],
    [
      'under Decree 20 long before',
      'monthly_allowance',
      { from: '2021-09', born: '2002-03-01' },
      [['2020-01-01', student]],
      '2024-04',
    ],
    [
      'from the month after the admission to a facility, so that discharge asks for a new decision',
      'monthly_allowance',
      { from: '2024-01', born: '1980-01-01' },
      [
        ['2020-01-01', severe],
        ['2024-05-12', { ...severe, facility: 'B' }],
        ['2025-02-03', severe],
      ],
      '2024-06',
    ],
    [
      'not by less than a whole month without a right',
      'monthly_allowance',
      { from: '2024-01', born: '1980-01-01' },
      [
        ['2020-01-01', severe],
        ['2024-05-12', {}],
        ['2024-06-30', severe],
      ],
      undefined,
    ],
    [
      'not before it ever had a right',
      'monthly_allowance',
      { from: '2024-01', born: '1980-01-01' },
      [
        ['2020-01-01', {}],
        ['2024-09-01', severe],
      ],
      undefined,
    ],
    [
      'not while it gives way to a meritorious allowance, whose end brings it back',
      'monthly_allowance',
      { from: '2024-01', born: '1980-01-01' },
      [
        ['2020-01-01', severe],
        ['2024-05-12', { ...severe, meritorious: 2_500_000 as Standing['meritorious'] }],
        ['2025-02-03', severe],
      ],
      undefined,
    ],
    [
      'not while it gives way to a higher benefit',
      'social_pension',
      { from: '2025-09', born: '1948-01-01' },
      [
        ['2020-01-01', {}],
        ['2026-01-12', { disability: 'exceptionally_severe' }],
      ],
      undefined,
    ],
    [
      'not after a decision has closed it',
      'monthly_allowance',
      { from: '2024-01', born: '1980-01-01', until: '2024-06' },
      [
        ['2020-01-01', severe],
        ['2024-05-12', {}],
      ],
      undefined,
    ],
    [
      'not while nobody knows where the person lives',
      'monthly_allowance',
      { from: '2024-01', born: '1980-01-01' },
      [
        ['2020-01-01', severe],
        ['2024-05-12', { territory: 'nowhere' }],
        ['2025-02-03', severe],
      ],
      undefined,
    ],
  ])('%s', ([, benefit, { from, born, until }, told, expected]) => {
    const standings = stood(told, born ?? elder.born).filter(
      ({ standing }) => standing.territory !== 'nowhere',
    )
    const award = awardOf(benefit, from, { until })
    expect(lapsesOf([award], standings).get('award')).toBe(expected)
  })

  test('only by months after its opening was recorded: what had been before was known to who opened it', () => {
    const standings = stood(
      [
        ['2018-01-01', severe],
        ['2019-01-01', {}],
        ['2021-01-01', severe],
        ['2024-01-01', {}],
        ['2025-01-01', severe],
      ],
      '1980-01-01',
    )
    const lapseOf = (openedIn: Month) =>
      lapsesOf([{ ...awardOf('monthly_allowance', '2018-01'), openedIn }], standings).get('award')
    expect(lapseOf(month('2018-01'))).toBe('2019-02')
    expect(lapseOf(month('2022-12'))).toBe('2024-02')
    expect(lapseOf(month('2025-06'))).toBe(undefined)
  })

  test.for<[string, string, string, string, Partial<Standing>, string | undefined]>([
    // TRN-05, TRN-07: 22 in June 2026, so stopped from July; Decree 335 gives again from October, by a decision of then.
    ['a student who was 22 before', '2022-09', '2026-11', '2004-06-20', student, '2026-10'],
    ['the same told in September', '2022-09', '2026-09', '2004-06-20', student, '2026-10'],
    ['the same told in October', '2022-09', '2026-10', '2004-06-20', student, '2026-10'],
    ['who was 22 long before the decision', '2025-06', '2026-11', '2002-01-01', student, '2026-10'],
    // The stop is the month after: October is still due by Decree 20.
    ['who was 22 on 2 October', '2022-09', '2026-11', '2004-10-02', student, '2026-11'],
    ['not who was 22 once Decree 335 was in force', '2022-09', '2026-11', '2004-10-05', student, undefined],
    ['not by a decision of October', '2026-10', '2026-11', '2004-06-20', student, undefined],
    ['an orphan, whom Decree 20 gave nothing', '2025-01', '2026-11', '2018-01-01', orphan, '2026-10'],
    ['not what both laws give', '2022-09', '2026-11', '1980-01-01', severe, undefined],
  ])(
    'where a list told of it later, and only the law after its decision gives it: %s',
    ([, from, openedIn, born, facts, expected]) => {
      const award = { ...awardOf('monthly_allowance', from), openedIn: month(openedIn) }
      expect(lapsesOf([award], stood([['2018-01-01', facts]], born)).get('award')).toBe(expected)
    },
  )

  test('wherever a move has carried it', () => {
    const standings = stood(
      [
        ['2020-01-01', severe],
        ['2024-05-12', {}],
        ['2025-02-03', severe],
      ],
      '1980-01-01',
    )
    const old = { ...awardOf('monthly_allowance', '2024-01', { until: '2024-12' }), id: 'old' }
    const next = awardOf('monthly_allowance', '2024-12')
    expect(lapsesOf([{ ...old, closeReason: 'moved' }, next], standings)).toEqual(
      new Map([
        ['old', '2024-06'],
        ['award', '2024-06'],
      ]),
    )
    expect(lapsesOf([{ ...old, closeReason: 'ineligible' }, next], standings).get('award')).toBe(undefined)
  })

  test('exactly when somebody who looked at every single month would say so', () => {
    const told = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 150 }), fc.integer({ min: 1, max: 28 }), anyStanding),
      {
        minLength: 1,
        maxLength: 3,
      },
    )
    fc.assert(
      fc.property(
        told,
        fc.constantFrom(...benefits),
        fc.integer({ min: 0, max: 140 }),
        (pieces, benefit, start) => {
          const { born, children } = pieces[0]![2]
          const standings = stood(
            pieces
              .toSorted(([one, day], [other, otherDay]) => one - other || day - otherDay)
              .filter(
                ([months, day], index, all) =>
                  index === 0 || `${months} ${day}` !== `${all[index - 1]![0]} ${all[index - 1]![1]}`,
              )
              .map(([months, day, standing]) => [
                `${addMonths(month('2014-06'), months)}-${String(day).padStart(2, '0')}`,
                { ...standing, children },
              ]),
            born,
          )
          const from = addMonths(month('2015-01'), start)
          const award = awardOf(benefit, from)
          const through = month('2031-12')
          expect(lapsesOf([award], standings, { through }).get('award')).toBe(
            monthByMonth(benefit, from, through, standings),
          )
        },
      ),
      { numRuns: 500 },
    )
  })
})

function monthByMonth(benefit: Benefit, from: Month, through: Month, standings: readonly Stood[]) {
  let hadRight = false
  let isStopped = false
  return monthsThrough(from, through).find((one) => {
    if (isStopped) return true
    if (one === '2026-10' && hadRight) {
      // Whom on 4 October only the law of the next day gives a right, the old one has stopped.
      const [before, lastDay, next] = ['2026-09-30', '2026-10-04', '2026-10-05'].map(civilDate) as [
        CivilDate,
        CivilDate,
        CivilDate,
      ]
      const gives = (day: CivilDate, knownOn: CivilDate) => {
        const ml = engine.lawIn(one, knownOn)!
        const standing = standings.find(({ during }) => contains(during, day))?.standing
        return rightsOn(ml, instantOn(day, ml.later), benefit, standing).length > 0
      }
      if (!gives(lastDay, lastDay) && gives(lastDay, next)) {
        if (!gives(before, lastDay)) return true
        isStopped = true
      }
    }
    const knownOn = lastDayOf(one)
    const ml = engine.lawIn(one, knownOn)
    const on = (day: typeof knownOn) => standings.find(({ during }) => contains(during, day))?.standing
    const [earlier, later] = [on(addDays(firstDayOf(one), -1)), on(knownOn)]
    if (!ml || (!earlier && !later)) return false
    const { within } = standingsIn(standings, one)
    const { why } = inMonth(ml, benefit, { month: one, knownOn, earlier, later, within, awarded: 'all' })
    if (why !== 'nothing') hadRight = true
    return why === 'nothing' && hadRight
  })
}

function stood(told: Told, born: string): Stood[] {
  return told.map(([from, facts], index) => {
    const until = told[index + 1]?.[0]
    const standing = { ...plainStanding, ...facts, born: civilDate(born) }
    return {
      during: { from: civilDate(from), until: until ? civilDate(until) : null },
      standing,
      shareTurns: false,
    }
  })
}

function awardOf(benefit: Benefit, from: string, { until }: { until?: string | undefined } = {}): Lapsing {
  const during = { from: civilDate(`${from}-01`), until: until ? civilDate(`${until}-01`) : null }
  return { id: 'award', benefit, during, closeReason: null, openedIn: month(from) }
}
