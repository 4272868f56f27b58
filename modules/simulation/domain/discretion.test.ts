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
