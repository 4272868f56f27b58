import { expect, test } from 'vitest'
import { month } from '#kernel/civil-date'
import { determineAll } from './determine-all.ts'
import { parseCase, type CaseTold } from './household-case.ts'

const husband = {
  key: 'husband',
  born: '1988-01-01',
  facts: { sex: 'male', disability: 'exceptionally_severe' },
} as const
const wife = {
  key: 'wife',
  born: '1990-01-01',
  facts: { disability: 'severe', isPregnant: true },
  spouseOf: 'husband',
} as const
const baby = { key: 'baby', born: '2025-12-10', childOf: ['husband', 'wife'] }

test.for([
  ['the husband', [husband, wife, baby]],
  ['the wife', [wife, husband, baby]],
] as const)('of a couple the higher share is drawn, whether %s is told first', ([, members]) => {
  // CARE-2: he raises one child (1,5), she is with child besides (2,0); one share for the two, so 2,0 × 540.000.
  expect(dues({ members: [...members] }, '2026-11')).toEqual({
    husband: { allowance: 1_080_000 },
    wife: { allowance: 810_000, parenting: 1_080_000 },
    baby: {},
  })
})

test('of two alike the one told first draws the share', () => {
  const members = [husband, { ...wife, facts: { disability: 'severe' as const } }, baby]
  expect(dues({ members }, '2026-11')).toMatchObject({
    husband: { parenting: 810_000 },
    wife: { allowance: 810_000 },
  })
})

test('a second child born before the procedure changed within October counts from November', () => {
  const mother = {
    key: 'mother',
    born: '1990-01-01',
    facts: { household: 'poor' as const, singleParent: 'never_married' as const },
  }
  const children = ['2018-08-08', '2026-10-02'].map((born) => ({ key: born, born, childOf: ['mother'] }))
  const told = { members: [mother, ...children] }
  expect(dues(told, '2026-10')).toMatchObject({ mother: { single_parent: 540_000 } })
  expect(dues(told, '2026-11')).toMatchObject({ mother: { single_parent: 1_080_000 } })
})

test('whoever is admitted and dies within a month is paid for from the day of admission', () => {
  // C20: nursing from the day of admission, coefficient 4,0 below the age of four and for those who need most care.
  const told = {
    born: '1950-01-01',
    facts: { disability: 'exceptionally_severe' as const },
    changes: [{ from: '2026-11-10', facility: 'A' as const }],
    diedOn: '2026-11-25',
  }
  const [, november, december] = ['2026-10', '2026-11', '2026-12'].map((each) => dues(told, each)['person'])
  // The allowance of the community was held when the month began, and the two are not drawn for one month.
  expect(november).toEqual({ allowance: 1_350_000 })
  expect(december).toEqual({})
})

test('an orphan who turns 16 and studies goes on under khoản 2, whether or not the file says what it was paid', () => {
  // 1,5 × 540.000 under khoản 1 until the birthday, and under khoản 2 from then on.
  const orphan = { born: '2010-11-10', facts: { abandoned: true, isStudying: true } }
  const paidIn = (told: CaseTold, asked: string) => dues(told, asked)['person']
  for (const asked of ['2026-10', '2026-11', '2026-12', '2027-06'])
    expect(paidIn(orphan, asked)).toEqual({ allowance: 810_000 })
  const facts = (differing: object) => ({ ...orphan, facts: { ...orphan.facts, ...differing } })
  const others: [CaseTold, object][] = [
    [facts({ isStudying: false }), {}],
    // What the file says of itself goes before what would follow.
    [facts({ wasChildWithoutSupport: false }), {}],
    // Nursed in a facility until then, and not paid under khoản 1.
    [{ ...facts({ facility: 'A' }), changes: [{ from: '2026-11-20', facility: 'none' }] }, {}],
    // Never granted anything under Điều 5.
    [{ ...orphan, awarded: ['social_pension'] }, {}],
    // Found only after the birthday.
    [
      { born: '2010-11-10', facts: { isStudying: true }, changes: [{ from: '2026-11-12', abandoned: true }] },
      {},
    ],
    // Severely disabled as well: 1,5 under either khoản.
    [facts({ disability: 'severe' }), { allowance: 810_000 }],
  ]
  for (const [told, expected] of others) expect(paidIn(told, '2026-12')).toEqual(expected)
})

test('an orphan of Decree 335 alone who turned 16 before it was in force had been paid nothing', () => {
  const told = { father: 'dead', mother: 'unidentified', isStudying: true } as const
  expect(dues({ born: '2010-09-10', facts: told }, '2026-12')['person']).toEqual({})
  expect(dues({ born: '2010-12-10', facts: told }, '2027-01')['person']).toEqual({ allowance: 810_000 })
})

test('a child of a single parent goes on counting after 16, however the file tells of it', () => {
  const parent = { household: 'poor' as const, singleParent: 'never_married' as const }
  const child = { born: '2010-11-10', isStudying: true }
  const alone = { born: '1985-01-01', facts: { ...parent, children: [child] } }
  const together = {
    members: [
      { key: 'person', born: '1985-01-01', facts: parent },
      { key: 'child', born: child.born, facts: { isStudying: true }, childOf: ['person'] },
    ],
  }
  for (const asked of ['2026-11', '2026-12', '2027-06'])
    for (const told of [alone, together])
      // 1,0 × 540.000 for the one child.
      expect(dues(told, asked)['person']).toEqual({ single_parent: 540_000 })
  // G-MSA-21: no parent enters through a child of 16, nor through one taken in after it.
  const late = { ...alone, facts: parent, changes: [{ from: '2026-11-12', children: [child] }] }
  expect(dues(late, '2026-12')['person']).toEqual({})
})

function dues(told: CaseTold, asked: string) {
  const read = parseCase(told)
  if (!('case' in read)) throw new Error(JSON.stringify(read.refusals))
  const found = determineAll(read.case, month(asked))
  if (!('determination' in found)) throw new Error(JSON.stringify(found.refusals))
  return Object.fromEntries(
    found.determination.members.map(({ key, monthly }) => [
      key,
      Object.fromEntries(monthly.due.map(({ component, amount }) => [component, amount])),
    ]),
  )
}
