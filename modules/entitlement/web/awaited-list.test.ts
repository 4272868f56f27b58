import { expect, test } from 'vitest'
import { civilDate, month } from '#kernel/civil-date'
import { awaitsPovertyList } from './awaited-list.ts'

test.for([
  ['poverty', '2027-01-01', '2027-02', true],
  ['poverty', '2027-01-01', '2027-01', true],
  ['poverty', '2027-01-01', '2027-03', false],
  ['poverty', '2026-07-01', '2026-08', false],
  ['poverty', null, '2027-02', false],
  ['disability', '2027-01-01', '2027-02', false],
] as const)('%s until %s, a change in %s: %s', ([kind, until, changed, awaited]) => {
  const during = { from: null, until: until && civilDate(until) }
  const told = { id: 'one', subject: 'household', kind, detail: {}, during, evidence: null } as never // What else is recorded does not matter.
  expect(awaitsPovertyList([told], month(changed))).toBe(awaited)
})
