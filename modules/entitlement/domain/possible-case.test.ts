import { expect, test } from 'vitest'
import { civilDate, month } from '#kernel/civil-date'
import { parseCase, refusalsOfMonth } from './household-case.ts'

const today = civilDate('2026-11-27')
const man = { sex: 'male', isPregnant: true }
const mother = (born: string) => ({ key: 'me', born })
const child = { key: 'con', born: '2020-05-10', childOf: ['me'] }

test.for<[what: string, told: object, path: string]>([
  ['a pregnant man', { born: '1990', facts: man }, 'facts.isPregnant'],
  [
    'a man who becomes pregnant',
    { born: '1990', facts: { sex: 'male' }, changes: [{ from: '2026-01-01', isPregnant: true }] },
    'changes.0.isPregnant',
  ],
  [
    'a child of somebody of eleven',
    { born: '2015-01-01', facts: { children: [{ born: '2026-05-10' }] } },
    'facts.children.0.born',
  ],
  ['a mother born after her child', { members: [mother('2021-01-01'), child] }, 'members.1.born'],
  ['a mother of eleven', { members: [mother('2008-05-11'), child] }, 'members.1.born'],
  ['a death to come', { born: '1950', diedOn: '2026-11-28' }, 'diedOn'],
  [
    'a death to come in a household',
    { members: [{ key: 'me', born: '1950', diedOn: '2027-01-01' }] },
    'members.0.diedOn',
  ],
  [
    'a death to come that is told as an event',
    { born: '1950', events: [{ kind: 'death', on: '2026-12-30' }] },
    'events.0.on',
  ],
  [
    'a child told by the mother and as a member',
    {
      members: [
        { ...mother('1990'), facts: { children: [{ born: '2020-05-10' }] } },
        { ...child, facts: { household: 'other' } },
      ],
    },
    'members.0.facts.children.0.born',
  ],
  ['a territory nobody knows', { born: '1950', facts: { territory: 'vinh phuc' } }, 'facts.territory'],
  [
    'a widow whose husband lives with her',
    {
      members: [
        { key: 'he', born: '1990', spouseOf: 'me' },
        { ...mother('1992'), facts: { singleParent: 'spouse_dead' } },
      ],
    },
    'members.1.facts.singleParent',
  ],
  [
    'one who never married, of a husband who has died',
    {
      members: [
        { key: 'he', born: '1990', diedOn: '2025-01-01' },
        { ...mother('1992'), spouseOf: 'he', facts: { singleParent: 'never_married' } },
      ],
    },
    'members.1.facts.singleParent',
  ],
  [
    'a household that is poor for one and not for the other',
    {
      members: [
        { ...mother('1990'), facts: { household: 'poor' } },
        { ...child, facts: { household: 'other' } },
      ],
    },
    'members.1.facts.household',
  ],
  [
    'a widow from a day on which her husband lived',
    {
      members: [
        { key: 'he', born: '1990', spouseOf: 'me', diedOn: '2026-11-10' },
        { ...mother('1992'), changes: [{ from: '2026-09-01', singleParent: 'spouse_dead' }] },
      ],
    },
    'members.1.changes.0.from',
  ],
  [
    'somebody taken in who lives in a facility',
    { born: '1990', facts: { facility: 'A', care: 'taken_in' } },
    'facts.care',
  ],
  [
    'somebody taken in who is admitted to a facility',
    { born: '1990', facts: { care: 'taken_in' }, changes: [{ from: '2026-11-01', facility: 'B' }] },
    'changes.0.facility',
  ],
])('%s is refused at the field that says it', ([, told, path]) => {
  expect(parseCase(told, today)).toMatchObject({ refusals: [{ path }] })
})

test.for<[what: string, told: object]>([
  ['a pregnant woman', { born: '1990', facts: { sex: 'female', isPregnant: true } }],
  ['a mother of twelve', { members: [mother('2008-05-10'), child] }],
  ['a mother of whom the year alone is known', { members: [mother('2008'), child] }],
  ['a death of today', { born: '1950', diedOn: today }],
  [
    'a woman who was written down as a man once and is with child',
    {
      born: '1990',
      facts: { sex: 'male' },
      changes: [{ from: '2025-01-01', sex: 'female', isPregnant: true }],
    },
  ],
  [
    'somebody who leaves a facility and is taken in',
    {
      born: '1990',
      facts: { facility: 'A' },
      changes: [{ from: '2026-11-01', facility: 'none', care: 'taken_in' }],
    },
  ],
  [
    'a resident whom the own household cared for until then',
    { born: '1986', facts: { disability: 'exceptionally_severe', care: 'own_household', facility: 'A' } },
  ],
])('%s is no contradiction', ([, told]) => {
  expect(parseCase(told, today)).toHaveProperty('case')
})

test.for<[what: string, told: object, asked: string, path: string | undefined]>([
  ['of six', { born: '2020-01-01', facts: { isPregnant: true } }, '2026-11', 'facts.isPregnant'],
  ['of ninety-six', { born: '1930', facts: { isPregnant: true } }, '2026-11', 'facts.isPregnant'],
  ['of twenty-six', { born: '2000', facts: { isPregnant: true } }, '2026-11', undefined],
  [
    'of sixty who was one at forty',
    {
      born: '1966-01-01',
      changes: [
        { from: '2006-02-01', isPregnant: true },
        { from: '2006-09-01', isPregnant: false },
      ],
    },
    '2026-11',
    undefined,
  ],
])('somebody with child %s is asked about by the month', ([, told, asked, path]) => {
  const read = parseCase(told, today)
  if ('refusals' in read) throw new Error(read.refusals[0]?.en)
  const refused = refusalsOfMonth(read.case, month(asked)).map((one) => one.path)
  expect(refused).toEqual(path === undefined ? [] : [path])
})

const widow = {
  members: [
    { key: 'he', born: '1990', spouseOf: 'me', diedOn: '2026-11-10' },
    { ...mother('1992'), facts: { singleParent: 'spouse_dead' } },
  ],
}

test.for<[what: string, told: object, asked: string, paths: string[]]>([
  [
    'a widow, wage and pension of eleven',
    { born: '2015-01-02', facts: { singleParent: 'spouse_dead', hasWage: true, pension: 2_000_000 } },
    '2026-11',
    ['facts.singleParent', 'facts.hasWage', 'facts.pension'],
  ],
  ['a wage of thirteen', { born: '2013-11-30', facts: { hasWage: true } }, '2026-11', []],
  ['a widow in the month her husband dies', widow, '2026-11', ['members.1.facts.singleParent']],
  ['a widow before he died', widow, '2026-09', ['members.1.facts.singleParent']],
  ['a widow in the month after', widow, '2026-12', []],
])('%s is asked about by the month', ([, told, asked, paths]) => {
  const read = parseCase(told, today)
  if ('refusals' in read) throw new Error(read.refusals[0]?.en)
  expect(refusalsOfMonth(read.case, month(asked)).map((one) => one.path)).toEqual(paths)
})

test('a list that is passed on to the whole household at once is one list', () => {
  const poor = { household: 'poor' }
  const later = [{ from: '2026-01-01', household: 'near_poor' }]
  const members = [
    { ...mother('1990'), facts: poor, changes: later },
    { ...child, facts: poor, changes: later },
  ]
  expect(parseCase({ members }, today)).toHaveProperty('case')
})
