import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addYears, civilDate, instant, month, type CivilDate } from '#kernel/civil-date'
import { always, contains, type Period } from '#kernel/period'
import type { CircumstanceFact, CircumstanceKind, PersonHistory, RelationFact } from '#modules/people'
import type { Standing } from '../domain/standing.ts'
import { endsOf } from '../domain/stood.ts'
import { assembleStandings, type Surroundings } from './assemble.ts'

const born = civilDate('1984-05-10')
const recorded = { recordedAt: instant('2020-01-01T00:00:00Z'), retractedAt: null, source: 'test' }

describe('what each circumstance says of a person', () => {
  test.for([
    ['disability', { level: 'severe', types: ['sight'], issuedOn: '2022-03-01' }, { disability: 'severe' }],
    ['poverty', { level: 'near_poor', year: 2022 }, { household: 'near_poor' }],
    [
      'parents',
      { father: 'dead', mother: 'unidentified', abandoned: false },
      { father: 'dead', mother: 'unidentified', abandoned: false },
    ],
    ['hiv', {}, { hiv: true }],
    ['study', { level: 'vocational' }, { isStudying: true }],
    ['former_child_without_support', {}, { wasChildWithoutSupport: true }],
    ['single_parent', { basis: 'spouse_dead' }, { singleParent: 'spouse_dead' }],
    ['pregnancy', {}, { isPregnant: true }],
    ['maintenance_obligor', { state: 'on_allowance' }, { obligor: 'on_allowance' }],
    ['facility_eligible_in_community', {}, { facilityEligibleInCommunity: true }],
    ['pension', { monthly: 2_000_000 }, { pension: 2_000_000 }],
    ['social_insurance_allowance', { monthly: 400_000, survivors: true }, { socialInsurance: 400_000 }],
    ['wage', {}, { hasWage: true }],
    ['meritorious_allowance', { monthly: 1_500_000 }, { meritorious: 1_500_000 }],
    ['detention', { kind: 'sentence' }, { servesSentence: true }],
    ['detention', { kind: 'pre_trial' }, { servesSentence: false }],
    ['facility_residence', { group: 'B', facility: 'Trung tâm' }, { facility: 'B' }],
  ] as const)('%s %j', ([kind, detail, said]) => {
    const during = period('2022-03-01', '2023-03-01')
    const standings = assembleStandings(givenHistory({ circumstances: [fact(kind, detail, during)] }), plain)
    expect(standingOn(standings, '2022-03-01')).toMatchObject(said)
    const beforeAndAfter = ['2022-02-28', '2023-03-01'].map((day) => standingOn(standings, day))
    expect(beforeAndAfter[0]).toEqual(standingOn(assembleStandings(givenHistory({}), plain), '2022-02-28'))
    expect(beforeAndAfter[1]).toEqual(beforeAndAfter[0])
  })
})

test('nothing new begins where two facts say the same in a row', () => {
  const circumstances = [
    fact('poverty', { level: 'poor', year: 2022 }, period('2022-01-01', '2023-01-01')),
    fact('poverty', { level: 'poor', year: 2023 }, period('2023-01-01', '2024-01-01')),
  ]
  const standings = assembleStandings(givenHistory({ circumstances }), plain)
  expect(standings.map(({ during, standing }) => [during.from, during.until, standing.household])).toEqual([
    ['1984-05-10', '2022-01-01', 'other'],
    ['2022-01-01', '2024-01-01', 'poor'],
    ['2024-01-01', null, 'other'],
  ])
})

test('of two households at once the poorer one counts, whichever was written first', () => {
  const poor = fact('poverty', { level: 'poor', year: 2022 }, period('2022-01-01', '2023-01-01'))
  const nearPoor = fact('poverty', { level: 'near_poor', year: 2022 }, period('2022-01-01', '2023-01-01'))
  for (const circumstances of [
    [poor, nearPoor],
    [nearPoor, poor],
  ])
    expect(
      standingOn(assembleStandings(givenHistory({ circumstances }), plain), '2022-06-01')?.household,
    ).toBe('poor')
})

test('the standing ends with the day of death', () => {
  const standings = assembleStandings(givenHistory({ diedOn: civilDate('2023-02-03') }), plain)
  expect(standings.at(-1)?.during.until).toBe('2023-02-04')
})

test('a move changes the standard and the difficult area from the day of the move', () => {
  const history = givenHistory({
    residences: [
      { ...recorded, areaId: 1, village: 'Thôn Cao', during: { from: null, until: civilDate('2023-05-15') } },
      { ...recorded, areaId: 2, village: null, during: { from: civilDate('2023-05-15'), until: null } },
    ],
  })
  const standings = assembleStandings(history, {
    ...plain,
    places: {
      territoryOf: (areaId) => (areaId === 1 ? 'vinh-phuc' : 'central'),
      difficultTimes: (areaId, village) =>
        areaId === 1 && village === 'Thôn Cao' ? [period('2021-06-04', '2023-01-01')] : [],
    },
  })
  expect(
    standings.map(({ during, areaId, standing: { territory, inDifficultArea } }) => [
      during.from,
      areaId,
      territory,
      inDifficultArea,
    ]),
  ).toEqual([
    ['1984-05-10', 1, 'vinh-phuc', false],
    ['2021-06-04', 1, 'vinh-phuc', true],
    ['2023-01-01', 1, 'vinh-phuc', false],
    ['2023-05-15', 2, 'central', false],
  ])
})

test('children count from their birth until their death, and study while they study', () => {
  const history = givenHistory({
    relations: [
      child('c2', '2015-02-01', { diedOn: '2023-03-04' }),
      child('c1', '2006-09-01', { study: period('2022-09-01', '2024-06-01'), continued: true }),
      { ...child('p1', '1950-01-01'), side: 'to' },
    ],
  })
  const childrenOn = (day: string) => standingOn(assembleStandings(history, plain), day)?.children
  expect(childrenOn('2006-08-31')).toEqual([])
  expect(childrenOn('2022-08-31')).toEqual([
    { born: '2006-09-01', isStudying: false, continued: true },
    { born: '2015-02-01', isStudying: false, continued: false },
  ])
  expect(childrenOn('2023-03-05')).toEqual([{ born: '2006-09-01', isStudying: true, continued: true }])
})

test('whoever was paid under khoản 1 until 16 is a former child without support from that birthday on', () => {
  const orphan = fact(
    'parents',
    { father: 'dead', mother: 'dead', abandoned: false },
    period('2010-05-10', null),
  )
  const resident = fact(
    'facility_residence',
    { group: 'A', facility: 'Trung tâm' },
    period('2020-01-01', null),
  )
  const since = (from: string, until: string | null, ...circumstances: CircumstanceFact[]) => {
    const [identity] = givenHistory({}).identity
    const history = givenHistory({
      identity: [{ ...identity!, born: civilDate('2010-05-10') }],
      circumstances,
    })
    const allowances = new Map([['me', [{ ...recorded, during: period(from, until) }]]])
    return assembleStandings(history, { ...plain, allowances }).find(
      ({ standing }) => standing.wasChildWithoutSupport,
    )?.during.from
  }
  expect(since('2020-01-01', null, orphan)).toBe('2026-05-10')
  // The stop after the birthday: what was paid until it, was.
  expect(since('2020-01-01', '2026-06-01', orphan)).toBe('2026-05-10')
  expect(since('2020-01-01', '2026-05-01', orphan)).toBeUndefined()
  expect(since('2026-06-01', null, orphan)).toBeUndefined()
  // Nursed in a facility, and so not paid under khoản 1; and on the rolls for something else.
  expect(since('2020-01-01', null, orphan, resident)).toBeUndefined()
  expect(since('2020-01-01', null, fact('disability', { level: 'severe' }, period('2020-01-01', null)))).toBe(
    undefined,
  )
})

test('a child goes on counting where khoản 4 was paid until its sixteenth birthday, and not through another allowance', () => {
  const relations = [child('c1', '2006-09-01')]
  const alone = fact('single_parent', { basis: 'spouse_dead' }, period('2010-01-01', null))
  const severe = fact('disability', { level: 'severe' }, period('2020-01-01', null))
  const poor = (from: string) => fact('poverty', { level: 'poor', year: 2022 }, period(from, null))
  const continuedBy = (from: string, until: string | null, ...circumstances: CircumstanceFact[]) => {
    const allowances = new Map([['me', [{ ...recorded, during: period(from, until) }]]])
    const standings = assembleStandings(givenHistory({ relations, circumstances }), { ...plain, allowances })
    return standingOn(standings, '2023-06-01')?.children.map(({ continued }) => continued)
  }
  expect(continuedBy('2022-01-01', null, alone, poor('2022-01-01'))).toEqual([true])
  expect(continuedBy('2022-01-01', null, alone, poor('2022-01-01'), severe)).toEqual([true])
  expect(continuedBy('2022-01-01', '2022-09-01', alone, poor('2022-01-01'))).toEqual([false])
  expect(continuedBy('2022-10-01', null, alone, poor('2022-01-01'))).toEqual([false])
  // On khoản 6 all the time, and poor only after the birthday: no child of 16 lets anybody in.
  expect(continuedBy('2022-01-01', null, alone, severe, poor('2022-10-15'))).toEqual([false])
  expect(continuedBy('2022-01-01', null, severe, poor('2022-01-01'))).toEqual([false])
})

test('a break of up to twelve months between two studies keeps the right, a longer one ends it (C11)', () => {
  const studied = (from: string, until: string | null) =>
    fact('study', { level: 'general' }, period(from, until))
  const isStudyingOn = (next: string, day: string) => {
    const circumstances = [studied('2021-09-05', '2023-05-31'), studied(next, null)]
    return standingOn(assembleStandings(givenHistory({ circumstances }), plain), day)?.isStudying
  }
  expect(isStudyingOn('2023-09-05', '2023-07-31')).toBe(true)
  expect(isStudyingOn('2024-05-31', '2023-07-31')).toBe(true)
  expect(isStudyingOn('2024-06-01', '2023-07-31')).toBe(false)
  const study = ['2021-09-05', '2023-05-31'] as const
  const grown = child('c1', '2006-02-01', { study: period(...study) })
  const again = { ...recorded, during: period('2023-09-05', null) }
  const relations = [{ ...grown, other: { ...grown.other, study: [...grown.other.study, again] } }]
  const children = standingOn(assembleStandings(givenHistory({ relations }), plain), '2023-07-31')?.children
  expect(children).toMatchObject([{ isStudying: true }])
})

test.for([
  ['own_household', 'own_household'],
  ['taken_in', 'taken_in'],
] as const)('cared for %s', ([arrangement, care]) => {
  const relations = [{ ...relation('cares_for', 'carer'), side: 'to' as const, detail: { arrangement } }]
  const standings = assembleStandings(givenHistory({ relations }), plain)
  expect(standingOn(standings, '2022-06-01')?.care).toBe(care)
})

test('whoever cares for somebody is not cared for', () => {
  const relations = [relation('cares_for', 'other')]
  expect(standingOn(assembleStandings(givenHistory({ relations }), plain), '2022-06-01')?.care).toBe('none')
})

describe('the one share of a couple', () => {
  const relations = [relation('spouse_of', 'spouse')]
  const draws = (...shares: [string, string, string | null][]): Surroundings => ({
    ...plain,
    shares: Map.groupBy(
      shares.map(([personId, from, until]) => ({
        personId,
        since: civilDate(from),
        during: period(from, until),
      })),
      ({ personId }): string => personId,
    ),
  })
  const hasOn = (around: Surroundings, day: string) =>
    standingOn(assembleStandings(givenHistory({ relations }), around), day)?.spouseHasParentingSupport

  test('is with the spouse who draws it, while it is drawn', () => {
    const around = draws(['spouse', '2023-01-01', '2023-07-01'])
    expect(['2022-12-30', '2022-12-31', '2023-06-30', '2023-07-01'].map((day) => hasOn(around, day))).toEqual(
      [false, false, true, false],
    )
  })
  test('is on the last day of a month already with whom the next month is, for that month', () => {
    const standings = assembleStandings(
      givenHistory({ relations }),
      draws(['spouse', '2023-01-01', '2023-07-01']),
    )
    const has = (each: string) => {
      const { earlier, later } = endsOf(standings, month(each))
      return [earlier?.spouseHasParentingSupport, later?.spouseHasParentingSupport]
    }
    expect(['2022-12', '2023-01', '2023-06', '2023-07'].map(has)).toEqual([
      [false, false],
      [true, true],
      [true, true],
      [false, false],
    ])
  })
  test('stays with whoever had it first where both were granted it', () => {
    const around = draws(['spouse', '2023-02-01', null], ['me', '2023-01-01', '2023-05-01'])
    expect(['2023-02-01', '2023-04-30', '2023-05-01'].map((day) => hasOn(around, day))).toEqual([
      false,
      false,
      true,
    ])
  })
})

describe('as it was known', () => {
  const severe = {
    ...fact('disability', { level: 'severe' }, period('2022-03-01', null)),
    recordedAt: instant('2022-03-05T01:00:00.5Z'),
    retractedAt: instant('2022-09-01T00:00:00Z'),
  }
  const exceptional = {
    ...fact('disability', { level: 'exceptionally_severe' }, period('2022-03-01', null)),
    recordedAt: instant('2022-09-01T00:00:00Z'),
  }
  const history = givenHistory({ circumstances: [severe, exceptional] })
  test.for([
    ['2022-03-05T01:00:00Z', 'none'],
    ['2022-03-05T01:00:00.5Z', 'severe'],
    ['2022-08-31T23:59:59Z', 'severe'],
    ['2022-09-01T00:00:00Z', 'exceptionally_severe'],
  ] as const)('at %s', ([at, disability]) => {
    const standings = assembleStandings(history, { ...plain, knownAt: instant(at) })
    expect(standingOn(standings, '2022-06-01')?.disability).toBe(disability)
  })
  test('a child lives until its death is known, and is as old as it was thought to be', () => {
    const learnt = instant('2022-09-01T00:00:00Z')
    const lives = [
      { ...recorded, born: civilDate('2006-02-01'), diedOn: null, retractedAt: learnt },
      { ...recorded, born: civilDate('2007-02-01'), diedOn: civilDate('2022-03-04'), recordedAt: learnt },
    ]
    const grown = { ...child('c1', '2006-02-01'), other: { ...child('c1', '2006-02-01').other, lives } }
    const childrenAt = (at: string, day: string) => {
      const standings = assembleStandings(givenHistory({ relations: [grown] }), {
        ...plain,
        knownAt: instant(at),
      })
      return standingOn(standings, day)?.children.map((one) => one.born)
    }
    expect(childrenAt('2022-08-31T00:00:00Z', '2022-06-01')).toEqual(['2006-02-01'])
    expect(childrenAt('2022-09-01T00:00:00Z', '2022-06-01')).toEqual([])
    expect(childrenAt('2022-09-01T00:00:00Z', '2022-03-04')).toEqual(['2007-02-01'])
  })
  test('a person nobody had heard of has no standing', () => {
    expect(assembleStandings(history, { ...plain, knownAt: instant('2019-12-31T00:00:00Z') })).toEqual([])
  })
})

test('the periods follow each other without overlap and cover the time of residence', () => {
  fc.assert(
    fc.property(histories, knowledge, (history, knownAt) => {
      const standings = assembleStandings(history, { ...plain, knownAt })
      for (const [index, { during, areaId }] of standings.entries()) {
        const next = standings[index + 1]?.during.from ?? null
        expect(next === null || (during.until !== null && during.until <= next)).toBe(true)
        expect(during.until === null || during.from! < during.until).toBe(true)
        expect(areaId).toBe(1)
      }
      const known = history.residences.filter(({ recordedAt }) => recordedAt <= knownAt)
      for (const day of someDays) {
        const lived = known.some(({ during }) => contains(during, day)) && day >= born
        expect(standings.some(({ during }) => contains(during, day))).toBe(lived)
      }
    }),
  )
})

test('every day says what the facts known of that day say', () => {
  fc.assert(
    fc.property(histories, knowledge, (history, knownAt) => {
      const standings = assembleStandings(history, { ...plain, knownAt })
      for (const day of someDays) {
        const standing = standingOn(standings, day)
        if (!standing) continue
        const holds = (kind: CircumstanceKind) =>
          history.circumstances.some(
            (one) => one.kind === kind && one.recordedAt <= knownAt && contains(one.during, day),
          )
        // C11: up to twelve months between two studies.
        const studies = history.circumstances
          .filter(({ kind, recordedAt }) => kind === 'study' && recordedAt <= knownAt)
          .map(({ during }) => during)
        const ended = studies
          .flatMap(({ until }) => (until !== null && until <= day ? [until] : []))
          .toSorted()
        const next = studies.flatMap(({ from }) => (from !== null && from > day ? [from] : [])).toSorted()[0]
        const isBreak = ended.length > 0 && next !== undefined && next <= addYears(ended.at(-1)!, 1)
        expect([standing.hiv, standing.isStudying, standing.hasWage]).toEqual([
          holds('hiv'),
          holds('study') || isBreak,
          holds('wage'),
        ])
      }
    }),
  )
})

const someDays = Array.from({ length: 40 }, (_, index) => addDays(civilDate('2020-01-01'), index * 17))
const knowledge = fc.integer({ min: 1, max: 9 }).map((month) => instant(`2020-0${month}-01T00:00:00Z`))
const periods = fc
  .tuple(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 1, max: 300 }), fc.boolean())
  .map(([start, length, isOpen]) => {
    const from = addDays(civilDate('2020-01-01'), start)
    return { from, until: isOpen ? null : addDays(from, length) }
  })
const recordings = knowledge.map((recordedAt) => ({ recordedAt, retractedAt: null, source: 'test' }))
const histories = fc
  .record({
    cuts: fc.uniqueArray(fc.integer({ min: 0, max: 600 }), { maxLength: 4 }),
    gaps: fc.array(fc.boolean(), { maxLength: 5 }),
    residences: fc.array(recordings, { minLength: 5, maxLength: 5 }),
    circumstances: fc.array(
      fc
        .tuple(fc.constantFrom('hiv', 'study', 'wage'), periods, recordings)
        .map(([kind, during, known]) => ({ ...fact(kind, {}, during), ...known })),
      { maxLength: 8 },
    ),
  })
  .map(({ cuts, gaps, residences, circumstances }) => {
    const days = [null, ...cuts.toSorted((a, b) => a - b).map((cut) => addDays(civilDate('2020-01-01'), cut))]
    const lived = days
      .map((from, index) => ({
        ...residences[index]!,
        areaId: 1,
        village: null,
        during: { from, until: days[index + 1] ?? null },
      }))
      .filter((_, index) => !gaps[index])
    return givenHistory({ residences: lived, circumstances })
  })

const plain: Surroundings = {
  places: { territoryOf: () => 'central', difficultTimes: () => [] },
  shares: new Map(),
  allowances: new Map(),
}

function givenHistory({
  diedOn = null,
  ...differing
}: Partial<PersonHistory> & { diedOn?: CivilDate | null }): PersonHistory {
  return {
    personId: 'me',
    identity: [{ ...recorded, fullName: 'Phùng Thị Mận', sex: 'female', born, bornPrecision: 'day', diedOn }],
    residences: [{ ...recorded, areaId: 1, village: null, during: always }],
    circumstances: [],
    relations: [],
    ...differing,
  }
}

function fact(kind: CircumstanceKind, detail: object, during: Period): CircumstanceFact {
  return { ...recorded, id: kind, kind, detail: { ...detail }, evidence: null, during }
}

function relation(kind: RelationFact['kind'], otherId: string): RelationFact {
  const lives = [{ ...recorded, born: civilDate('1980-01-01'), diedOn: null }]
  const other = { lives, study: [], disability: [] }
  return { ...recorded, kind, side: 'from', otherId, detail: {}, during: always, other }
}

function child(
  otherId: string,
  childBorn: string,
  { diedOn, study, continued }: { diedOn?: string; study?: Period; continued?: boolean } = {},
): RelationFact {
  return {
    ...relation('parent_of', otherId),
    detail: continued ? { continued } : {},
    other: {
      lives: [{ ...recorded, born: civilDate(childBorn), diedOn: diedOn ? civilDate(diedOn) : null }],
      study: study ? [{ ...recorded, during: study }] : [],
      disability: [],
    },
  }
}

function standingOn(
  standings: readonly { readonly during: Period; readonly standing: Standing }[],
  day: string,
): Standing | undefined {
  return standings.find(({ during }) => contains(during, civilDate(day)))?.standing
}

function period(from: string, until: string | null): Period {
  return { from: civilDate(from), until: until === null ? null : civilDate(until) }
}
