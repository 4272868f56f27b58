import { components, type Due, type PersonMonth } from '../determination.ts'
import { determine, type engine } from '../determine.ts'
import { explain } from '../explain.ts'
import type { MonthLaw } from '../law-in-force.ts'
import { monthColumnsOf, territoriesOf } from './columns.ts'
import { tableFor } from './finite-table.ts'
import { compileMonth, dueColumns } from './kernel.ts'

/** The ways this program can work the law out; all of them have to give the same. */
export const evaluators = ['interpreter', 'explanation', 'kernel', 'table'] as const
export type Evaluator = (typeof evaluators)[number]

/**
 * What one of them gives to people of one month, as it is known on one day: in the order of components, without rights for
 * nothing, which only some of them name.
 */
export function evaluate(
  evaluator: Evaluator,
  within: Pick<typeof engine, 'lawIn'>,
  persons: readonly PersonMonth[],
): readonly (readonly Due[])[] {
  const [first] = persons
  const ml = first && within.lawIn(first.month, first.knownOn)
  if (!ml) return persons.map(() => [])
  return ways[evaluator](ml, persons, within).map(inOrder)
}

type Way = (
  ml: MonthLaw,
  persons: readonly PersonMonth[],
  within: Pick<typeof engine, 'lawIn'>,
) => readonly (readonly Due[])[]

const ways: Readonly<Record<Evaluator, Way>> = {
  interpreter: (ml, persons) => persons.map((person) => determine(ml, person).due),
  explanation: (_, persons, within) => persons.map((person) => explain(person, within).due),
  kernel: (ml, persons) => {
    const territories = territoriesOf()
    const columns = monthColumnsOf(persons, territories)
    const kernel = compileMonth(ml, territories.names)
    const output = dueColumns(persons.length)
    kernel.run(columns, output)
    return persons.map((_, index) => kernel.dueAt(output, index))
  },
  table: (ml, persons) => {
    const table = tables.get(ml) ?? tableFor(ml)
    tables.set(ml, table)
    return persons.map((person) => table.due(person))
  },
}
const tables = new WeakMap<MonthLaw, ReturnType<typeof tableFor>>()

function inOrder(dues: readonly Due[]): readonly Due[] {
  return dues
    .filter(({ units }) => units > 0)
    .toSorted((one, other) => components.indexOf(one.component) - components.indexOf(other.component))
}
