import { expect, test } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { contradictionsOf, newAmong, type Tie } from './contradictions.ts'

const [person, one, other] = ['a', 'b', 'c']
const born = (day: string, bornPrecision: 'day' | 'year' = 'day') => ({ born: civilDate(day), bornPrecision })
const tie = (
  kind: Tie['kind'],
  side: Tie['side'],
  otherId: string,
  {
    from = null,
    until = null,
    who = born('1960-01-02'),
  }: Partial<Record<'from' | 'until', string | null>> & { who?: ReturnType<typeof born> } = {},
): Tie => ({
  kind,
  side,
  otherId,
  during: { from: from === null ? null : civilDate(from), until: until === null ? null : civilDate(until) },
  other: { fullName: 'Trần Văn Nam', ...who },
})
const codes = (ties: readonly Tie[], birth = born('1980-05-10')) =>
  contradictionsOf({ id: person!, ...birth }, ties).map(({ code }) => code)

test.for<[string, Tie[], string[]]>([
  ['a guardian of oneself', [tie('guardian_of', 'from', person!)], ['relation_with_self']],
  ['two spouses', [tie('spouse_of', 'from', one!), tie('spouse_of', 'to', other!)], ['already_married']],
  [
    'one spouse after the other',
    [
      tie('spouse_of', 'from', one!, { until: '2010-01-01' }),
      tie('spouse_of', 'to', other!, { from: '2010-01-01' }),
    ],
    [],
  ],
  [
    'the same marriage from both sides',
    [tie('spouse_of', 'from', one!), tie('spouse_of', 'to', one!)],
    ['relation_exists'],
  ],
  [
    'a guardian who has one',
    [tie('guardian_of', 'from', one!), tie('guardian_of', 'to', other!)],
    ['guardian_has_guardian'],
  ],
  [
    'guardians of each other',
    [tie('guardian_of', 'from', one!), tie('guardian_of', 'to', one!)],
    ['guardian_has_guardian'],
  ],
  ['a guardian of two', [tie('guardian_of', 'from', one!), tie('guardian_of', 'from', other!)], []],
  [
    'a child who is the spouse',
    [tie('parent_of', 'from', one!, { who: born('2000-01-01') }), tie('spouse_of', 'from', one!)],
    ['spouse_is_parent'],
  ],
  ['a child born before', [tie('parent_of', 'from', one!)], ['parent_born_after_child']],
  [
    'a parent born after',
    [tie('parent_of', 'to', one!, { who: born('1980-05-10') })],
    ['parent_born_after_child'],
  ],
  [
    'a child born before, of a tie that was none',
    [tie('parent_of', 'from', one!, { until: '2020-01-01' })],
    [],
  ],
  ['a child at eleven', [tie('parent_of', 'from', one!, { who: born('1992-05-09') })], ['parent_too_young']],
  ['a child at twelve', [tie('parent_of', 'from', one!, { who: born('1992-05-10') })], []],
  [
    'a child of the twelfth year, of whom the day is not known',
    [tie('parent_of', 'from', one!, { who: born('1992-01-01', 'year') })],
    [],
  ],
])('%s', ([, ties, expected]) => {
  expect(codes(ties)).toEqual(expected)
})

test('what was wrong before holds nothing else up', () => {
  const young = tie('parent_of', 'from', one!, { who: born('1990-01-01') })
  const before = contradictionsOf({ id: person!, ...born('1980-05-10') }, [young])
  const after = contradictionsOf({ id: person!, ...born('1981-05-10') }, [young])
  expect(newAmong(before, after)).toEqual([])
  expect(newAmong([], after)).toMatchObject([{ code: 'parent_too_young' }])
})
