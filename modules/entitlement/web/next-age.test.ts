import { expect, test } from 'vitest'
import { civilDate, month } from '#kernel/civil-date'
import { isAgeChange, nextAge } from './next-age.ts'

test.for([
  ['the day before the 75th birthday', '1951-12-02', '2026-12-01', 75, '2026-12-02'],
  ['on the birthday the next one comes', '1956-12-02', '2026-12-02', 75, '2031-12-02'],
  ['before July 2025 the law waited for 80', '1944-09-01', '2024-05-31', 80, '2024-09-01'],
  ['a child of three', '2023-05-20', '2026-11-23', 4, '2027-05-20'],
  ['29 February is passed on 1 March', '2004-02-29', '2019-12-31', 16, '2020-02-29'],
  ['and in a common year on 1 March', '1952-02-29', '2026-11-23', 75, '2027-03-01'],
] as const)('%s', ([, born, day, years, on]) => {
  const person = { born: civilDate(born), bornPrecision: 'day', diedOn: null } as const
  expect(nextAge(person, civilDate(day))).toEqual({ years, on, precision: 'day' })
})

test('nobody waits for an age after 75, and the dead wait for none', () => {
  const old = { born: civilDate('1940-01-01'), bornPrecision: 'year', diedOn: null } as const
  expect(nextAge(old, civilDate('2026-11-23'))).toBeUndefined()
  const dead = {
    born: civilDate('1951-12-02'),
    bornPrecision: 'day',
    diedOn: civilDate('2026-10-01'),
  } as const
  expect(nextAge(dead, civilDate('2026-11-23'))).toBeUndefined()
})

test.for([
  ['2027-02', true],
  ['2027-03', true],
  ['2027-01', false],
  ['2027-04', false],
] as const)('a change in %s is by the 75th birthday of February 2027: %s', ([text, expected]) => {
  expect(isAgeChange(civilDate('1952-02-10'), month(text))).toBe(expected)
})
