import { expect, test } from 'vitest'
import { civilDate, instant } from '#kernel/civil-date'
import { personKeys } from '#modules/people'
import type { Change } from './change.ts'
import { planChange, type Known, type Subject } from './plan.ts'

const [commune, other] = [250708824, 250709112]
const person: Known = {
  personId: '0197f000-0000-7000-8000-000000000001',
  numbers: ['026184000001'],
  personalId: '026184000001',
  legacyId: null,
  isNumberByOfficer: false,
  verifiedOn: civilDate('2026-01-05'),
  fullName: 'Phùng Thị Mận',
  nameKey: personKeys('Phùng Thị Mận').nameKey,
  sex: 'female',
  born: civilDate('1984-05-10'),
  bornPrecision: 'day',
  diedOn: null,
  isIdentityByOfficer: false,
  homeAreaId: commune,
  homeVillage: 'Thôn Đông',
  address: null,
  livesSince: civilDate('2020-01-01'),
  isHomeByOfficer: false,
  lastByOfficer: null,
  householdId: null,
  raisesAlone: false,
  receives: false,
  isDependedOn: false,
  areaIdNow: commune,
  spouseIds: [],
  toldAliveOn: null,
  toldStruckOutOn: null,
  isByFormerNumber: false,
}
const spouse: Known = { ...person, personId: '0197f000-0000-7000-8000-000000000002', sex: 'male' }
const dead = { diedOn: civilDate('2026-03-01') }
const formerly = { isByFormerNumber: true }

const about = (differing: Partial<Known> = {}, more: Partial<Subject> = {}): Subject => ({
  person: { ...person, ...differing },
  other: undefined,
  areaId: undefined,
  areaIdNow: undefined,
  today: civilDate('2026-11-23'),
  ...more,
})
const nobody: Subject = { ...about(), person: undefined }
const told = (change: object, on = '2026-10-05') =>
  ({
    number: 1,
    recordedAt: instant('2026-10-06T02:00:00Z'),
    personalId: person.personalId,
    on,
    ...change,
  }) as Change // Of the kind each case names.
const residence = { area: '09112', village: null, address: null }
const said = { fullName: person.fullName, sex: person.sex, born: person.born }
const birth = {
  kind: 'birth',
  identity: { fullName: 'Lê Thị Bông', sex: 'female', born: civilDate('2026-10-05') },
}
const former = { kind: 'personal_id', number: person.personalId }
const move = (on?: string) => told({ kind: 'move', residence }, on)
const there = { areaId: other, areaIdNow: other }
const here = { areaId: commune, areaIdNow: commune }

test.for<[string, Change, Subject, string]>([
  ['a death of whom nobody knows', told({ kind: 'death' }), nobody, 'nothing unknown_person'],
  ['a death', told({ kind: 'death' }), about(), 'record'],
  ['also of whoever receives: each day costs', told({ kind: 'death' }), about({ receives: true }), 'record'],
  [
    'a death of a number nobody has compared, without a name',
    told({ kind: 'death' }),
    about({ verifiedOn: null }),
    'ask nobody_named',
  ],
  [
    'the same with the right name',
    told({ kind: 'death', identity: said }),
    about({ verifiedOn: null }),
    'record',
  ],
  ['a death told again', told({ kind: 'death' }, '2026-03-01'), about(dead), 'nothing known'],
  ['a death on another day', told({ kind: 'death' }), about(dead), 'ask died_on_other_day'],
  [
    'a death with the birth of somebody else',
    told({ kind: 'death', identity: { ...person, born: civilDate('1985-05-10') } }),
    about(),
    'ask another_person',
  ],
  [
    'a death after which an officer recorded something',
    told({ kind: 'death' }),
    about({ lastByOfficer: civilDate('2026-10-20') }),
    'ask seen_later',
  ],
  [
    'a death before the last sign of life that was told',
    told({ kind: 'death' }),
    about({ toldAliveOn: civilDate('2026-10-06') }),
    'ask told_alive_later',
  ],
  [
    'a death on the day of that sign',
    told({ kind: 'death' }),
    about({ toldAliveOn: civilDate('2026-10-05') }),
    'record',
  ],
  [
    'a death that was struck out before it was told',
    told({ kind: 'death' }),
    about({ toldStruckOutOn: civilDate('2026-10-05') }),
    'ask struck_out_before',
  ],
  [
    'a death after the one that was struck out',
    told({ kind: 'death' }),
    about({ toldStruckOutOn: civilDate('2026-10-04') }),
    'record',
  ],
  ['a death under a former number', told({ kind: 'death' }), about(formerly), 'ask former_number'],
  [
    'the same with the name of somebody else',
    told({ kind: 'death', identity: { ...said, fullName: 'Lê Văn Tám' } }),
    about(formerly),
    'ask another_person',
  ],
  [
    'a death that is known, under a former number',
    told({ kind: 'death' }, '2026-03-01'),
    about({ ...dead, ...formerly }),
    'nothing known',
  ],
  ['a death to come', told({ kind: 'death' }, '2026-12-01'), about(), 'ask day_impossible'],
  [
    'a birth to come, of nobody’s child',
    told({ kind: 'birth' }, '2026-12-01'),
    nobody,
    'refuse day_impossible',
  ],
  ['a death before the birth', told({ kind: 'death' }, '1980-01-01'), about(), 'ask day_impossible'],
  ['alive after a recorded death', told({ kind: 'alive' }), about(dead), 'ask recorded_dead'],
  ['alive on a day before it', told({ kind: 'alive' }, '2026-01-05'), about(dead), 'nothing known'],
  ['a death struck out', told({ kind: 'death_cancelled' }), about(dead), 'ask recorded_dead'],
  ['a death struck out that never was', told({ kind: 'death_cancelled' }), about(), 'nothing known'],
  ['a move to nowhere', move(), about(), 'refuse area_unknown'],
  ['a move', move(), about({}, there), 'record'],
  ['a move of whoever receives', move(), about({ receives: true }, there), 'ask receives'],
  ['a move of a child somebody is paid for', move(), about({ isDependedOn: true }, there), 'ask receives'],
  ['a move under a former number', move(), about(formerly, there), 'ask former_number'],
  [
    'the same of whoever receives',
    move(),
    about({ ...formerly, receives: true }, there),
    'ask former_number',
  ],
  [
    'a move from a home an officer has a paper for',
    move(),
    about({ isHomeByOfficer: true }, there),
    'ask officer_has_evidence',
  ],
  ['a move after a recorded death', move(), about(dead, there), 'ask recorded_dead'],
  ['a late move of the dead, before the death', move('2026-01-05'), about(dead, there), 'nothing outdated'],
  [
    'a late move, before the home they have now',
    move('2019-05-01'),
    about({ isHomeByOfficer: true }, there),
    'nothing outdated',
  ],
  ['the same where nobody vouches for that home', move('2019-05-01'), about({}, there), 'ask seen_later'],
  [
    'a move of the day they came to the home they have now',
    move('2020-01-01'),
    about({}, there),
    'ask two_homes_of_one_day',
  ],
  [
    'the same where an officer has a paper for that home',
    move('2020-01-01'),
    about({ isHomeByOfficer: true }, there),
    'nothing outdated',
  ],
  ['a move to where they live', move(), about({}, here), 'nothing known'],
  [
    'another village than the officer wrote',
    told({ kind: 'move', residence: { ...residence, village: 'Thôn Đoài' } }),
    about({ isHomeByOfficer: true }, here),
    'ask officer_has_evidence',
  ],
  [
    'another village than a list wrote',
    told({ kind: 'move', residence: { ...residence, village: 'Thôn Đoài' } }),
    about({}, here),
    'record',
  ],
  ['a marriage to whom nobody knows', told({ kind: 'marriage' }), about(), 'nothing unknown_person'],
  [
    'a single parent’s who is paid as such, to whom nobody knows',
    told({ kind: 'marriage' }),
    about({ raisesAlone: true, receives: true }),
    'ask receives',
  ],
  ['a marriage', told({ kind: 'marriage' }), about({}, { other: spouse }), 'record'],
  [
    'a marriage of whoever is married to somebody else',
    told({ kind: 'marriage' }),
    about({ spouseIds: ['somebody'] }, { other: spouse }),
    'ask officer_has_evidence',
  ],
  [
    'a marriage to whom a former number leads to',
    told({ kind: 'marriage' }),
    about({}, { other: { ...spouse, ...formerly } }),
    'ask former_number',
  ],
  [
    'a marriage money depends on',
    told({ kind: 'marriage' }),
    about({}, { other: { ...spouse, isDependedOn: true } }),
    'ask receives',
  ],
  [
    'a marriage that is known',
    told({ kind: 'marriage' }),
    about({ spouseIds: [spouse.personId] }, { other: spouse }),
    'nothing known',
  ],
  [
    'a marriage of the dead',
    told({ kind: 'marriage' }),
    about({}, { other: { ...spouse, ...dead } }),
    'ask recorded_dead',
  ],
  [
    'a divorce is always looked at',
    told({ kind: 'divorce' }),
    about({ spouseIds: [spouse.personId] }, { other: spouse }),
    'ask receives',
  ],
  [
    'another sex',
    told({ kind: 'identity_corrected', identity: { sex: 'male' } }),
    about({ receives: true }),
    'ask receives',
  ],
  [
    'another name of whoever receives',
    told({ kind: 'identity_corrected', identity: { fullName: 'Phùng Thị Mơ' } }),
    about({ receives: true }),
    'record',
  ],
  [
    'another name than the officer wrote',
    told({ kind: 'identity_corrected', identity: { fullName: 'Phùng Thị Mơ' } }),
    about({ isIdentityByOfficer: true }),
    'ask officer_has_evidence',
  ],
  [
    'a number that is somebody else’s',
    told({ kind: 'number_changed', personalId: '026184000009', former }),
    about({}, { other: spouse }),
    'ask number_taken',
  ],
  [
    'a number other than the officer wrote',
    told({ kind: 'number_changed', personalId: '026184000009', former }),
    about({ isNumberByOfficer: true }),
    'ask officer_has_evidence',
  ],
  [
    'a number in the place of one of a merged record',
    told({
      kind: 'number_changed',
      personalId: '026184000009',
      former: { ...former, number: '026184000007' },
    }),
    about(),
    'ask number_taken',
  ],
  [
    'a number in the place of a former one',
    told({
      kind: 'number_changed',
      personalId: '026184000009',
      former: { ...former, number: '026184000007' },
    }),
    about(formerly),
    'ask former_number',
  ],
  ['a birth of nobody’s child', told(birth), { ...nobody, ...here }, 'nothing unknown_person'],
  ['a birth', told(birth), { ...nobody, ...here, other: person }, 'record'],
  [
    'a birth to whoever receives',
    told(birth),
    { ...nobody, ...here, other: { ...person, receives: true } },
    'ask receives',
  ],
  [
    'a birth whose father receives, and not the mother',
    told(birth),
    { ...nobody, ...here, other: person, secondParent: { ...spouse, receives: true } },
    'ask receives',
  ],
  ['a birth that is known', told(birth), about({ born: birth.identity.born }, here), 'nothing known'],
  [
    'a birth under the number of somebody else',
    told(birth),
    about({}, { ...here, other: spouse }),
    'ask number_taken',
  ],
  ['the same of nobody’s child', told(birth), about({}, here), 'refuse number_taken'],
  [
    'a birth of another day than it was registered for',
    told({ ...birth, identity: { ...birth.identity, born: civilDate('2026-10-04') } }),
    { ...nobody, ...here, other: person },
    'ask birth_impossible',
  ],
  [
    'a name nobody has',
    told({ ...birth, identity: { ...birth.identity, fullName: 'Bé #1' } }),
    { ...nobody, ...here, other: person },
    'ask name_impossible',
  ],
  [
    'a mother of eleven',
    told(birth),
    { ...nobody, ...here, other: { ...person, born: civilDate('2014-10-06') } },
    'ask parent_too_young',
  ],
  [
    'a mother who had died',
    told(birth),
    { ...nobody, ...here, other: { ...person, ...dead } },
    'ask recorded_dead',
  ],
  [
    'a father who had died a pregnancy before',
    told(birth),
    { ...nobody, ...here, other: person, secondParent: { ...spouse, sex: 'male', ...dead } },
    'record',
  ],
  [
    'a correction to a name nobody has',
    told({ kind: 'identity_corrected', identity: { fullName: 'Mận 2' } }),
    about(),
    'ask name_impossible',
  ],
  [
    'a correction to a birth to come',
    told({ kind: 'identity_corrected', identity: { born: civilDate('2036-05-10') } }),
    about({ isIdentityByOfficer: true }),
    'ask birth_impossible',
  ],
  [
    'a correction to a birth after the death',
    told({ kind: 'identity_corrected', identity: { born: civilDate('2026-03-02') } }),
    about(dead),
    'ask birth_impossible',
  ],
  [
    'a correction to a year, with a day',
    told({ kind: 'identity_corrected', identity: { born: civilDate('1984-05-11'), bornPrecision: 'year' } }),
    about(),
    'ask birth_impossible',
  ],
])('%s', ([, change, subject, expected]) => {
  const plan = planChange(change, subject)
  expect('because' in plan ? `${plan.does} ${plan.because}` : plan.does).toBe(expected)
})
