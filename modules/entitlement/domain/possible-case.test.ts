import { expect, test } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { parseCase } from './household-case.ts'

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
