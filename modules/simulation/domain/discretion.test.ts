import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { discreet, tellsOfDiagnosis, undisclosed } from './discretion.ts'
import { counters, type Counts } from './tally.ts'

describe('by commune, fewer than five people are not told of', () => {
  test('a commune with four people is left out whole', () => {
    const [row] = discreet([counts({ peopleBefore: 4, before: 4, peopleAfter: 4 })])
    expect(Object.values(row!)).toEqual(counters.map(() => null))
  })

  test('where four are touched, neither they nor the money after can be read', () => {
    const [row] = discreet([
      counts({ peopleBefore: 90, before: 900, peopleAfter: 90, after: 950, raised: 4 }),
      counts({ peopleBefore: 80, before: 800, peopleAfter: 80, after: 800, raised: 0 }),
    ])
    expect(row).toMatchObject({ peopleBefore: 90, before: 900, after: null, raised: null, gained: null })
  })

  test('where five are touched, they are told of', () => {
    const row = counts({ peopleBefore: 90, before: 900, peopleAfter: 90, after: 950, raised: 5 })
    expect(discreet([row])).toEqual([row])
  })

  test('one small count beside large ones is left out alone, with its money', () => {
    const [, row] = discreet([
      counts({ peopleBefore: 50, raised: 50, fresh: 3, freshAmount: 9 }),
      counts({ peopleBefore: 50, raised: 50, fresh: 2, freshAmount: 6 }),
    ])
    expect(row).toMatchObject({ raised: 50, fresh: null, freshAmount: null })
  })

  test('a single cell left out would follow from the total, so the next smallest goes with it', () => {
    const rows = discreet([
      counts({ peopleBefore: 50, raised: 40, lost: 2 }),
      counts({ peopleBefore: 50, raised: 40, lost: 9 }),
      counts({ peopleBefore: 50, raised: 40, lost: 7 }),
    ])
    expect(rows.map(({ lost }) => lost)).toEqual([null, 9, null])
  })

  test('two cells left out that the total makes one and one are joined by a third', () => {
    const rows = discreet(
      [1, 1, 8, 20].map((lost) => counts({ peopleBefore: 50, peopleAfter: 50 - lost, raised: 20, lost })),
    )
    expect(rows.map(({ lost }) => lost)).toEqual([null, null, null, 20])
    expect(rows.map(({ peopleAfter }) => peopleAfter)).toEqual([null, null, null, 30])
  })

  test('whatever the figures, nothing left out follows from its row or from the total of its column', () => {
    const some = fc.integer({ min: 0, max: 12 })
    const anyRow = fc
      .record({
        staying: fc.integer({ min: 0, max: 40 }),
        gained: some,
        lost: some,
        fresh: some,
        raised: some,
      })
      .map(({ staying, raised, ...moved }) =>
        counts({
          ...moved,
          raised: Math.min(raised, staying),
          peopleBefore: staying + moved.lost,
          peopleAfter: staying + moved.gained,
        }),
      )
    fc.assert(
      fc.property(fc.array(anyRow, { minLength: 1, maxLength: 12 }), (rows) => {
        const told = discreet(rows)
        const wrong: string[] = []
        for (const { peopleBefore, peopleAfter, gained, lost } of told)
          if ([peopleBefore, peopleAfter, gained, lost].filter((one) => one === null).length === 1)
            wrong.push('the one left out of a row follows from the others')
        for (const name of ['peopleBefore', 'peopleAfter', 'gained', 'lost', 'raised', 'fresh'] as const) {
          const hidden = rows.filter((_, place) => told[place]![name] === null)
          const sum = hidden.reduce((total, row) => total + row[name], 0)
          const isAllHidden = told.every((row) => row[name] === null || row[name] === 0)
          if (sum > 0 && !isAllHidden && !(hidden.length > 1 && sum >= hidden.length + 5))
            wrong.push(`what is left out of ${name} follows from the total`)
          if (told.some((row) => [1, 2, 3, 4].includes(row[name] ?? 0)))
            wrong.push(`a few are told of in ${name}`)
        }
        expect(wrong).toEqual([])
      }),
      { numRuns: 1_000, seed: 5 },
    )
  })
})

describe('what would tell a diagnosis', () => {
  test('a change to khoản 3 or khoản 8 says nothing by commune', () => {
    expect(tellsOfDiagnosis([{ kind: 'coefficient', rule: 'MSA-3-A', value: 30 }])).toBe(true)
    expect(tellsOfDiagnosis([{ kind: 'poverty', group: 'MSA-8', to: 'any' }])).toBe(true)
    expect(tellsOfDiagnosis([{ kind: 'coefficient', rule: 'MSA-5C', value: 15 }])).toBe(false)
    const [row] = undisclosed([
      counts({ peopleBefore: 90, before: 900, peopleAfter: 90, after: 990, raised: 30 }),
    ])
    expect(row).toMatchObject({ before: 900, after: null, raised: null })
  })
})

function counts(given: Partial<Counts>): Counts {
  return { ...(Object.fromEntries(counters.map((name) => [name, 0])) as Counts), ...given } // Every counter.
}
