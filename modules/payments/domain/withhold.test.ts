import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dong } from '#kernel/dong'
import { planWithholding, type Claim } from './withhold.ts'

const line = (key: string, amount: number) => ({ key, amount: dong(amount) })
const claim = (recoveryId: string, open: number, instalment: number | null = null): Claim => ({
  recoveryId,
  open: dong(open),
  instalment: instalment === null ? null : dong(instalment),
})

test.for([
  [
    'no more than the share of the month',
    [line('a', 810_000)],
    [claim('r', 1_000_000)],
    [['r', 'a', 243_000]],
  ],
  ['no more than is open', [line('a', 810_000)], [claim('r', 100_000)], [['r', 'a', 100_000]]],
  [
    'no more than the decision says a month',
    [line('a', 810_000)],
    [claim('r', 500_000, 50_000)],
    [['r', 'a', 50_000]],
  ],
  [
    'the oldest claim first, and the next only what room it leaves',
    [line('a', 810_000)],
    [claim('old', 200_000), claim('new', 900_000)],
    [
      ['old', 'a', 200_000],
      ['new', 'a', 43_000],
    ],
  ],
  [
    'over several lines, of none all of it',
    [line('a', 100_000), line('b', 700_000)],
    [claim('r', 900_000)],
    [
      ['r', 'a', 30_000],
      ['r', 'b', 210_000],
    ],
  ],
  ['nothing where nothing is open', [line('a', 810_000)], [claim('r', 0)], []],
] as const)('%s', ([, lines, claims, expected]) => {
  const withheld = planWithholding(lines, claims, 30)
  expect(withheld.map(({ recoveryId, key, amount }) => [recoveryId, key, amount])).toEqual(expected)
})

test('whatever is due and owed, each line still pays something and nobody is withheld more than they owe', () => {
  const amounts = fc.integer({ min: 1, max: 50_000_000 })
  fc.assert(
    fc.property(
      fc.array(amounts, { minLength: 1, maxLength: 5 }),
      fc.array(amounts, { maxLength: 4 }),
      (due, owed) => {
        const lines = due.map((amount, index) => line(String(index), amount))
        const claims = owed.map((open, index) => claim(String(index), open))
        const withheld = planWithholding(lines, claims, 30)
        const sumOf = (of: 'key' | 'recoveryId', name: string) =>
          withheld.filter((one) => one[of] === name).reduce((sum, { amount }) => sum + amount, 0)
        for (const { key, amount } of lines) expect(sumOf('key', key)).toBeLessThan(amount)
        for (const { recoveryId, open } of claims)
          expect(sumOf('recoveryId', recoveryId)).toBeLessThanOrEqual(open)
      },
    ),
  )
})
