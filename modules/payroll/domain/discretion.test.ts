import { expect, test } from 'vitest'
import { isConfidentialRule, unnamedRules } from '#modules/entitlement'
import { visibleRule, visibleRuleInTotals } from './discretion.ts'

const rules = [
  'MSA-1-A',
  'MSA-1-B',
  'MSA-2',
  'MSA-3-A',
  'MSA-3-B',
  'MSA-4',
  'MSA-5A-1',
  'MSA-5A-2',
  'MSA-5B',
  'MSA-5C',
  'MSA-5D',
  'MSA-6-1',
  'MSA-6-2',
  'MSA-6-3',
  'MSA-6-4',
  'MSA-7',
  'MSA-8',
  'SP',
  'CARE-1',
]

test('a diagnosis is never named to whoever may not know it, in lines or in sums', () => {
  const confidential = rules.filter(isConfidentialRule)
  expect(confidential).toEqual(['MSA-3-A', 'MSA-3-B', 'MSA-8'])
  for (const rule of confidential) {
    expect(visibleRule(rule, false)).toBeNull()
    expect(visibleRuleInTotals(rule, false)).toBeNull()
    expect(visibleRule(rule, true)).toBe(rule)
  }
})

test('a hidden name says nothing: others of the same age and coefficient are hidden too', () => {
  const hidden = rules.filter((rule) => visibleRule(rule, false) === null)
  expect(hidden).toEqual([
    'MSA-1-A',
    'MSA-1-B',
    'MSA-2',
    'MSA-3-A',
    'MSA-3-B',
    'MSA-5A-1',
    'MSA-6-3',
    'MSA-6-4',
    'MSA-7',
    'MSA-8',
  ])
})

test('the database hides exactly what the program hides', () => {
  const pattern = new RegExp(unnamedRules)
  expect(rules.filter((rule) => pattern.test(rule))).toEqual(
    rules.filter((rule) => visibleRule(rule, false) === null),
  )
})
