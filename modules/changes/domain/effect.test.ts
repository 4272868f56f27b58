import { expect, test } from 'vitest'
import { month, monthsThrough } from '#kernel/civil-date'
import { effectsOf, keyOf, type Dues } from './effect.ts'

const person = '0197f000-0000-7000-8000-000000000001'
const months = monthsThrough(month('2026-09'), month('2027-01'))
/** What is due of the allowance from the first month on, a figure for each. */
const dues = (...amounts: readonly number[]): Dues =>
  new Map(months.map((one, at) => [keyOf(person, 'allowance', one), amounts[at] ?? 0]))

test.for<[string, Dues, Dues, unknown[]]>([
  ['nothing differs', dues(5, 5, 5, 5, 5), dues(5, 5, 5, 5, 5), []],
  [
    'from a month on, and on',
    dues(5, 5, 5, 5, 5),
    dues(5, 5, 7, 7, 7),
    [{ from: '2026-11', through: null, before: 5, after: 7 }],
  ],
  [
    'for some months',
    dues(5, 5, 5, 5, 5),
    dues(5, 7, 7, 5, 5),
    [{ from: '2026-10', through: '2026-11', before: 5, after: 7 }],
  ],
  [
    'by two steps',
    dues(5, 5, 5, 5, 5),
    dues(5, 7, 7, 9, 9),
    [
      { from: '2026-10', through: '2026-11', before: 5, after: 7 },
      { from: '2026-12', through: null, before: 5, after: 9 },
    ],
  ],
  [
    'twice the same, with a month between',
    dues(5, 5, 5, 5, 5),
    dues(7, 7, 5, 7, 7),
    [
      { from: '2026-09', through: '2026-10', before: 5, after: 7 },
      { from: '2026-12', through: null, before: 5, after: 7 },
    ],
  ],
  [
    'something begins',
    new Map(),
    dues(0, 0, 0, 0, 7),
    [{ from: '2027-01', through: null, before: 0, after: 7 }],
  ],
  [
    'something ends',
    dues(5, 5, 5, 5, 5),
    dues(5, 5),
    [{ from: '2026-11', through: null, before: 5, after: 0 }],
  ],
])('%s', ([, before, after, expected]) => {
  const effects = effectsOf({ before, after }, { months, isAwarded: true })
  expect(effects).toMatchObject(expected)
  expect(effects).toHaveLength(expected.length)
})
