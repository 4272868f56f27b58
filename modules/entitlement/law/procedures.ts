import { civilDate } from '#kernel/civil-date'
import type { Procedure } from '../domain/procedure.ts'
import { nd136, nd147, nd20, nd335 } from './sources.ts'

/** From when money is due, changed and stopped, by the law in force on the day of the decision or of the change. */
export const procedures: readonly [Procedure, ...Procedure[]] = [
  {
    id: 'R13',
    issued: civilDate('2013-10-21'),
    inForce: civilDate('2015-01-01'),
    start: [],
    adjust: 'month_of_change',
    stop: 'month_after',
    workingDays: 20,
    cite: nd136('Điều 8', 'uncertain'),
  },
  {
    id: 'R21',
    issued: civilDate('2021-03-15'),
    inForce: civilDate('2021-07-01'),
    start: [
      { group: 'MSA-5B', from: 'month_of_age', years: 75 },
      { group: 'MSA-5C', from: 'month_of_age', years: 80 },
      { group: 'MSA-6', from: 'month_of_certificate' },
    ],
    adjust: 'month_of_change',
    stop: 'month_after',
    workingDays: 20,
    cite: nd20('khoản 1 Điều 8'),
  },
  {
    id: 'R25',
    issued: civilDate('2025-06-12'),
    inForce: civilDate('2025-07-01'),
    start: [],
    adjust: 'month_after',
    stop: 'month_after',
    workingDays: 10,
    cite: nd147('điểm d khoản 2 Điều 5'),
  },
  {
    id: 'R26',
    issued: civilDate('2026-08-21'),
    inForce: civilDate('2026-10-05'),
    start: [],
    adjust: 'month_of_change',
    stop: 'month_after',
    workingDays: 7,
    cite: nd335('khoản 4 Điều 8'),
  },
]
