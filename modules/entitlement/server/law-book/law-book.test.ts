import { expect } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { test, type World } from '#testing/world'
import {
  findCitation,
  getLawBook,
  getLawDifference,
  getRule,
  listOpenQuestions,
  searchLaw,
} from '../../law-contract.ts'

const reader = (world: World) => world.as({ can: ['law.read'] })

test('today’s law, with its versions and what is open about it', async ({ world }) => {
  const { book, timeline, questions } = await reader(world).call(getLawBook, {})
  expect(book).toMatchObject({ on: world.ctx.today, regime: { id: 'R26', isRetroactive: false } })
  expect(timeline.regimes.map(({ from, said }) => [from, said.id, said.isRetroactive])).toEqual([
    ['2015-01', 'R13', false],
    ['2021-07', 'R21', false],
    ['2025-07', 'R25', false],
    ['2026-07', 'R26', true],
    ['2026-10', 'R26', false],
  ])
  expect(
    timeline.standards.map(({ territory, stretches }) => [
      territory,
      stretches.map(({ from, said }) => [from, said.value, said.overtaken]),
    ]),
  ).toEqual([
    [
      'central',
      [
        ['2015-01', 270_000, undefined],
        ['2021-07', 360_000, undefined],
        ['2024-07', 500_000, undefined],
        ['2026-07', 540_000, undefined],
      ],
    ],
    [
      'vinh-phuc',
      [
        ['2016-01', 447_000, undefined],
        ['2024-07', 447_000, 500_000],
        ['2026-07', 447_000, 540_000],
      ],
    ],
  ])
  expect(questions.length).toBeGreaterThan(20)
})

test('a rule through time, with its cases run and the questions it rests on', async ({ world }) => {
  const rule = await reader(world).call(getRule, { id: 'MSA-5A', on: civilDate('2026-11-23') })
  expect(rule.state).toBe('in_force')
  expect(rule.versions.map(({ from, until }) => [from, until])).toEqual([
    ['2015-01-01', '2016-01-01'],
    ['2016-01-01', '2021-07-01'],
    ['2021-07-01', '2024-07-01'],
    ['2024-07-01', '2026-07-01'],
    // In these months a change of age counts for the month it falls in (convention C6).
    ['2026-07-01', '2026-10-01'],
    ['2026-10-01', undefined],
  ])
  expect(rule.cases.length).toBeGreaterThan(5)
  expect(rule.cases.every(({ isRight }) => isRight)).toBe(true)
  expect(rule.questions.map(({ number }) => number)).toEqual(expect.arrayContaining(['11', 'C6']))
})

test('a rule that ended is shown as it was last', async ({ world }) => {
  expect(await reader(world).call(getRule, { id: 'MSA-5C' })).toMatchObject({
    state: 'ended',
    current: { from: '2024-07-01', until: '2025-07-01' },
  })
})

test('a rule nobody knows is not found', async ({ world }) => {
  await expect(reader(world).call(getRule, { id: 'MSA-99' })).rejects.toThrow('entitlement.rule_not_found')
})

test('two days are compared, and one day as it was known before and after', async ({ world }) => {
  const august = civilDate('2026-08-15')
  const { before, after, changes } = await reader(world).call(getLawDifference, {
    from: august,
    to: august,
    fromKnown: civilDate('2026-09-30'),
  })
  expect([before.regime?.id, after.regime?.id]).toEqual(['R25', 'R26'])
  expect(changes.find(({ provision }) => provision.id === 'standard')).toMatchObject({ kind: 'changed' })
})

test('words, amounts and articles lead to rules', async ({ world }) => {
  const { call } = reader(world)
  const found = await call(searchLaw, { q: 'hiv' })
  expect(found.map(({ provision }) => provision.id)).toEqual(expect.arrayContaining(['MSA-3', 'MSA-8']))
  expect(await call(searchLaw, { q: 'mild standard', language: 'en' })).toEqual([])
  expect(
    await call(findCitation, { document: '20/2021/NĐ-CP', place: 'điểm b khoản 5 Điều 5' }),
  ).toMatchObject([{ provision: { id: 'MSA-5B' }, isNow: false }])
  expect((await call(listOpenQuestions, {})).map(({ number }) => number)).toContain('C7')
})

test('a day no law is known for is refused, whatever is asked of it', async ({ world }) => {
  const { call } = reader(world)
  const today = world.ctx.today
  for (const on of ['2014-12-31', '2031-01-01', '2099-01-01'].map((day) => civilDate(day))) {
    const refused = [
      call(getLawBook, { on }),
      call(getRule, { id: 'MSA-5A', on }),
      call(searchLaw, { q: 'hiv', on }),
      call(findCitation, { document: '20/2021/NĐ-CP', place: 'Điều 5', on }),
      call(getLawDifference, { from: on, to: today }),
      call(getLawDifference, { from: today, to: on }),
    ]
    for (const answer of await Promise.allSettled(refused))
      expect(answer).toMatchObject({
        status: 'rejected',
        reason: {
          code: 'entitlement.law_unknown',
          data: { asked: on, from: '2015-01', through: '2030-12' },
        },
      })
  }
})

test('an open question names its rules as people do', async ({ world }) => {
  const questions = await reader(world).call(listOpenQuestions, {})
  const named = questions.flatMap(({ rules }) => rules)
  expect(named.length).toBeGreaterThan(20)
  expect(named.filter(({ id, label }) => label.vi === id)).toEqual([])
  expect(named.find(({ id }) => id === 'standard')?.label.vi).toBe('Mức chuẩn trợ giúp xã hội')
})
