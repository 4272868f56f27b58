import { expect, test } from 'vitest'
import { civilDate, month } from '#kernel/civil-date'
import {
  compileMonth,
  engineFor,
  law,
  monthColumnsOf,
  plainStanding,
  territoriesOf,
  type Benefit,
  type Standing,
} from '#modules/entitlement'
import { baselineOf } from './baseline.ts'
import { reckon } from './reckon.ts'
import { reformOf } from './reform.ts'
import type { Change } from './scenario.ts'

/**
 * CARE-2 is 1,5 for a pregnancy or one small child and 2,0 for both, of 540.000 in November 2026, and one for a couple
 * (khoản 2 Điều 17 Nghị định 335/2026/NĐ-CP).
 */
const [single, double] = [810_000, 1_080_000]
const base = month('2026-11')
const today = civilDate('2026-11-23')

const age = (to: number): Change => ({ kind: 'age', group: 'CARE-2', whose: 'child', from: 36, to })
const longer = age(48)

type Somebody = Partial<Standing> & { awarded?: readonly Benefit[]; area?: number }
const severe: Somebody = { disability: 'severe' }
const father: Somebody = { ...severe, children: [child('2023-06-01')] }
const pregnant: Somebody = { ...father, isPregnant: true }
const mayBecome: Somebody = { ...severe, disability: 'mild' }

test.for<[string, readonly Somebody[], readonly [number, number][], number, number, Change?]>([
  ['two who are not married gain one each', [father, father], [], 2, 2 * single],
  ['a couple gains one', [father, father], [[0, 1]], 1, single],
  ['nobody gains by being married to whoever has no right', [father, mayBecome], [[0, 1]], 1, single],
  [
    'the higher, whoever stands first',
    [{ ...father }, { ...father, children: [child('2023-06-01'), child('2023-06-01')] }],
    [[0, 1]],
    1,
    double,
  ],
  [
    'the higher, the other way about',
    [{ ...father, children: [child('2023-06-01'), child('2023-06-01')] }, { ...father }],
    [[0, 1]],
    1,
    double,
  ],
  [
    'what one of them could have had as it is, and may now have more of, is no gain of the other',
    [father, pregnant],
    [[0, 1]],
    0,
    0,
  ],
  [
    'only what is more than the other could have had',
    [
      { ...father, children: [child('2023-06-01'), child('2023-07-01')] },
      { ...severe, isPregnant: true },
    ],
    [[0, 1]],
    1,
    double - single,
  ],
  [
    'a spouse elsewhere, to whom it does not apply, has none',
    [father, { ...father, area: 1 }],
    [[0, 1]],
    1,
    single,
  ],
  [
    'whoever draws the share goes on, and the other gains nothing',
    [
      { ...severe, children: [child('2024-06-01')], awarded: ['parenting_support'] },
      { ...father, children: [child('2024-06-01'), child('2023-06-01')], spouseHasParentingSupport: true },
    ],
    [[0, 1]],
    0,
    0,
  ],
  [
    'whoever loses the share leaves it to the other',
    [
      { ...severe, children: [child('2024-06-01')], awarded: ['parenting_support'] },
      { ...severe, isPregnant: true, spouseHasParentingSupport: true },
    ],
    [[0, 1]],
    1,
    single,
    age(12),
  ],
])('%s', ([, people, couples, fresh, amount, change = longer]) => {
  const found = simulated(people, couples, change)
  expect([found.all.fresh, found.all.freshAmount]).toEqual([fresh, amount])
  expect(found.byGroup.get('CARE-2')).toMatchObject({ fresh, freshAmount: amount })
})

test('what a couple gains in another way is counted beside the share', () => {
  const disabled = { ...father, disability: 'severe' } as const
  const found = simulated([disabled, { ...disabled, born: civilDate('1953-01-01') }], [[0, 1]], longer, {
    kind: 'age',
    group: 'SP-A',
    whose: 'person',
    from: 900,
    to: 840,
  })
  // The second is 73: by khoản 6 they could have had 2,0 already, which is more than the social pension.
  expect([found.all.fresh, found.all.freshAmount]).toEqual([1, single])
})

function child(born: string): Standing['children'][number] {
  return { born: civilDate(born), isStudying: false, continued: false }
}

function simulated(
  people: readonly Somebody[],
  couples: readonly (readonly [number, number])[],
  ...changes: Change[]
) {
  const reform = reformOf(law, { month: base, areaId: 1, from: base, takeUp: 100, changes }, today)
  if (!reform.isSound) throw new Error(JSON.stringify(reform.refusals))
  const territories = territoriesOf()
  const columns = monthColumnsOf(
    people.map((one) => {
      const { awarded = [], area: _, ...differing } = one
      const standing: Standing = { ...plainStanding, born: civilDate('1990-01-01'), ...differing }
      return { month: base, knownOn: today, earlier: standing, later: standing, awarded: new Set(awarded) }
    }),
    territories,
  )
  const spouse = new Int32Array(people.length).fill(-1)
  for (const [one, other] of couples) [spouse[one], spouse[other]] = [other, one]
  const area = Uint16Array.from(people, ({ area = 0 }) => area)
  const register = {
    length: people.length,
    columns,
    territories: territories.names,
    area,
    areas: [1, 2],
    spouse,
  }
  const [before, after] = [law, reform.law].map((one) =>
    compileMonth(engineFor(one).lawIn(base, today)!, territories.names),
  ) as [ReturnType<typeof compileMonth>, ReturnType<typeof compileMonth>] // One for each law.
  const baseline = drain(baselineOf(register, before))
  return drain(reckon({ register, isInArea: [true, false], before, baseline, after }))
}

function drain<Found>(work: Generator<void, Found>): Found {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}
