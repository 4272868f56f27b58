import { expect, test } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { rightToPlace } from './admission.ts'
import { plainStanding } from './standing.ts'

const adult = { ...plainStanding, born: civilDate('1984-05-10') }
const child = { ...plainStanding, born: civilDate('2015-05-10') }
const elder = { ...plainStanding, born: civilDate('1956-11-20'), household: 'poor', obligor: 'none' } as const

test.for([
  ['A3: exceptionally severely disabled', { ...adult, disability: 'exceptionally_severe' }, true],
  ['severely is not enough', { ...adult, disability: 'severe' }, false],
  ['A1: a child of khoản 1', { ...child, father: 'dead', mother: 'missing_declared' }, true],
  ['one parent lives with the child', { ...child, father: 'dead' }, false],
  ['A1: a child of khoản 3', { ...child, hiv: true, household: 'poor' }, true],
  ['A2: poor, older, nobody bound to maintain them', elder, true],
  ['A2: near-poor is not poor', { ...elder, household: 'near_poor' }, false],
  ['A2: sixty is the boundary', { ...elder, born: civilDate('1966-11-26') }, false],
  ['A2: somebody is bound to', { ...elder, obligor: 'present' }, false],
  [
    'qualifies, and is cared for at home',
    { ...elder, obligor: 'present', facilityEligibleInCommunity: true },
    true,
  ],
] as const)('%s', ([, standing, isOpen]) => {
  const told = rightToPlace(standing, { group: 'A', on: civilDate('2026-11-25') })
  expect(told).toMatchObject({ isOpen, cite: { document: '335/2026/NĐ-CP', place: 'khoản 1 Điều 21' } })
  expect(rightToPlace(standing, { group: 'A', on: civilDate('2025-11-25') })).toMatchObject({
    isOpen,
    cite: { document: '20/2021/NĐ-CP' },
  })
})

test('danger, a measure and a contract are not for the register to judge', () => {
  for (const group of ['B', 'C', 'D'] as const)
    expect(rightToPlace(adult, { group, on: civilDate('2026-11-25') })).toBeUndefined()
})
