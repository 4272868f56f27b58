import { expect, test } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { checkBirth, parseBirth } from './birth-date.ts'

test.for([
  ['12/03/1938', '1938-03-12', 'day'],
  ['12-3-1938', '1938-03-12', 'day'],
  ['12 . 03 . 1938', '1938-03-12', 'day'],
  ['1938-03-12', '1938-03-12', 'day'],
  ['1938-03-12T00:00:00.000Z', '1938-03-12', 'day'],
  ['3/1938', '1938-03-01', 'month'],
  ['00/03/1938', '1938-03-01', 'month'],
  ['tháng 3 năm 1938', '1938-03-01', 'month'],
  ['ngày 12 tháng 3 năm 1938', '1938-03-12', 'day'],
  ['1938', '1938-01-01', 'year'],
  ['năm 1938', '1938-01-01', 'year'],
  ['--/--/1938', '1938-01-01', 'year'],
  ['00/00/1938', '1938-01-01', 'year'],
  ['01/01/1938', '1938-01-01', 'day'],
] as const)('%s is %s, known to the %s', ([text, born, bornPrecision]) => {
  expect(parseBirth(text)).toEqual({ born, bornPrecision })
})

test.for(['', '31/02/1938', '12/13/1938', '38', '12/3/38', 'không rõ', '1938/1939', '12031938'])(
  '«%s» is no birth date',
  (text) => {
    expect(parseBirth(text)).toBeUndefined()
  },
)

const today = civilDate('2026-11-23')
const birth = (born: string) => ({ born: civilDate(born), bornPrecision: 'day' as const })

test('a birth in the future was most likely a century earlier', () => {
  expect(checkBirth(birth('2036-03-12'), today)).toEqual({ code: 'birth_in_future', suggested: '1936-03-12' })
  expect(checkBirth(birth('2026-11-24'), today)).toMatchObject({ code: 'birth_in_future' })
  expect(checkBirth(birth('2026-11-23'), today)).toBeUndefined()
})

test('nobody dies before birth, and nobody here was born in 1889', () => {
  expect(checkBirth(birth('1938-03-12'), today, civilDate('1938-03-11'))).toEqual({
    code: 'died_before_birth',
  })
  expect(checkBirth(birth('1938-03-12'), today, civilDate('1938-03-12'))).toBeUndefined()
  expect(checkBirth(birth('1889-12-31'), today, civilDate('1960-01-01'))).toEqual({
    code: 'birth_too_long_ago',
  })
  expect(checkBirth(birth('1890-01-01'), today, civilDate('1960-01-01'))).toBeUndefined()
})

test('nobody alive is older than 125', () => {
  expect(checkBirth(birth('1900-12-31'), today)).toEqual({ code: 'birth_too_long_ago' })
  expect(checkBirth(birth('1901-01-01'), today)).toBeUndefined()
})
