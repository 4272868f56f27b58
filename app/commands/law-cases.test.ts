import { expect, test } from 'vitest'
import { existsSync, readFileSync } from 'node:fs'
import {
  casesElsewhere,
  checkCases,
  checkProcedureCases,
  checkSupportCases,
  coverageOf,
  goldenCases,
  law,
  procedureCases,
  supportCases,
} from '#modules/entitlement'

test('every case is right by every evaluator, and every group of every regime has several', () => {
  const checked = checkCases(goldenCases)
  expect(checked.filter(({ isRight }) => !isRight).map(({ golden, months }) => [golden.id, months])).toEqual(
    [],
  )
  const coverage = coverageOf(checked)
  expect(coverage.map(({ regime, group }) => `${regime} ${group}`)).toEqual(
    law.regimes.flatMap(({ rules }) => rules.groups.map(({ id }) => `${rules.id} ${id}`)),
  )
  expect(coverage.filter(({ cases }) => cases < 2)).toEqual([])
})

test('a case with another amount is wrong by every evaluator', () => {
  const golden = goldenCases.find(({ id }) => id === 'G-MSA-4')!
  const expected = golden.expected.map((month) => ({ ...month, due: { allowance: 810_001 } }))
  expect(checkCases([{ ...golden, expected }])[0]).toMatchObject({
    isRight: false,
    months: [
      {
        wrong: {
          interpreter: { allowance: 810_000 },
          explanation: { allowance: 810_000 },
          kernel: { allowance: 810_000 },
          table: { allowance: 810_000 },
        },
      },
    ],
  })
})

test('so is every case of events and rights, and one with another amount is wrong', () => {
  expect(checkSupportCases(supportCases).filter(({ isRight }) => !isRight)).toEqual([])
  const funeral = supportCases.find(({ expected }) =>
    Object.values(expected[0]!.given).some(Number.isInteger),
  )!
  const [first, ...others] = funeral.expected
  const given = Object.fromEntries(
    Object.entries(first!.given).map(([rule, worth]) => [rule, Number(worth) + 1]),
  )
  expect(checkSupportCases([{ ...funeral, expected: [{ ...first!, given }, ...others] }])[0]!.isRight).toBe(
    false,
  )
})

test('so is every case of time limits, and one with another day is wrong', () => {
  expect(checkProcedureCases(procedureCases).filter(({ isRight }) => !isRight)).toEqual([])
  const [first] = procedureCases
  const asked = first!.asked.map((one) => ({ ...one, expected: '2026-10-16' }))
  expect(checkProcedureCases([{ ...first!, asked }])[0]).toMatchObject({
    isRight: false,
    wrong: [{ expected: '2026-10-16 R26', given: '2026-10-15 R26' }],
  })
})

test('a case that runs elsewhere is named in the test it is said to run in', () => {
  for (const { ids, test: file } of casesElsewhere) {
    expect(existsSync(file)).toBe(true)
    for (const id of ids) expect(readFileSync(file, 'utf8')).toContain(`${id}:`)
  }
})
