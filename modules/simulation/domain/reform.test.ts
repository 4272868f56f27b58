import { describe, expect, test } from 'vitest'
import { civilDate, month } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import { engineFor, law, plainStanding, type Standing } from '#modules/entitlement'
import type { Refusal } from './refusals.ts'
import { reformOf } from './reform.ts'
import type { Change, Scenario } from './scenario.ts'
import { wordsEn } from './words.en.ts'
import { wordsVi } from './words.vi.ts'

const today = civilDate('2026-11-23')
const base: Scenario = {
  month: month('2026-11'),
  areaId: 1,
  from: month('2027-01'),
  takeUp: 100,
  changes: [],
}

describe('a scenario is one more regime', () => {
  test.for<[string, Change, Partial<Standing>, number, number]>([
    [
      'a higher standard raises every amount drawn from it',
      { kind: 'standard', value: dong(600_000) },
      { disability: 'severe' },
      810_000,
      900_000,
    ],
    [
      'a coefficient',
      { kind: 'coefficient', rule: 'MSA-6-3', value: 20 },
      { disability: 'severe' },
      810_000,
      1_080_000,
    ],
    [
      'an age: 72 years is 75 no longer',
      { kind: 'age', group: 'SP-A', whose: 'person', from: 900, to: 840 },
      { born: civilDate('1954-11-30') },
      0,
      540_000,
    ],
    [
      'the age of a child that is raised',
      { kind: 'age', group: 'CARE-2', whose: 'child', from: 36, to: 48 },
      { disability: 'severe', children: [child('2023-06-01')] },
      810_000,
      810_000 + 810_000,
    ],
    [
      'poor households alone',
      { kind: 'poverty', group: 'MSA-4', to: 'poor' },
      { singleParent: 'never_married', household: 'near_poor', children: [child('2020-01-01')] },
      540_000,
      0,
    ],
    [
      'only what a small pension leaves',
      { kind: 'small_pension', to: 'difference' },
      { born: civilDate('1940-01-01'), pension: dong(400_001) },
      540_000,
      139_999,
    ],
    [
      'a group taken out',
      { kind: 'without', group: 'CARE-3' },
      { disability: 'exceptionally_severe', care: 'own_household' },
      1_080_000 + 540_000,
      1_080_000,
    ],
    [
      'a group of the province',
      group({ fromAge: 60, belowAge: 70, poverty: 'poor', withoutPension: true }),
      { born: civilDate('1960-01-01'), household: 'poor' },
      0,
      540_000,
    ],
  ])('%s', ([, change, differing, before, after]) => {
    const reform = reformOf(law, { ...base, changes: [change] }, today)
    if (!reform.isSound) throw new Error(JSON.stringify(reform.refusals))
    const standing = { ...plainStanding, born: civilDate('1984-05-10'), ...differing }
    const paid = [law, reform.law].map((one) =>
      engineFor(one)
        .dueIn({ month: base.month, knownOn: today, earlier: standing, later: standing, awarded: 'all' })
        .reduce((sum, { amount }) => sum + amount, 0),
    )
    expect(paid).toEqual([before, after])
  })

  test('the law before it stays as it was', () => {
    const reform = reformOf(law, { ...base, changes: [{ kind: 'standard', value: dong(600_000) }] }, today)
    expect(reform.isSound && reform.law.regimes.slice(0, -1)).toEqual(law.regimes)
  })
})

describe('what is refused names its field and says what to do', () => {
  test.for<[string, Partial<Scenario>, Refusal['path'], Refusal['code']]>([
    ['a month before the law', { month: month('2014-12') }, 'month', 'month_before_law'],
    ['a month to come', { month: month('2026-12') }, 'month', 'month_to_come'],
    ['a start before the figures', { from: month('2026-10') }, 'from', 'starts_before_base'],
    [
      'less than the centre',
      of({ kind: 'standard', value: dong(530_000) }),
      'changes.0.value',
      'below_central',
    ],
    [
      'a social pension below the centre',
      of({ kind: 'social_pension', value: dong(500_000) }),
      'changes.0.value',
      'below_social_pension',
    ],
    [
      'a social pension before there was one',
      { ...of({ kind: 'social_pension', value: dong(600_000) }), month: month('2023-10') },
      'changes.0.value',
      'no_social_pension',
    ],
    [
      'an amount that is not whole',
      of({ kind: 'standard', value: dong(600_001) }),
      'changes.0.value',
      'amount_not_whole',
    ],
    [
      'half of what an odd pension leaves',
      of({ kind: 'small_pension', to: 'difference' }, { kind: 'coefficient', rule: 'SP-A', value: 15 }),
      'changes.1.value',
      'amount_not_whole',
    ],
    [
      'a rule of another law',
      of({ kind: 'coefficient', rule: 'MSA-5C', value: 15 }),
      'changes.0.rule',
      'rule_unknown',
    ],
    ['a group of another law', of({ kind: 'without', group: 'MSA-5B' }), 'changes.0.group', 'group_unknown'],
    [
      'an age the group does not know',
      of({ kind: 'age', group: 'SP-A', whose: 'person', from: 80 * 12, to: 70 * 12 }),
      'changes.0.from',
      'boundary_unknown',
    ],
    [
      'an age beyond another',
      of({ kind: 'age', group: 'SP-B', whose: 'person', from: 70 * 12, to: 76 * 12 }),
      'changes.0.to',
      'age_crosses',
    ],
    [
      'poverty where nobody asks',
      of({ kind: 'poverty', group: 'MSA-6', to: 'poor' }),
      'changes.0.group',
      'no_poverty_condition',
    ],
    [
      'one thing twice',
      of({ kind: 'standard', value: dong(600_000) }, { kind: 'standard', value: dong(700_000) }),
      'changes.1',
      'changed_twice',
    ],
    ['a group for everybody', of(group({})), 'changes.0.name', 'group_for_everybody'],
    [
      'a group for nobody',
      of(group({ fromAge: 70, belowAge: 60 })),
      'changes.0.belowAge',
      'ages_exclude_everybody',
    ],
    [
      'a group others refer to',
      of({ kind: 'without', group: 'MSA-1' }),
      'changes.0.group',
      'others_refer_to_it',
    ],
  ])('%s', ([, fields, path, code]) => {
    const reform = reformOf(law, { ...base, ...fields }, today)
    if (reform.isSound) throw new Error('It was not refused')
    expect(reform.refusals).toMatchObject([{ path, code }])
    for (const words of [wordsVi, wordsEn])
      expect(words.refusal(reform.refusals[0]!)).not.toMatch(/undefined|NaN|null/)
  })
})

test('in a month the law only converts, what the law opened itself stays shut and what the scenario opens does not', () => {
  const august = { ...base, month: month('2026-08'), from: month('2026-08') }
  const reform = reformOf(
    law,
    { ...august, changes: [{ kind: 'age', group: 'SP-A', whose: 'person', from: 900, to: 840 }] },
    today,
  )
  if (!reform.isSound) throw new Error(JSON.stringify(reform.refusals))
  const dueIn = (one: typeof law, facts: Partial<Standing>) => {
    const standing = { ...plainStanding, born: civilDate('1954-11-30'), ...facts }
    const person = {
      month: august.month,
      knownOn: today,
      earlier: standing,
      later: standing,
      awarded: 'all',
    } as const
    return engineFor(one)
      .dueIn(person)
      .map(({ amount }) => amount)
  }
  // 71 years old: the scenario lets them in. An orphan of Decree 335 alone waits for October under either law.
  const orphan = { born: civilDate('2020-01-01'), father: 'dead', mother: 'unidentified' } as const
  expect([dueIn(law, {}), dueIn(reform.law, {})]).toEqual([[], [540_000]])
  expect([dueIn(law, orphan), dueIn(reform.law, orphan)]).toEqual([[], []])
})

function of(...changes: Change[]): Partial<Scenario> {
  return { changes }
}

function group(fields: Partial<Change & { kind: 'new_group' }>): Change {
  return {
    kind: 'new_group',
    name: 'Người từ đủ 60 tuổi',
    coefficient: 10,
    fromAge: null,
    belowAge: null,
    poverty: 'any',
    disability: [],
    inDifficultArea: false,
    withoutPension: false,
    ...fields,
  }
}

function child(born: string) {
  return { born: civilDate(born), isStudying: false, continued: false }
}
