import { expect, test } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { birthKeyOf, faultsIn, sectionsOf, submissionOf } from './draft.ts'

const today = civilDate('2026-11-23')
const values = {
  fullName: 'Nguyễn Thị Hòa',
  day: '12',
  month: '5',
  year: '1948',
  sex: 'female',
  areaId: '250708824',
  forWhom: 'other',
  applicantName: 'Lê Văn Nam',
  relation: 'child',
  method: 'cash',
}
const draft = { procedure: 'monthly_allowance', values, done: [], photos: {} } as const
const faults = (section: Parameters<typeof faultsIn>[0], more: Record<string, string> = {}) =>
  faultsIn(section, { values: { ...values, ...more }, questions: [], today }).map(
    ({ field, why }) => `${field} ${why}`,
  )

test('a part names every field that is missing or cannot be', () => {
  expect(faults('person')).toEqual([])
  expect(faults('person', { fullName: ' ', sex: '', number: '123' })).toEqual([
    'fullName needed',
    'sex needed',
    'number number',
  ])
  expect(faults('person', { day: '31', month: '2' })).toEqual(['day no_such_day'])
  expect(faults('person', { year: '2036' })).toEqual(['year in_future'])
  expect(faults('applicant', { applicantName: '' })).toEqual(['applicantName needed'])
  expect(faults('payment', { method: 'account', bank: 'Agribank' })).toEqual([
    'account needed',
    'holder needed',
  ])
})

test('a year alone is enough of a birth, and is what one looks the file up by', () => {
  const older = { ...values, day: '', month: '' }
  expect(faultsIn('person', { values: older, questions: [], today })).toEqual([])
  expect(birthKeyOf(older)).toBe('1948')
  expect(submissionOf({ ...draft, values: older }, []).subject).toMatchObject({
    born: '1948-01-01',
    bornPrecision: 'year',
  })
})

test('whoever helps is named with their relation; whoever asks for themselves is not named twice', () => {
  expect(submissionOf(draft, []).applicant).toMatchObject({ fullName: 'Lê Văn Nam', relation: 'child' })
  expect(submissionOf({ ...draft, values: { ...values, forWhom: 'self' } }, []).applicant).toBeNull()
})

test('a procedure without questions of its own has no part for them', () => {
  expect(sectionsOf([])).not.toContain('questions')
  expect(sectionsOf([{ id: 'transport' }])).toContain('questions')
})

test('of photographs those are sent with the file that have arrived', () => {
  const page = { name: 'IMG_1.jpg', size: 900_000, isPicture: true }
  const photos = {
    identity: [
      { ...page, id: 'a', uploadId: 'u1' },
      { ...page, id: 'b' },
    ],
  }
  expect(submissionOf({ ...draft, photos }, []).papers).toEqual([{ kind: 'identity', uploadId: 'u1' }])
})
