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
