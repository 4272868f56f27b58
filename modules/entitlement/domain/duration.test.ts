import { describe, expect, test } from 'vitest'
import { civilDate, month } from '#kernel/civil-date'
import { determineAll } from './determine-all.ts'
import type { Duration } from './duration.ts'
import { parseCase } from './household-case.ts'
import { determinationLinesEn, determinationLinesVi } from './determination-words.ts'
import { wordsVi } from './words.vi.ts'

/** Worked out by hand: a right ends with the month of the last day it is met, because the stop is the month after (9.2). */
test.for<[string, object, string, Partial<Duration>]>([
  [
    'an abandoned child through the month of the sixteenth birthday',
    { born: '2016-06-01', facts: { abandoned: true } },
    'MSA-1',
    { from: month('2016-06'), until: month('2032-06'), payee: 'person' },
  ],
  [
    'money for care goes to the carer',
    {
      born: '2016-06-01',
      facts: { abandoned: true },
      changes: [{ from: '2020-03-10', care: 'taken_in' }],
    },
    'CARE-1',
    { from: month('2021-07'), until: month('2032-06'), payee: 'carer' },
  ],
  [
    'a child born on the last day of a month, whose birthday not every month has',
    { born: '2016-08-31', facts: { abandoned: true } },
    'MSA-1',
    { from: month('2016-08'), until: month('2032-08') },
  ],
  [
    'a disabled parent through the month the child is 36 months old',
    { born: '1990-01-01', facts: { disability: 'severe', children: [{ born: '2024-12-15' }] } },
    'CARE-2',
    { from: month('2024-12'), until: month('2027-12') },
  ],
  [
    'a certificate with an end',
    {
      born: '1990-01-01',
      changes: [
        { from: '2024-02-05', disability: 'severe' },
        { from: '2028-02-05', disability: 'none' },
      ],
    },
    'MSA-6',
    { from: month('2024-02'), until: month('2028-02') },
  ],
  [
    'nothing known ends the disability of somebody',
    { born: '1990-01-01', changes: [{ from: '2024-02-05', disability: 'severe' }] },
    'MSA-6',
    { from: month('2024-02'), until: null },
  ],
  [
    'the social pension since it came, of somebody of 85',
    { born: '1941-01-01' },
    'SP-A',
    { from: month('2025-07'), until: null },
  ],
  [
    'what was paid as long as any law is known',
    { born: '2012-01-01', facts: { disability: 'severe' } },
    'MSA-6',
    { from: null, until: null },
  ],
])('%s', ([, person, group, expected]) => {
  expect(durationIn(person, group)).toMatchObject(expected)
})

test('it says what ends: a condition, a higher right, a death', () => {
  const child = durationIn({ born: '2016-06-01', facts: { abandoned: true } }, 'MSA-1')
  expect(child.ends).toMatchObject({ kind: 'condition', condition: { kind: 'ageBelow', months: 192 } })
  const poor = durationIn(
    {
      born: '2025-01-01',
      facts: { household: 'poor', inDifficultArea: true },
      changes: [{ from: '2027-02-01', disability: 'severe' }],
    },
    'MSA-7',
  )
  expect(poor).toMatchObject({ until: month('2027-01') })
  const dead = durationIn(
    { born: '1990-01-01', diedOn: '2026-12-24', facts: { disability: 'severe' } },
    'MSA-6',
  )
  expect(dead).toMatchObject({ until: month('2026-12'), ends: { kind: 'death' } })
})

describe('in the text of law explain', () => {
  const determined = determinationOf({ born: '2016-06-01', facts: { abandoned: true } })
  test('to whom, since when and until when', () => {
    const vi = determinationLinesVi(determined).join('\n')
    expect(vi).toContain('chi cho người được trợ giúp')
    expect(vi).toContain('đủ điều kiện từ tháng 06/2016; chi trả từ tháng có quyết định')
    expect(vi).toContain('đến hết tháng 06/2032: sau đó không còn «dưới 16 tuổi»')
    const en = determinationLinesEn(determined).join('\n')
    expect(en).toContain('then no longer “under 16”')
  })
  test('by the law of the month a decision on disability reaches back to the certificate, and now it does not', () => {
    const severe = { born: '1990-01-01', facts: { disability: 'severe' } }
    expect(durationIn(severe, 'MSA-6', '2024-05').starts).toBe('month_of_certificate')
    expect(durationIn(severe, 'MSA-6').starts).toBe('month_of_decision')
  })
})

test('nothing is said of what is not paid', () => {
  const [member] = determinationOf({ born: '1990-01-01' }).members
  expect(member!.durations).toEqual([])
  expect(wordsVi.lines(member!.monthly, member!.durations).join()).not.toContain('đến hết')
})

function durationIn(person: object, group: string, asked = '2026-11'): Duration {
  const found = determinationOf(person, asked).members[0]!.durations.find((one) => one.group === group)
  if (!found) throw new Error(`${group} is not paid`)
  return found
}

function determinationOf(person: object, asked = '2026-11') {
  const read = parseCase(person)
  if ('refusals' in read) throw new Error(JSON.stringify(read.refusals))
  const found = determineAll(read.case, month(asked), civilDate('2026-11-30'))
  if ('refusals' in found) throw new Error(JSON.stringify(found.refusals))
  return found.determination
}
