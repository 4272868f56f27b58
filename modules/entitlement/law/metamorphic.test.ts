import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMonths, civilDate, month } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import { engine, engineFor } from '../domain/determine.ts'
import type { Due, PersonMonth } from '../domain/determination.ts'
import { evaluate, evaluators } from '../domain/evaluators/evaluate.ts'
import { anyPersonMonth, inOneMonth } from '../domain/evaluators/testing/any-person.ts'
import type { Law } from '../domain/law-in-force.ts'
import { amend } from '../domain/rule-set.ts'
import { law } from './index.ts'
import { r26 } from './regimes.ts'

const people = fc.array(anyPersonMonth, { minLength: 12, maxLength: 30, size: 'max' }).map(inOneMonth)

test('a higher standard lowers nobody, whatever evaluator is asked', () => {
  const higher = engineFor(withStandard((value) => value + 10_000))
  fc.assert(
    fc.property(people, (some) => {
      // Open question C20-NCC: whoever enters a facility beside an allowance for meritorious service.
      const persons = some.filter(
        ({ earlier, later }) => earlier?.facility === later?.facility || !later?.meritorious,
      )
      for (const evaluator of evaluators) {
        const [before, after] = [engine, higher].map((within) =>
          evaluate(evaluator, within, persons).map(sum),
        )
        for (const [index, amount] of before!.entries()) expect(after![index]).toBeGreaterThanOrEqual(amount)
      }
    }),
    { numRuns: 60, seed: 1 },
  )
})

test('nobody is due anything else for standing elsewhere in the list, or in another batch', () => {
  fc.assert(
    fc.property(people, fc.integer({ min: 1, max: 11 }), (persons, size) => {
      for (const evaluator of evaluators) {
        const given = evaluate(evaluator, engine, persons)
        expect(evaluate(evaluator, engine, persons.toReversed()).toReversed()).toEqual(given)
        const batches = [persons.slice(0, size), persons.slice(size)]
        expect(batches.flatMap((batch) => evaluate(evaluator, engine, batch))).toEqual(given)
      }
    }),
    { numRuns: 30, seed: 2 },
  )
})

test('a province that sets less than the centre changes nothing', () => {
  const below = engineFor(withProvince(dong(100_000)))
  const above = engineFor(withProvince(dong(900_000)))
  let raised = 0
  fc.assert(
    fc.property(anyPersonMonth, (person) => {
      const there = { ...person, earlier: livingThere(person.earlier), later: livingThere(person.later) }
      const [due, centre] = [below.dueIn(there), engine.dueIn(there)]
      expect(due.map(amountOf)).toEqual(centre.map(amountOf))
      if (sum(above.dueIn(there)) > sum(centre)) raised++
    }),
    { numRuns: 500, seed: 3 },
  )
  expect(raised).toBeGreaterThan(50)
})

test('a reform that changes nothing changes nothing, to the version of the rules', () => {
  const last = law.regimes.at(-1)!
  const rules = amend(r26, { id: r26.id, label: r26.label })
  const reform = { ...last, from: month('2027-01'), inForce: civilDate('2027-01-01'), rules }
  const reformed = engineFor({ ...law, regimes: [...law.regimes, reform] })
  fc.assert(
    fc.property(anyPersonMonth, fc.integer({ min: 0, max: 11 }), (person, months) => {
      const later = {
        ...person,
        month: addMonths(month('2027-01'), months),
        knownOn: civilDate('2027-12-31'),
      }
      expect(reformed.dueIn(later)).toEqual(engine.dueIn(later))
    }),
    { numRuns: 500, seed: 4 },
  )
})

test('what territories are due adds up to what all are due', () => {
  fc.assert(
    fc.property(people, (persons) => {
      const territories = Map.groupBy(persons, ({ later, earlier }) => (later ?? earlier)?.territory)
      for (const evaluator of evaluators) {
        const total = (some: readonly PersonMonth[]) =>
          evaluate(evaluator, engine, some).map(sum).reduce(add, 0)
        expect([...territories.values()].map(total).reduce(add, 0)).toBe(total(persons))
      }
    }),
    { numRuns: 30, seed: 5 },
  )
})

function livingThere<Standing extends { territory: string }>(standing: Standing | undefined) {
  return standing && { ...standing, territory: 'elsewhere' }
}

function withStandard(change: (value: number) => number): Law {
  return withStandards((standard) =>
    standard.map((dated) => ({ ...dated, value: dong(change(dated.value)) })),
  )
}

function withProvince(value: ReturnType<typeof dong>): Law {
  const cite = { document: 'Nghị quyết', place: 'Điều 1', certainty: 'verified' } as const
  return withStandards((standard) => [
    ...standard,
    { territory: 'elsewhere', from: month('2015-01'), value, cite },
  ])
}

type Standard = (typeof r26)['parameters']['standard']

function withStandards(change: (standard: Standard) => Standard): Law {
  const [first, ...others] = law.regimes.map((regime) => {
    const { rules } = regime
    const { parameters } = rules
    return {
      ...regime,
      rules: { ...rules, parameters: { ...parameters, standard: change(parameters.standard) } },
    }
  })
  return { ...law, regimes: [first!, ...others] }
}

const amountOf = ({ rule, amount }: Due) => [rule, amount]
const add = (one: number, other: number) => one + other
const sum = (dues: readonly Due[]) => dues.reduce((total, { amount }) => total + amount, 0)
