import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { civilDate, month } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import { lawOf, personIn } from '../../law/golden/case-months.ts'
import { goldenCases } from '../../law/golden/index.ts'
import { law } from '../../law/index.ts'
import { r26 } from '../../law/regimes.ts'
import type { Due, PersonMonth } from '../determination.ts'
import { engine, engineFor } from '../determine.ts'
import { choices } from '../facts.ts'
import type { MonthLaw } from '../law-in-force.ts'
import { all, flag, is, not, type Condition } from '../rule-set.ts'
import { faultsOfLaw } from '../soundness.ts'
import { plainStanding, type Standing } from '../standing.ts'
import { monthColumnsOf, territoriesOf } from './columns.ts'
import { compileMonth, dueColumns, type Kernel, type KernelOptions } from './kernel.ts'
import { anyPersonMonth, inOneMonth } from './testing/any-person.ts'
import { anyLaw } from './testing/any-rule-set.ts'

type Engine = ReturnType<typeof engineFor>

test.for(['compiled', 'closures'] as const)('%s says what every case of the law expects', (evaluator) => {
  const asked = goldenCases.flatMap((golden) => {
    const own = golden.provincial ? engineFor(lawOf(golden, law)) : engine
    return golden.expected.map((expected) => {
      const person = personIn(golden, expected, law)
      return { golden, expected, person, ml: own.lawIn(person.month, person.knownOn) }
    })
  })
  for (const [ml, cases] of Map.groupBy(asked, (one) => one.ml)) {
    const persons = cases.map(({ person }) => person)
    const dues = ml ? byKernel(ml, persons, { evaluator }) : []
    for (const [index, { golden, expected }] of cases.entries()) {
      const amounts = Object.fromEntries((dues[index] ?? []).map((due) => [due.component, due.amount]))
      expect([golden.id, expected.month, amounts]).toEqual([golden.id, expected.month, expected.due])
    }
  }
})

test.for(['compiled', 'closures'] as const)(
  '%s says what the interpreter says, whoever it is',
  (evaluator) => {
    fc.assert(
      fc.property(
        anyPersonMonth,
        fc.array(anyPersonMonth, { maxLength: 30, size: 'max' }),
        (first, others) => {
          const persons = inOneMonth([first, ...others])
          expect(byKernel(lawOn(engine, persons), persons, { evaluator })).toEqual(
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
  (evaluator) => {
    fc.assert(
      fc.property(anyLawAndPersons, ({ law, persons }) => {
        expect(faultsOfLaw(law)).toEqual([])
        const other = engineFor(law)
        expect(byKernel(lawOn(other, persons), persons, { evaluator })).toEqual(
          persons.map((person) => sorted(other.dueIn(person))),
        )
      }),
      { numRuns: evaluator === 'compiled' ? 400 : 150, seed: 335 },
    )
  },
)

test('where evaluating strings is forbidden, as a content policy does, closures are used', () => {
  const script = `
    import { engine } from './modules/entitlement/domain/determine.ts'
    import { compileMonth } from './modules/entitlement/domain/evaluators/kernel.ts'
    process.stdout.write(compileMonth(engine.lawIn('2026-11', '2026-11-23'), ['central']).evaluator)`
  const evaluatorUnder = (...flags: string[]) =>
    execFileSync(process.execPath, [...flags, '--input-type=module', '--eval', script], { encoding: 'utf8' })
  expect(evaluatorUnder()).toBe('compiled')
  expect(evaluatorUnder('--disallow-code-generation-from-strings')).toBe('closures')
})

test.for<[what: string, when: Condition]>([
  ['one word and another', all(is('disability', 'severe'), is('disability', 'mild'))],
  ['true and not', all(flag('hiv'), not(flag('hiv')))],
  ['some words and others', all(is('disability', 'severe', 'mild'), is('disability', 'none'))],
])('what asks for %s at once holds for nobody', ([, when]) => {
  const rules = { ...r26, groups: r26.groups.map((group) => ({ ...group, when })) }
  const { lawIn } = engineFor({ ...law, regimes: [{ ...law.regimes.at(-1)!, rules }] })
  const persons = choices.disability.flatMap((disability) =>
    [true, false].map((hiv) => somebody({ disability, hiv })),
  )
  const dues = byKernel(lawIn(ml.month, ml.later.day)!, persons, { evaluator: 'compiled' })
  expect(dues.flat()).toEqual([])
})

test('a law that columns cannot tell the truth about is refused, not rounded', () => {
  const odd = { ...ml, base: () => dong(540_003) }
  expect(() => compileMonth(odd, ['central'])).toThrow('is no sum columns can hold')
  const kernel = compileMonth(ml, ['central'])
  const elsewhere = monthColumnsOf([somebody({ territory: 'another' })], territoriesOf())
  expect(() => kernel.run(elsewhere, dueColumns(1))).toThrow('A territory the law was not compiled for')
})

test.for([false, true])(
  'a kernel of one benefit leaves nothing of what another wrote before into the same columns (shared: %s)',
  (shared) => {
    const territories = territoriesOf()
    const columns = monthColumnsOf([somebody({})], territories)
    const output = dueColumns(1, { shared })
    const [whole, allowance] = [{}, { benefits: ['monthly_allowance'] as const }].map((options) =>
      compileMonth(ml, territories.names, options),
    ) as [Kernel, Kernel] // Two were compiled.
    whole.run(columns, output)
    expect(whole.dueAt(output, 0).map(({ component }) => component)).toEqual(['social_pension'])
    allowance.run(columns, output)
    expect(whole.dueAt(output, 0)).toEqual([])
    expect(Object.values(output.amount).every(([amount]) => amount === 0)).toBe(true)
  },
)

const anyLawAndPersons = fc
  .array(anyPersonMonth, { minLength: 8, maxLength: 24, size: 'max' })
  .chain((persons) => anyLaw(persons[0]!.month).map((law) => ({ law, persons: inOneMonth(persons) })))

const ml = engine.lawIn(month('2026-11'), civilDate('2026-11-23'))!

function somebody(facts: Partial<Standing>): PersonMonth {
  const standing = { ...plainStanding, born: civilDate('1940-01-01'), ...facts }
  return { month: ml.month, knownOn: ml.later.day, earlier: standing, later: standing, awarded: 'all' }
}

function lawOn({ lawIn }: Engine, [first]: readonly PersonMonth[]): MonthLaw {
  return lawIn(first!.month, first!.knownOn)! // Persons are asked for since 2015.
}

function byKernel(ml: MonthLaw, persons: readonly PersonMonth[], options: KernelOptions): Due[][] {
  const territories = territoriesOf()
  const columns = monthColumnsOf(persons, territories)
  const kernel = compileMonth(ml, territories.names, options)
  const output = dueColumns(persons.length)
  kernel.run(columns, output)
  return persons.map((_, index) => sorted(kernel.dueAt(output, index)))
}

function sorted(dues: readonly Due[]): Due[] {
  return dues
    .filter(({ units }) => units > 0)
    .toSorted((one, other) => one.component.localeCompare(other.component))
}
