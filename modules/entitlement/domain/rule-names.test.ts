import { expect, test } from 'vitest'
import { regimes } from '../law/regimes.ts'
import { lawsOverTime, nameOfRule } from './rule-names.ts'

const rules = [
  ...new Set(
    regimes.flatMap(({ rules: { groups } }) => groups.flatMap(({ bands }) => bands.map(({ id }) => id))),
  ),
]

test('every rule of every law has a name of its own in both languages', () => {
  for (const language of ['vi', 'en'] as const) {
    const names = rules.map((rule) => nameOfRule(rule, language))
    expect(names.filter((name) => rules.includes(name))).toEqual([])
    expect(new Set(names).size).toBe(rules.length)
  }
})

test('a name says nothing twice and fits a line', () => {
  const tooMuch = rules
    .map((rule) => nameOfRule(rule, 'vi'))
    .filter((name) => name.length > 70 || new Set(name.split(', ')).size < name.split(', ').length)
  expect(tooMuch).toEqual([])
})

test('the laws stand in the order of their months', () => {
  expect(lawsOverTime.map(({ name, from }) => `${from} ${name}`)).toEqual([
    '2015-01 136/2013/NĐ-CP',
    '2021-07 20/2021/NĐ-CP',
    '2025-07 176/2025/NĐ-CP',
    '2026-07 335/2026/NĐ-CP',
  ])
})
