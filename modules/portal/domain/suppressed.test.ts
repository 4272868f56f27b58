import { expect, test } from 'vitest'
import { suppressed } from './suppressed.ts'

const row = (people: number) => ({ people, amount: people * 540_000 })

test.for([
  ['numbers of five and more are told', [5, 12, 40], []],
  ['smaller ones are not', [2, 3, 40, 12], [2, 3]],
  ['one alone takes the next smallest along, or the sum would give it away', [40, 3, 12], [3, 12]],
  [
    'two that are few together take a third along, or the sum would tell of one each',
    [1, 40, 1, 12],
    [1, 1, 12],
  ],
  ['nobody is nobody, and may be told', [0, 12, 40], []],
] as const)('%s', ([, people, hidden]) => {
  const rows = people.map(row)
  expect([...suppressed(rows)].map((one) => one.people)).toEqual(hidden)
})
