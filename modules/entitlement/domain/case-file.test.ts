import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { civilDate, month } from '#kernel/civil-date'
import { explainCase, readCaseFile, type CaseFile } from './case-file.ts'
import { withoutConfidential } from './explanation.ts'
import { wordsEn } from './words.en.ts'
import { wordsVi } from './words.vi.ts'

test('the example of a single mother is explained as an officer reads it', () => {
  const explanation = explainCase(givenExample(), month('2026-11'))
  const lines = wordsVi.lines(explanation)
  expect(explanation.total).toBe(1_890_000)
  expect(lines[0]).toBe('ĐƯỢC HƯỞNG 1.890.000 đ/tháng = 810.000 + 1.080.000')
  expect(lines).toContainEqual(expect.stringContaining('1,0 × 2 × 540.000 đ = 1.080.000 đ — khoản 4 Điều 5'))
  expect(lines).toContainEqual(expect.stringContaining('Hưu trí xã hội, từ đủ 75 tuổi: dừng ở điều kiện'))
  expect(lines).toContainEqual(expect.stringContaining('sớm nhất 04/2061'))
  expect(wordsEn.lines(explanation)[0]).toBe('ENTITLED to 1.890.000 đ a month = 810.000 + 1.080.000')
})

test('a month is explained as it was known', () => {
  const september = (knownOn: string) => explainCase(givenExample(), month('2026-09'), civilDate(knownOn))
  expect(september('2026-09-24').total).toBe(1_750_000)
  expect(september('2026-10-05').total).toBe(1_890_000)
  expect(september('2026-10-05').regime).toMatchObject({
    id: 'R26',
    isRetroactive: true,
    procedure: { id: 'R25' },
  })
  expect(september('2026-10-05').conventions).toEqual(['C1'])
})

test('only age lacking, the month it is reached is named; more lacking, it is not', () => {
  const reached = (text: string) => {
    const { groups } = explainCase(given(text), month('2026-11'))
    return Object.fromEntries(
      groups.flatMap(({ group, reachedIn }) => (reachedIn ? [[group, reachedIn]] : [])),
    )
  }
  expect(reached('{"born":"1956-04-02","facts":{"household":"near_poor"}}')).toEqual({
    'SP-A': '2031-04',
  })
  expect(reached('{"born":"1957-04-02","facts":{"household":"near_poor"}}')).toEqual({
    'SP-A': '2032-04',
    'SP-B': '2027-04',
  })
  expect(reached('{"born":"1957-04-02","facts":{"pension":9000000}}')).toEqual({})
})

test('a year of birth is a convention the explanation owns up to', () => {
  expect(explainCase(given('{"born":"1951"}'), month('2026-11')).conventions).toEqual(['C9'])
})

test('whoever may not know of HIV reads that a private condition is confirmed', () => {
  const whole = explainCase(
    given('{"born":"1985","facts":{"household":"poor","hiv":true}}'),
    month('2026-11'),
  )
  expect(whole.due[0]).toMatchObject({ rule: 'MSA-8', amount: 810_000 })
  expect(wordsVi.lines(withoutConfidential(whole))).toContainEqual(
    expect.stringContaining('điều kiện riêng tư đã được xác nhận'),
  )
})

test.for([
  ['{', expect.stringContaining('JSON')],
  ['{}', 'born: Invalid input: expected string, received undefined'],
  ['{"born":"1985-02-30"}', 'born: there is no day 1985-02-30'],
  ['{"born":"1985","facts":{"houshold":"poor"}}', 'facts: Unrecognized key: "houshold"'],
  ['{"born":"1985","facts":{"pension":1.5}}', expect.stringContaining('facts.pension')],
  ['{"born":"1985","diedOn":"1984-01-01"}', 'diedOn: is before the birth'],
  [
    '{"born":"1985","changes":[{"from":"2025-01-01"},{"from":"2024-01-01"}]}',
    'changes.1.from: changes stand in order of their days',
  ],
] as const)('%s is refused with the place and the reason', ([text, error]) => {
  expect(readCaseFile(text)).toEqual({ errors: [error] })
})

function given(text: string): CaseFile {
  const read = readCaseFile(text)
  if ('errors' in read) throw new Error(read.errors.join('\n'))
  return read.case
}

function givenExample(): CaseFile {
  return given(
    readFileSync(new URL('../../../docs/examples/case-single-mother.json', import.meta.url), 'utf8'),
  )
}
