import { expect, test } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { sharedBirths } from './shared-births.ts'

const born = (
  count: number,
  day: string,
  differing: { areaId?: number; bornPrecision?: 'day' | 'year' } = {},
) =>
  Array.from({ length: count }, () => ({
    born: civilDate(day),
    bornPrecision: 'day' as const,
    areaId: 1,
    ...differing,
  }))

test.for([
  ['thirty children of one commune', born(30, '2019-06-15'), [30]],
  ['five, which chance may give', born(5, '2019-06-15'), []],
  ['six of them', born(6, '2019-06-15'), [6]],
  ['many of several communes', [...born(5, '2019-06-15'), ...born(5, '2019-06-15', { areaId: 2 })], []],
  ['those of whom papers know the year alone', born(30, '2019-01-01'), []],
  ['those of whom the list knows the year alone', born(30, '2019-06-15', { bornPrecision: 'year' }), []],
  ['two days of one list', [...born(7, '2019-06-15'), ...born(9, '1950-02-03')], [7, 9]],
] as const)('%s', ([, people, counts]) => {
  expect([...new Set(sharedBirths(people).values())]).toEqual(counts)
})
