import { describe, expect, test } from 'vitest'
import { month } from '#kernel/civil-date'
import { causes } from './causes.ts'
import { emptyCells, levels } from './cells.ts'
import { lifeTable2019, survivalAfter, yearlyDeaths } from './life-table.ts'
import type { Line } from './lines.ts'
import { mostLines } from './lines.ts'
import { wholesOf } from './rounding.ts'
import { drawsFrom } from './seeded.ts'
import { outlookOf } from './shortfall.ts'
import { spreadOf } from './spread.ts'
import type { Trend } from './trend.ts'
import { figuresOf, totalOf, type MonthToCome } from './year.ts'

const lines: readonly Line[] = [
  { component: 'allowance', group: 'MSA-6' },
  { component: 'social_pension', group: 'SP-A' },
  { component: 'care', group: 'CARE-3' },
]

describe('the life table', () => {
  test.for([
    ['female', 0],
    ['male', 1],
  ] as const)('expects the years at birth it was fitted to: %s', ([sex, place]) => {
    const yearly = yearlyDeaths(lifeTable2019)[place]
    let [alive, years] = [1, 0]
    yearly.forEach((share, age) => {
      years += alive * (1 - share) + alive * share * (age === 0 ? 0.1 : 0.5)
      alive *= 1 - share
    })
    expect(Math.abs(years - lifeTable2019.expected[sex])).toBeLessThan(0.2)
  })

  test('twelve months are a year, none of the deaths is everybody alive, and more deaths leave fewer', () => {
    const [female] = survivalAfter(lifeTable2019, 12, 100)
    expect(1 - female[80 * 12]!).toBeCloseTo(0.0745, 10)
    expect(survivalAfter(lifeTable2019, 12, 0)[1][80 * 12]).toBe(1)
    expect(survivalAfter(lifeTable2019, 12, 200)[0][80 * 12]).toBeLessThan(female[80 * 12]!)
  })
})

describe('whole numbers', () => {
  test('add up to the rounded sum, and give nothing to who had nothing', () => {
    const draw = drawsFrom(7)
    for (let turn = 0; turn < 200; turn++) {
      const values = Array.from({ length: 1 + Math.floor(draw() * 40) }, () =>
        draw() < 0.3 ? 0 : draw() * 30,
      )
      const wholes = wholesOf(values)
      expect(wholes.reduce((sum, one) => sum + one, 0)).toBe(
        Math.round(values.reduce((sum, one) => sum + one, 0)),
      )
      values.forEach((value, place) => {
        expect(Math.abs(wholes[place]! - value)).toBeLessThan(1)
        expect(value === 0 && wholes[place] !== 0).toBe(false)
      })
    }
  })
})

describe('the figures of a year', () => {
  test('are whole, never below nothing, and add up: communes to the province, causes to the figure', () => {
    for (let seed = 1; seed <= 12; seed++) {
      const { months, trend } = givenYear(seed)
      const figures = figuresOf(months, lines, { trend, trendPercent: 100 })
      for (const { people, amount } of figures) {
        expect(totalOf(people)).toBeGreaterThanOrEqual(0)
        expect(totalOf(amount)).toBeGreaterThanOrEqual(0)
        for (const cause of causes) expect([people[cause], amount[cause]].every(Number.isInteger)).toBe(true)
      }
      for (const { month: at, cells } of months)
        for (let line = 0; line < lines.length; line++) {
          const own = figures.filter((figure) => figure.month === at && figure.line === line)
          const base = own.reduce((sum, { people }) => sum + people.base, 0)
          const known = Array.from({ length: cells.areas }, (_, area) => cells.people(area, line, 0))
          expect(base).toBe(known.reduce((sum, one) => sum + one, 0))
        }
      // The same people and the same trend give the same year.
      expect(figuresOf(months, lines, { trend, trendPercent: 100 })).toEqual(figures)
    }
  })

  test('a trend of nothing leaves what the law and the life table make of the people there are', () => {
    const { months, trend } = givenYear(3)
    const figures = figuresOf(months, lines, { trend, trendPercent: 0 })
    expect(figures.every(({ people, amount }) => people.trend === 0 && amount.trend === 0)).toBe(true)
  })
})

describe('the range', () => {
  const { months, trend } = givenYear(5)
  const of = (seed: number, percent = 100) =>
    spreadOf(months, trend, { programmes: 4, programmeOfLine: [0, 1, 2], percent, interval: 80, seed })!

  test('is the same for the same seed, and nothing where no trend is taken along', () => {
    const all = { of: 'all', place: 0 } as const
    expect(of(11)(all, null)).toEqual(of(11)(all, null))
    expect(of(11)(all, null)).not.toEqual(of(12)(all, null))
    expect(of(11, 0)(all, null)).toEqual({ below: 0, above: 0 })
  })

  test('of everything is no wider than those of its parts together, and grows with the months', () => {
    const spread = of(11)
    const width = ({ below, above }: { below: number; above: number }) => below + above
    const parts = [0, 1, 2].reduce((sum, place) => sum + width(spread({ of: 'line', place }, null)), 0)
    expect(width(spread({ of: 'all', place: 0 }, null))).toBeLessThanOrEqual(parts)
    expect(width(spread({ of: 'all', place: 0 }, 11))).toBeGreaterThan(
      width(spread({ of: 'all', place: 0 }, 0)),
    )
  })

  test('of a programme without lines is nothing', () => {
    expect(of(11)({ of: 'programme', place: 3 }, null)).toEqual({ below: 0, above: 0 })
  })

  test('is not told of two months', () => {
    const short: Trend = { ...trend, seen: trend.seen.slice(0, 2) }
    expect(
      spreadOf(months, short, {
        programmes: 4,
        programmeOfLine: [0, 1, 2],
        percent: 100,
        interval: 80,
        seed: 1,
      }),
    ).toBeUndefined()
  })
})

describe('whether the money lasts', () => {
  const ahead = ['2026-10', '2026-11', '2026-12'].map((at) => ({
    month: month(at),
    low: 9,
    mid: 10,
    high: 12,
  }))

  test.for([
    ['lasts', 100, 70, { left: 0, runsOut: null, missing: 0, runsOutAtHigh: '2026-12' }],
    [
      'runs out in November',
      100,
      85,
      { left: -15, runsOut: '2026-11', missing: 15, runsOutAtHigh: '2026-11' },
    ],
    ['was never enough', 60, 70, { left: -40, runsOut: '2026-10', missing: 40, runsOutAtHigh: '2026-10' }],
  ] as const)('%s', ([, allocated, used, expected]) => {
    expect(outlookOf(allocated, used, ahead)).toMatchObject(expected)
  })
})

/** A year of five communes whose people age, get other amounts and die, and a trend seen in twelve months. */
function givenYear(seed: number): { months: MonthToCome[]; trend: Trend } {
  const draw = drawsFrom(seed)
  const areas = 5
  const people = Array.from({ length: areas * lines.length }, () => Math.floor(draw() * 60))
  const months = Array.from({ length: 12 }, (_, place): MonthToCome => {
    const cells = emptyCells(areas)
    people.forEach((count, at) => {
      const [area, line] = [Math.floor(at / lines.length), at % lines.length]
      let now = count
      levels.forEach((__, level) => {
        if (level > 0) now *= 1 - draw() * 0.02
        if (now > 0) cells.add(area, line, level, now, now * 540_000)
      })
    })
    return { month: month(`2027-${String(place + 1).padStart(2, '0')}`), cells, monthsAhead: place + 2 }
  })
  const seen = Array.from({ length: 12 }, () =>
    Float64Array.from({ length: areas * mostLines }, (_, place) =>
      place % mostLines < lines.length ? Math.floor(draw() * 9) - 4 : 0,
    ),
  )
  const monthly = new Float64Array(mostLines)
  for (const one of seen) one.forEach((count, place) => (monthly[place % mostLines]! += count / seen.length))
  return { months, trend: { monthly, seen, months: [], shareOf: () => 1 / areas } }
}
