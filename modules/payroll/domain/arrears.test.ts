import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dong, type Dong } from '#kernel/dong'
import { settle } from './arrears.ts'

const due = (component: string, amount: number) => ({ component, amount: dong(amount) })
const decided = (sums: Record<string, number>) => new Map(Object.entries(sums) as [string, Dong][])

test.for([
  ['nothing decided: the whole amount', [due('allowance', 810_000)], {}, [['allowance', 810_000]], []],
  [
    'a raise: the difference',
    [due('allowance', 810_000)],
    { allowance: 750_000 },
    [['allowance', 60_000]],
    [],
  ],
  ['as decided: nothing', [due('allowance', 810_000)], { allowance: 810_000 }, [], []],
  [
    'too much: reported',
    [due('allowance', 750_000)],
    { allowance: 810_000 },
    [],
    [['allowance', 60_000, true]],
  ],
  ['no right at all: all of it reported', [], { allowance: 810_000 }, [], [['allowance', 810_000, false]]],
  [
    'one component is never set against another',
    [due('social_pension', 540_000)],
    { allowance: 500_000 },
    [['social_pension', 540_000]],
    [['allowance', 500_000, false]],
  ],
] as const)('%s', ([, dues, sums, arrears, overpaid]) => {
  const settlement = settle(dues, decided(sums))
  expect(settlement.arrears.map(({ due: { component }, amount }) => [component, amount])).toEqual(arrears)
  expect(settlement.overpaid.map(({ component, amount, isDue }) => [component, amount, isDue])).toEqual(
    overpaid,
  )
})

const components = ['allowance', 'single_parent', 'care']
const amounts = fc.dictionary(fc.constantFrom(...components), fc.integer({ min: 1, max: 5_000_000 }))

test('with its arrears a month has what was due, or more only where more had been decided', () => {
  fc.assert(
    fc.property(amounts, amounts, (right, sums) => {
      const dues = Object.entries(right).map(([component, amount]) => due(component, amount))
      const { arrears, overpaid } = settle(dues, decided(sums))
      for (const component of components) {
        const paid = sums[component] ?? 0
        const added = arrears.find((one) => one.due.component === component)?.amount ?? 0
        const tooMuch = overpaid.find((one) => one.component === component)?.amount ?? 0
        expect(paid + added - tooMuch).toBe(right[component] ?? 0)
        expect(added === 0 || tooMuch === 0).toBe(true)
      }
    }),
  )
})

test('settling twice adds nothing', () => {
  fc.assert(
    fc.property(amounts, amounts, (right, sums) => {
      const dues = Object.entries(right).map(([component, amount]) => due(component, amount))
      const after = new Map(decided(sums))
      for (const { due: one, amount } of settle(dues, after).arrears)
        after.set(one.component, dong((after.get(one.component) ?? 0) + amount))
      expect(settle(dues, after).arrears).toEqual([])
    }),
  )
})
