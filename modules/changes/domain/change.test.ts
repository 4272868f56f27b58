import { expect, test } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { standInEachOthersWay, type Change } from './change.ts'

const from = civilDate('2026-11-02')
const death: Change = { kind: 'death', diedOn: from }
const name: Change = { kind: 'identity', fullName: 'Phùng Thị Mận' }
const born: Change = { kind: 'identity', born: civilDate('1984-05-10') }
const move: Change = { kind: 'move', areaId: 1, village: null, address: null, from }
const moveOut: Change = { ...move, household: 'own' }
const split: Change = { kind: 'split_household', members: [], from }
const degree: Change = {
  kind: 'disability',
  level: 'mild',
  types: ['sight'],
  certificate: '1',
  issuedOn: from,
}
const disability: Change = {
  kind: 'circumstance',
  circumstance: 'disability',
  detail: null,
  from,
  until: null,
}
const study: Change = { ...disability, circumstance: 'study' }
const carer: Change = {
  kind: 'carer',
  carerId: null,
  arrangement: 'own_household',
  from,
  until: null,
  receives: false,
}
const guardian: Change = { kind: 'guardian', guardianId: null, from, until: null, receives: false }
const mother: Change = { kind: 'parent', otherId: 'mother', as: 'parent', ends: false, from }
const father: Change = { ...mother, otherId: 'father' }

test.for<[string, Change, Change, boolean]>([
  ['a name and a birth are one identity', name, born, true],
  ['a name and a home are two things', name, move, false],
  ['a death ends every other question', name, death, true],
  ['whichever was asked first', death, study, true],
  ['a move that keeps the household, and a split', move, split, false],
  ['a move that founds one, and a split', moveOut, split, true],
  ['a degree told as such and as a circumstance', degree, disability, true],
  ['two circumstances of different kinds', study, disability, false],
  ['a carer is no guardian', carer, guardian, false],
  ['two carers', carer, { ...carer, carerId: 'aunt' }, true],
  ['a mother and a father', mother, father, false],
  ['the same mother twice', mother, { ...mother, ends: true }, true],
])('%s', ([, one, other, expected]) => {
  expect(standInEachOthersWay(one, other)).toBe(expected)
  expect(standInEachOthersWay(other, one), 'the other way round').toBe(expected)
})
