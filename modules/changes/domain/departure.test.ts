import { expect, test } from 'vitest'
import { headLost, type Departure } from './departure.ts'

const member = (personId: string, isHead = false) => ({ personId, householdId: 'own', isHead })
const household = [member('head', true), member('son'), member('daughter')]
const goes = (kind: Departure['kind'], personId = 'head', differing: Partial<Departure> = {}): Departure => ({
  kind,
  personId,
  companionIds: [],
  isWhole: false,
  foundsOwn: false,
  ...differing,
})

test.for<[string, Departure, string[] | undefined]>([
  ['nobody has said what it is', goes(null), undefined],
  ['the head dies', goes('death'), ['son', 'daughter']],
  ['somebody else dies', goes('death', 'son'), undefined],
  ['the head leaves', goes('remove_member'), ['son', 'daughter']],
  ['the head joins another household', goes('add_member', 'head', { into: 'other' }), ['son', 'daughter']],
  [
    'the head is written into the own household again',
    goes('add_member', 'head', { into: 'own' }),
    undefined,
  ],
  ['all split off', goes('split_household', 'head', { companionIds: ['son', 'daughter'] }), undefined],
  [
    'the head splits off with the son',
    goes('split_household', 'head', { companionIds: ['son'] }),
    ['daughter'],
  ],
  [
    'the head goes along with the son',
    goes('split_household', 'son', { companionIds: ['head'] }),
    ['daughter'],
  ],
  ['the head moves and the household stays one', goes('move'), undefined],
  ['the head moves and founds a household', goes('move', 'head', { foundsOwn: true }), ['son', 'daughter']],
  ['the whole household joins another', goes('merge_household', 'head', { isWhole: true }), undefined],
  ['the head joins another alone', goes('merge_household'), ['son', 'daughter']],
  ['a degree of disability', goes('disability'), undefined],
  ['another carer', goes('carer'), undefined],
])('%s', ([, departure, staying]) => {
  expect(headLost(household, departure)?.staying.map(({ personId }) => personId)).toEqual(staying)
})
