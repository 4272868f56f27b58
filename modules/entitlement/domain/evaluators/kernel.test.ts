import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Due, PersonMonth } from '../determination.ts'
import { engine } from '../determine.ts'
import { monthColumnsOf, territoriesOf } from './columns.ts'
import { compileMonth, dueColumns, type KernelOptions } from './kernel.ts'
import { anyPersonMonth } from './testing/any-person.ts'

test.for(['compiled', 'closures'] as const)(
  '%s says what the interpreter says, whoever it is',
  { timeout: 60_000 },
  (evaluator) => {
    fc.assert(
      fc.property(
        anyPersonMonth,
        fc.array(anyPersonMonth, { maxLength: 30, size: 'max' }),
        (first, others) => {
          const persons = [first, ...others].map((one) => ({
            ...one,
            month: first.month,
            knownOn: first.knownOn,
          }))
          expect(byKernel(persons, { evaluator })).toEqual(
            persons.map((person) => sorted(engine.dueIn(person))),
          )
        },
      ),
      { numRuns: 500, seed: 26 },
    )
  },
)

function byKernel(persons: readonly PersonMonth[], options: KernelOptions): Due[][] {
  const territories = territoriesOf()
  const columns = monthColumnsOf(persons, territories)
  const { month, knownOn } = persons[0]!
  const kernel = compileMonth(engine.lawIn(month, knownOn)!, territories.names, options)
  const output = dueColumns(persons.length)
  kernel.run(columns, output)
  return persons.map((_, index) => sorted(kernel.dueAt(output, index)))
}

function sorted(dues: readonly Due[]): Due[] {
  return dues
    .filter(({ units }) => units > 0)
    .toSorted((one, other) => one.component.localeCompare(other.component))
}
