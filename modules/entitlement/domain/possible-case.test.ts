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

test('a list that is passed on to the whole household at once is one list', () => {
  const poor = { household: 'poor' }
  const later = [{ from: '2026-01-01', household: 'near_poor' }]
  const members = [
    { ...mother('1990'), facts: poor, changes: later },
    { ...child, facts: poor, changes: later },
  ]
  expect(parseCase({ members }, today)).toHaveProperty('case')
})
