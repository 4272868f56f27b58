import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lawOf, personIn } from '../../law/golden/case-months.ts'
import { goldenCases } from '../../law/golden/index.ts'
import { law } from '../../law/index.ts'
import type { Due, PersonMonth } from '../determination.ts'
import { engine, engineFor } from '../determine.ts'
import { faultsOfLaw } from '../soundness.ts'
import { monthColumnsOf, territoriesOf } from './columns.ts'
import { compileMonth, dueColumns, type KernelOptions } from './kernel.ts'
import { anyPersonMonth } from './testing/any-person.ts'
import { anyLaw } from './testing/any-rule-set.ts'

type Engine = ReturnType<typeof engineFor>

test.for(['compiled', 'closures'] as const)('%s says what every case of the law expects', (evaluator) => {
  for (const golden of goldenCases)
    for (const expected of golden.expected) {
      const person = personIn(golden, expected, law)
      const [due] = byKernel(engineFor(lawOf(golden, law)), [person], { evaluator })
      const amounts = Object.fromEntries(due!.map(({ component, amount }) => [component, amount]))
      expect([golden.id, expected.month, amounts]).toEqual([golden.id, expected.month, expected.due])
    }
})

test.for(['compiled', 'closures'] as const)(
  '%s says what the interpreter says, whoever it is',
  { timeout: 60_000 },
  (evaluator) => {
    fc.assert(
      fc.property(
        anyPersonMonth,
        fc.array(anyPersonMonth, { maxLength: 30, size: 'max' }),
        (first, others) => {
          const persons = inOneMonth([first, ...others])
          expect(byKernel(engine, persons, { evaluator })).toEqual(
            persons.map((person) => sorted(engine.dueIn(person))),
          )
        },
      ),
      { numRuns: evaluator === 'compiled' ? 300 : 100, seed: 26 },
    )
  },
)

test.for(['compiled', 'closures'] as const)(
  '%s says what the interpreter says, whatever the law',
  { timeout: 60_000 },
  (evaluator) => {
    fc.assert(
      fc.property(anyLawAndPersons, ({ law, persons }) => {
        expect(faultsOfLaw(law)).toEqual([])
        const other = engineFor(law)
        expect(byKernel(other, persons, { evaluator })).toEqual(
          persons.map((person) => sorted(other.dueIn(person))),
        )
      }),
      { numRuns: evaluator === 'compiled' ? 400 : 150, seed: 335 },
    )
  },
)

const anyLawAndPersons = fc
  .array(anyPersonMonth, { minLength: 8, maxLength: 24, size: 'max' })
  .chain((persons) => anyLaw(persons[0]!.month).map((law) => ({ law, persons: inOneMonth(persons) })))

function inOneMonth(persons: readonly PersonMonth[]): PersonMonth[] {
  const { month, knownOn } = persons[0]!
  return persons.map((person) => ({ ...person, month, knownOn }))
}

function byKernel({ lawIn }: Engine, persons: readonly PersonMonth[], options: KernelOptions): Due[][] {
  const territories = territoriesOf()
  const columns = monthColumnsOf(persons, territories)
  const { month, knownOn } = persons[0]!
  const kernel = compileMonth(lawIn(month, knownOn)!, territories.names, options)
  const output = dueColumns(persons.length)
  kernel.run(columns, output)
  return persons.map((_, index) => sorted(kernel.dueAt(output, index)))
}

function sorted(dues: readonly Due[]): Due[] {
  return dues
    .filter(({ units }) => units > 0)
    .toSorted((one, other) => one.component.localeCompare(other.component))
}
