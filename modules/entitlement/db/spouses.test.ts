import { expect, test } from 'vitest'
import { spousesAmong } from './spouses.ts'

const id = (number: number) => Buffer.from(number.toString(16).padStart(32, '0'), 'hex')
const among = (ids: readonly number[], couples: readonly (readonly [number, number])[]) => [
  ...spousesAmong(Buffer.concat(ids.map(id)), Buffer.concat(couples.flat().map(id))),
]

test('couples are found by their ids, in either order', () => {
  expect(
    among(
      [1, 3, 5, 0xff, 0x100],
      [
        [5, 1],
        [0xff, 0x100],
      ],
    ),
  ).toEqual([2, -1, 0, 4, 3])
})

test('whose spouse is not among these people has none', () => {
  expect(among([1, 3], [[3, 4]])).toEqual([-1, -1])
  expect(among([], [[3, 4]])).toEqual([])
})

test('whoever is told to be married to two has one share with the first', () => {
  expect(
    among(
      [1, 2, 3],
      [
        [1, 2],
        [1, 3],
      ],
    ),
  ).toEqual([1, 0, -1])
})
