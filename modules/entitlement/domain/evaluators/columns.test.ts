import fc from 'fast-check'
import { expect, test } from 'vitest'
import { choices, flags } from '../facts.ts'
import { plainStanding } from '../standing.ts'
import {
  buildColumns,
  columnsOf,
  monthColumnsOf,
  nobody,
  packDay,
  packFacts,
  standingAt,
  territoriesOf,
  unpackDay,
  unpackFacts,
} from './columns.ts'
import { anyDay, anyPersonMonth, anyStanding } from './testing/any-person.ts'

test('whoever is packed comes out as they went in', () => {
  fc.assert(
    fc.property(fc.array(fc.option(anyStanding, { nil: undefined })), (standings) => {
      const territories = territoriesOf()
      const columns = columnsOf(standings, territories)
      expect(columns.length).toBe(standings.length)
      expect(standings.map((_, index) => standingAt(columns, index, territories.names))).toEqual(
        standings.map((standing) => standing && { ...standing, bornPrecision: 'day' }),
      )
    }),
    { numRuns: 200, seed: 26 },
  )
})

test('every word of every choice, and every flag, has bits of its own', () => {
  for (const [fact, words] of Object.entries(choices))
    for (const word of words)
      expect(unpackFacts(packFacts({ ...plainStanding, [fact]: word }))).toMatchObject({ [fact]: word })
  const packed = flags.map((flag) => packFacts({ ...plainStanding, [flag]: true }) ^ packFacts(plainStanding))
  expect(new Set(packed).size).toBe(flags.length)
  expect(packed.every((bits) => (bits & (bits - 1)) === 0)).toBe(true)
})

test('days compare as numbers as they do as text', () => {
  fc.assert(
    fc.property(anyDay, anyDay, (one, other) => {
      expect(packDay(one) < packDay(other)).toBe(one < other)
      expect(unpackDay(packDay(one))).toBe(one)
      expect(packDay(one)).toBeLessThan(nobody)
    }),
    { numRuns: 300, seed: 29 },
  )
})

test('a builder that is cleared keeps nothing of what it held', () => {
  fc.assert(
    fc.property(fc.array(anyStanding), fc.array(anyStanding), (before, after) => {
      const territories = territoriesOf()
      const builder = buildColumns(territories, 2)
      for (const standing of before) builder.add(standing)
      builder.clear()
      for (const standing of after) builder.add(standing)
      expect(builder.columns()).toEqual(columnsOf(after, territories))
    }),
    { numRuns: 100, seed: 6 },
  )
})

test('a month in which nothing changed has one object for both ends', () => {
  fc.assert(
    fc.property(fc.array(anyPersonMonth), (persons) => {
      const columns = monthColumnsOf(persons, territoriesOf())
      expect(columns.earlier === columns.later).toBe(persons.every(({ earlier, later }) => earlier === later))
    }),
    { numRuns: 100, seed: 31 },
  )
})

test('a sum that does not fit is refused', () => {
  // The brand keeps such a sum out of typed code; a rule may still have been read from a file.
  const rich = { ...plainStanding, born: unpackDay(1950_01_01), pension: 3_000_000_000 as never }
  expect(() => columnsOf([rich], territoriesOf())).toThrow(RangeError)
})
