import { expect, test } from 'vitest'
import { z } from 'zod'
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
  receiver: 'applicant',
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
  expect(faults('person', { fullName: '1234' })).toEqual(['fullName name'])
  expect(faults('applicant', { applicantName: 'Trung tâm số 2' })).toEqual(['applicantName name'])
  expect(faults('applicant', { applicantName: 'Trung tâm số 2', relation: 'organisation' })).toEqual([])
  expect(faults('person', { day: '31', month: '2' })).toEqual(['day no_such_day'])
  expect(faults('person', { year: '2036' })).toEqual(['year in_future'])
  expect(faults('applicant', { applicantName: '' })).toEqual(['applicantName needed'])
  expect(faults('applicant', { applicantNumber: '12', applicantEmail: 'nam@' })).toEqual([
    'applicantNumber number',
    'applicantEmail email',
  ])
  expect(faults('payment', { receiver: '' })).toEqual(['receiver needed'])
  expect(faults('payment', { receiver: '', forWhom: 'self' })).toEqual([])
  expect(faults('payment', { method: 'account', bank: 'Agribank' })).toEqual([
    'account needed',
    'holder needed',
  ])
})

test('a telephone is checked as it is written, with its spaces and dots, and may be left out', () => {
  for (const phone of ['abc', '12345', '0912 345 67x', '+1 202 555 0100'])
    expect(faults('person', { phone })).toEqual(['phone phone'])
  for (const phone of ['', '0912 345 678', '+84 912.345.678', '(024) 3825 1234'])
    expect(faults('person', { phone })).toEqual([])
  expect(faults('applicant', { applicantPhone: 'abc' })).toEqual(['applicantPhone phone'])
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

test('who receives the money in their place and how they are written to goes along', () => {
  const told = {
    ...values,
    email: ' hoa@example.org ',
    applicantEmail: 'nam@example.org',
    applicantNumber: '025 048 001 234',
  }
  expect(submissionOf({ ...draft, values: told }, [])).toMatchObject({
    subject: { email: 'hoa@example.org' },
    applicant: { email: 'nam@example.org', number: '025048001234' },
    payment: { receiver: 'applicant' },
  })
  const self = { ...values, forWhom: 'self' }
  expect(submissionOf({ ...draft, values: self }, []).payment).toMatchObject({ receiver: 'person' })
})

test.for([
  'a@b.vn',
  "o'nam.le+1@thon-dong.example.org",
  'a@b',
  'a b@c.vn',
  '.a@b.vn',
  'a..b@c.vn',
  'a@-b.vn',
  'hoà@b.vn',
])('the form takes %s for an address as the operation does', (email) => {
  expect(faults('person', { email }).length === 0).toBe(z.email().safeParse(email).success)
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
  expect(submissionOf({ ...draft, photos }, []).papers).toEqual([
    { kind: 'identity', uploadId: 'u1', note: null },
  ])
})

test('papers beside the list go under the names they were given', () => {
  const page = (id: string) => ({ id, name: 'a.jpg', size: 1, isPicture: true, uploadId: id })
  const photos = { identity: [page('1')], other: [page('2'), page('3')], 'other-2': [page('4')] }
  const named = { ...values, 'name.other': ' Đơn trình bày ' }
  expect(submissionOf({ ...draft, photos, values: named }, []).papers).toEqual([
    { kind: 'identity', uploadId: '1', note: null },
    { kind: 'other', uploadId: '2', note: 'Đơn trình bày' },
    { kind: 'other', uploadId: '3', note: 'Đơn trình bày' },
    { kind: 'other-2', uploadId: '4', note: null },
  ])
})
