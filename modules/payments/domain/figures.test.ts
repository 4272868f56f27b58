import { expect, test } from 'vitest'
import { explainFigures, figures, type FiguresOfMonth } from './figures.ts'

const nothing = Object.fromEntries(figures.map((figure) => [figure, 0])) as FiguresOfMonth

test('what is none explains nothing, and where nothing is counted everything agrees', () => {
  for (const { steps, off } of explainFigures(nothing)) {
    expect(steps.map(({ sign }) => sign)).toEqual(['start', 'end'])
    expect(off).toBe(0)
  }
})

test('two children whose mother receives are two people and one payee', () => {
  const payees = ladder('payees', { listed: 3, shared_payee: 1, listed_payees: 2 })
  expect(payees).toMatchObject({
    off: 0,
    steps: [
      { sign: 'start', figure: 'listed', value: 3 },
      { sign: 'minus', figure: 'shared_payee', value: 1 },
      { sign: 'end', figure: 'listed_payees', value: 2 },
    ],
  })
})

test('what no step explains is said', () => {
  expect(ladder('reached', { ordered: 10, returned: 2, reached: 7 })).toMatchObject({ off: -1 })
  expect(ladder('money', { due_amount: 810_000, paid_amount: 810_000, open_amount: 1 })).toMatchObject({
    off: 1,
  })
})

function ladder(name: string, counted: Partial<FiguresOfMonth>) {
  return explainFigures({ ...nothing, ...counted }).find((one) => one.name === name)
}
