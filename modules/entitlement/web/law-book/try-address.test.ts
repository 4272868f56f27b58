import { expect, test } from 'vitest'
import { civilDate, month } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import { determineTried, type Tried } from './tried.ts'
import { addressOf, readAddress } from './try-address.ts'

const plain = { choices: {}, flags: [], amounts: {}, children: [], childOf: [] } as const
const widow: Tried = {
  month: month('2026-09'),
  knownOn: civilDate('2026-11-23'),
  persons: [
    {
      born: '1951-02',
      territory: 'vinh-phuc',
      choices: { household: 'poor', singleParent: 'spouse_dead' },
      flags: ['inDifficultArea'],
      amounts: { pension: dong(400_000) },
      children: [{ born: civilDate('2014-04-04'), isStudying: true, continued: false }],
      childOf: [],
    },
  ],
  events: [],
}
const nothingMore = { flags: [], numbers: {}, sums: {} } as const
const storm: Tried = {
  month: month('2026-11'),
  persons: [
    { ...plain, born: '1950-03-08', choices: { household: 'near_poor' }, spouseOf: 2 },
    { ...plain, born: '1985', choices: { household: 'near_poor', disability: 'severe' } },
    { ...plain, born: '2018-02-20', flags: ['isStudying'], childOf: [2] },
  ],
  events: [
    {
      ...nothingMore,
      kind: 'hunger',
      on: civilDate('2026-11-03'),
      choices: { cause: 'disaster' },
      numbers: { months: 2 },
    },
    {
      ...nothingMore,
      kind: 'home',
      on: civilDate('2026-11-03'),
      choices: { damage: 'destroyed' },
      flags: ['lacksEssentials'],
    },
    {
      ...nothingMore,
      kind: 'death',
      on: civilDate('2026-11-03'),
      who: 2,
      choices: {},
      sums: { cost: dong(30_000_000) },
    },
    {
      ...nothingMore,
      kind: 'temporary_care',
      on: civilDate('2026-11-04'),
      through: civilDate('2026-12-01'),
      who: 3,
      choices: { reason: 'victim' },
    },
  ],
}

test.for([
  ['a person', widow],
  ['a household and what happened to it', storm],
] as const)('%s comes back as it was told', ([, tried]) => {
  expect(readAddress(`#${addressOf(tried)}`)).toEqual({ tried, unread: [] })
})

test('an address without facts asks nothing', () => {
  expect(readAddress('')).toEqual({ unread: [] })
})

test('what cannot be is named, and nothing is made of it', () => {
  const { tried, unread } = readAddress('#sinh=1951&thang=2026-09&household=rich&hiv=maybe&name=Lan&con=2014')
  expect(unread).toEqual(['household=rich', 'hiv=maybe', 'name=Lan', 'con=2014'])
  expect(tried?.persons).toEqual([{ ...plain, born: '1951' }])
})

test('of an event only what the law asks about its kind is read, and none is asked without a day', () => {
  const person = '#sinh=1951&thang=2026-11'
  const { tried, unread } = readAddress(
    `${person}&viec=hunger&ngay=2026-11-03&cause=disaster&treatmentDays=3&viec=flood&cause=fire&viec=death&cause=fire`,
  )
  expect(unread).toEqual(['treatmentDays=3', 'viec=flood', 'cause=fire', 'viec=death'])
  expect(tried?.events).toMatchObject([{ kind: 'hunger', choices: { cause: 'disaster' } }])
})

test.for([
  ['#thang=2026-09', 'sinh='],
  ['#sinh=1951-02-30&thang=2026-09', 'sinh=1951-02-30'],
  ['#sinh=1951&thang=2026-09&sinh=185', 'sinh=185'],
  ['#sinh=1951&thang=2026-13', 'thang=2026-13'],
])('%s is no case', ([address, said]) => {
  expect(readAddress(address!)).toEqual({ unread: [said] })
})

test('whoever an event says has died is dead in the months after, and the burial is asked about once', () => {
  const found = determineTried({ ...storm, month: month('2026-12') }, civilDate('2026-12-20'))
  if ('refusals' in found) throw new Error(JSON.stringify(found.refusals))
  const { members, events } = found.determination
  expect(members.map(({ rights }) => rights !== undefined)).toEqual([true, false, true])
  expect(events.map(({ kind, who }) => [kind, who])).toEqual([
    ['hunger', undefined],
    ['home', undefined],
    ['death', '2'],
    ['temporary_care', '3'],
  ])
})

test('a death before the birth is refused where it was told', () => {
  const [, , death] = storm.events
  const found = determineTried(
    { ...widow, events: [{ ...death!, who: 1, on: civilDate('1951-01-31') }] },
    civilDate('2026-12-20'),
  )
  expect(found).toMatchObject({ refusals: [{ path: 'events.0.on' }] })
})
