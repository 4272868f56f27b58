import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { law } from '../../law/index.ts'
import type { Due, PersonMonth } from '../determination.ts'
import { determine } from '../determine.ts'
import type { MonthLaw } from '../law-in-force.ts'
import { anyPersonMonth, inMonth } from './testing/any-person.ts'
import { evaluate } from './evaluate.ts'
import { everybody } from './testing/everybody.ts'
import { tableFor } from './finite-table.ts'
import { monthsOfChange } from './testing/months-of-change.ts'

const laws = monthsOfChange(law).map((ml) => [nameOf(ml), ml] as const)

test('these are the months in which the law changes, and how it was known', () => {
  expect(laws.map(([name]) => name)).toEqual([
    '2015-01 by R13, changed by R13',
    '2016-01 by R13, changed by R13',
    '2021-07 by R21, changed by R21',
    '2024-07 by R21, changed by R21',
    '2025-07 by R25, changed by R25',
    '2026-07 by R25, changed by R25',
    '2026-07 by R26, changed by R25',
    '2026-10 by R25, changed by R25',
    '2026-10 by R26, changed by R26 from a day within',
    '2026-11 by R26, changed by R26',
  ])
})

describe('table and kernel give everybody what the interpreter gives', () => {
  test.for(laws)('in %s', ([, ml]) => {
    const wrong: PersonMonth[] = []
    // A month that only converts asks what two laws ask: of its many classes one in a prime number of people.
    const asked = ml.conversion.length > 0 ? oneIn(7, everybody(ml)) : everybody(ml)
    for (const persons of inBatches(asked)) {
      const [given, byTable, byKernel] = (['interpreter', 'table', 'kernel'] as const).map((evaluator) =>
        evaluate(evaluator, { lawIn: () => ml }, persons),
      )
      for (const [index, person] of persons.entries())
        if (!isSame(given![index]!, byTable![index]!) || !isSame(given![index]!, byKernel![index]!))
          wrong.push(person)
    }
    expect(wrong.slice(0, 3)).toEqual([])
  })
})

test('to anybody, with facts that change within the month', () => {
  const tables = laws.map(([, ml]) => ({ ml, table: tableFor(ml) }))
  fc.assert(
    fc.property(anyPersonMonth, fc.constantFrom(...tables), (anyone, { ml, table }) => {
      const person = inMonth(anyone, ml.month)
      expect(table.due(person)).toEqual(determine(ml, person).due)
    }),
    { numRuns: 5_000, seed: 26 },
  )
})

function* oneIn(prime: number, persons: Iterable<PersonMonth>): Generator<PersonMonth> {
  let index = 0
  for (const person of persons) if (index++ % prime === 0) yield person
}

function* inBatches(persons: Iterable<PersonMonth>): Generator<PersonMonth[]> {
  let batch: PersonMonth[] = []
  for (const person of persons) {
    batch.push(person)
    if (batch.length < 16_384) continue
    yield batch
    batch = []
  }
  yield batch
}

function isSame(one: readonly Due[], other: readonly Due[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ rule, amount }, index) => rule === other[index]!.rule && amount === other[index]!.amount)
  )
}

function nameOf({ month, regime, procedure, turn }: MonthLaw): string {
  return `${month} by ${regime.rules.id}, changed by ${procedure.id}${turn ? ' from a day within' : ''}`
}
