import { expect, test } from 'vitest'
import type { Dong } from '#kernel/dong'
import { groupsTogether } from '#modules/entitlement/contract'
import { breakdownRows, nameOfGroup } from './breakdown-rows.ts'

const tally = (people: number) => ({ people, lines: people, amount: (people * 810_000) as Dong })
const allowance = (rule: string | null, people: number) => ({
  component: 'allowance' as const,
  rule,
  ...tally(people),
})

const run = {
  byComponent: [
    { component: 'allowance' as const, ...tally(106) },
    { component: 'care' as const, ...tally(9) },
  ],
  byRule: [
    allowance('MSA-6-1', 20),
    allowance('MSA-6-3', 41),
    allowance('MSA-6-4', 40),
    allowance(null, 5),
    { component: 'care' as const, rule: 'CARE-1', ...tally(9) },
  ],
  unnamed: [{ component: 'allowance' as const, ...tally(86) }],
}

test('every row that leads anywhere leads to exactly the lines it counts', () => {
  const said = breakdownRows(run, false).map(({ rule, sumOf, people, leadsTo }) => [
    sumOf,
    rule,
    people,
    leadsTo ?? 'nowhere',
  ])
  expect(said).toEqual([
    ['group', 'MSA-6-1', 20, { component: 'allowance', rule: 'MSA-6-1' }],
    // Severe disability is in the company of HIV: counted by itself, named of nobody.
    ['group', 'MSA-6-3', 41, 'nowhere'],
    ['group', 'MSA-6-4', 40, 'nowhere'],
    ['group', null, 5, 'nowhere'],
    ['unnamed', null, 86, { component: 'allowance', rule: 'other' }],
    ['component', null, 106, { component: 'allowance' }],
    ['group', 'CARE-1', 9, { component: 'care', rule: 'CARE-1' }],
  ])
})

test('whoever may read what is confidential is led to each group', () => {
  const byRule = run.byRule.map((group) => ({ ...group, rule: group.rule ?? 'MSA-8' }))
  const rows = breakdownRows({ ...run, byRule, unnamed: [] }, true)
  expect(rows.filter(({ leadsTo }) => leadsTo === undefined)).toEqual([])
  expect(rows.find(({ rule }) => rule === 'MSA-6-3')?.leadsTo).toEqual({
    component: 'allowance',
    rule: 'MSA-6-3',
  })
})

test('where no group may be named the whole benefit is what there is to open', () => {
  const byRule = [allowance('MSA-6-3', 41), allowance('MSA-6-4', 40)]
  const rows = breakdownRows({ byComponent: [run.byComponent[0]!], byRule, unnamed: run.unnamed }, false)
  expect(rows.map(({ sumOf, leadsTo }) => [sumOf, leadsTo ?? 'nowhere'])).toEqual([
    ['group', 'nowhere'],
    ['group', 'nowhere'],
    ['component', { component: 'allowance' }],
  ])
})

test('the sum of the groups kept private is named as it is everywhere, to whoever is told why people are paid', () => {
  expect(nameOfGroup(null, 'vi', true)).toBe(groupsTogether.vi)
  expect(nameOfGroup(null, 'vi', true)).toBe('Nhóm có điều kiện riêng tư (khoản 1, 3, 8)')
  expect(nameOfGroup(null, 'vi', false)).toBeUndefined()
})
