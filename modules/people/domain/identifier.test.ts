import { expect, test } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { checkIdentifier, maskNumber, normaliseNumber } from './identifier.ts'

const holder = (sex: 'female' | 'male', year: number) => ({ sex, born: civilDate(`${year}-01-01`) })

test.for([
  ['G-ID-1', '026185001234', holder('female', 1985), []],
  ['G-ID-2', '035303004567', holder('female', 2003), []],
  ['G-ID-3', '066092001111', holder('female', 1992), ['number_sex_differs']],
  ['G-ID-4', '058045000222', holder('male', 1945), []],
  ['a year that is not the holder’s', '026185001234', holder('female', 1986), ['number_birth_year_differs']],
  ['no such province', '003185001234', holder('female', 1985), ['number_province_unknown']],
  ['born abroad', '126185001234', holder('female', 1985), []],
] as const)('%s: %s', ([, number, person, codes]) => {
  const findings = checkIdentifier('personal_id', number, person)
  expect(findings.map(({ code }) => code)).toEqual(codes)
  expect(findings.every(({ level }) => level === 'soft')).toBe(true)
})

test('G-ID-5: eleven digits lost the zero they began with', () => {
  expect(checkIdentifier('personal_id', '26185001234')).toEqual([
    { level: 'hard', code: 'wrong_number_length', digits: 11, suggested: '026185001234' },
  ])
})

test.for([
  ['personal_id', '0261850012345', 13],
  ['personal_id', '135012345', 9],
  ['legacy_id', '1350123456', 10],
  ['social_insurance', '123', 3],
  ['health_card', 'BT226260012345', 14],
] as const)('%s %s is refused for its length', ([kind, number, digits]) => {
  expect(checkIdentifier(kind, number)).toEqual([{ level: 'hard', code: 'wrong_number_length', digits }])
})

test('a letter O is not a zero', () => {
  expect(checkIdentifier('personal_id', 'O26185001234')).toMatchObject([{ code: 'number_has_other_signs' }])
})

test.for([
  ['G-ID-6', 'BT2262600123456', []],
  ['G-ID-7', 'BT4260012345678', [{ level: 'soft', code: 'card_level_unusual', usual: 2 }]],
  ['no level', 'BT6262600123456', [{ level: 'hard', code: 'number_not_of_its_kind' }]],
] as const)('%s: health card %s', ([, number, findings]) => {
  expect(checkIdentifier('health_card', number)).toEqual(findings)
})

test('blanks, dots and full-width digits are how people write, and not the number', () => {
  expect(normaliseNumber(' 026 185.001-234')).toBe('026185001234')
  expect(normaliseNumber('０２６')).toBe('026')
  expect(maskNumber('026185001234')).toBe('…1234')
})
