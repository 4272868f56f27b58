import { expect, test } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { law } from '../law/index.ts'
import { adjustMonth, startMonth, stopMonth } from './procedure.ts'

test.for([
  ['R21: the month of the certificate', 'MSA-6', '2024-07-03', '2024-05-28', undefined, '2024-05'],
  ['R21: not before the regime itself', 'MSA-6', '2021-08-10', '2021-05-28', undefined, '2021-07'],
  ['R25: the month of the decision', 'MSA-6', '2025-09-05', '2025-08-20', undefined, '2025-09'],
  ['R26: the month of the decision', 'MSA-6', '2026-10-05', '2026-09-20', undefined, '2026-10'],
  ['R21, 80: the month of the birthday', 'MSA-5C', '2025-02-10', undefined, undefined, '2024-12'],
  ['R21, 80: not before the pension ended (C8)', 'MSA-5C', '2025-02-10', undefined, '2025-01-15', '2025-01'],
  ['R21: other groups from the decision', 'MSA-4', '2025-02-10', undefined, undefined, '2025-02'],
] as const)('%s', ([, group, decidedOn, certificateOn, conditionsSince, expected]) => {
  expect(
    startMonth(law.procedures, {
      group,
      decidedOn: civilDate(decidedOn),
      born: civilDate('1944-12-20'),
      certificateOn: certificateOn && civilDate(certificateOn),
      conditionsSince: conditionsSince && civilDate(conditionsSince),
    }),
  ).toBe(expected)
})

test.for([
  ['2025-06-30', '2025-06'],
  ['2025-07-01', '2025-08'],
  ['2026-10-04', '2026-11'],
  ['2026-10-05', '2026-10'],
] as const)('a change on %s counts from %s', ([changedOn, expected]) => {
  expect(adjustMonth(law.procedures, civilDate(changedOn))).toBe(expected)
})

test('what ends, ends the month after', () => {
  expect(stopMonth(civilDate('2026-12-31'))).toBe('2027-01')
})
