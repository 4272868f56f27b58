import { dong } from '#kernel/dong'
import { choices } from '../facts.ts'
import type { ChildCount, ChildTest, Condition } from '../rule-set.ts'

/** Something one could have written instead, and what was changed to get there. */
export type Variant<Value> = { readonly what: string; readonly value: Value }

/** A month and a year to either side of an age. */
const steps = [-12, -1, 1, 12]

/** Every small mistake one could make in writing a condition down. */
export function* variantsOf(condition: Condition): Generator<Variant<Condition>> {
  switch (condition.kind) {
    case 'is':
      yield* valuesOf(condition)
      return
    case 'flag':
      yield { what: `not ${condition.fact}`, value: { kind: 'not', of: condition } }
      return
    case 'not':
      yield { what: `without the «not» before ${nameOf(condition.of)}`, value: condition.of }
      for (const { what, value } of variantsOf(condition.of))
        yield { what, value: { kind: 'not', of: value } }
      return
    case 'all':
    case 'any':
      yield* partsOf(condition)
      return
    case 'ageFrom':
    case 'ageBelow':
      yield* agesOf(condition)
      return
    case 'livesIn':
      yield { what: 'lives anywhere else', value: { kind: 'not', of: condition } }
      return
    case 'countAtLeast':
      for (const count of [condition.count - 1, condition.count + 1])
        yield { what: `${count} children instead of ${condition.count}`, value: { ...condition, count } }
      for (const { what, value } of childrenOf(condition.children))
        yield { what, value: { ...condition, children: value } }
      return
    case 'inGroup':
      return // What it means is changed in the group; that it is asked, where it stands.
    case 'amountBelow':
      yield* limitsOf(condition)
  }
}

type Of<Kind extends Condition['kind']> = Extract<Condition, { kind: Kind }>

function* valuesOf(condition: Of<'is'>): Generator<Variant<Condition>> {
  const { fact, among } = condition
  const known: readonly string[] = choices[fact]
  for (const value of known)
    if (!among.includes(value))
      yield { what: `${fact} also ${value}`, value: { ...condition, among: [...among, value] } }
    else if (among.length > 1)
      yield {
        what: `${fact} not ${value}`,
        value: { ...condition, among: among.filter((one) => one !== value) },
      }
}

function* partsOf(condition: Of<'all' | 'any'>): Generator<Variant<Condition>> {
  const { kind, of } = condition
  if (of.length > 1) {
    yield {
      what: `«${kind === 'all' ? 'any' : 'all'}» instead of «${kind}»`,
      value: { kind: kind === 'all' ? 'any' : 'all', of },
    }
    for (const [index, part] of of.entries())
      yield { what: `without ${nameOf(part)}`, value: { kind, of: of.toSpliced(index, 1) } }
  }
  for (const [index, part] of of.entries())
    for (const { what, value } of variantsOf(part)) yield { what, value: { kind, of: of.with(index, value) } }
}

function* agesOf(condition: Of<'ageFrom' | 'ageBelow'>): Generator<Variant<Condition>> {
  const { kind, months } = condition
  const other = kind === 'ageFrom' ? 'ageBelow' : 'ageFrom'
  yield { what: `${other} instead of ${kind} ${ageIn(months)}`, value: { kind: other, months } }
  for (const step of steps)
    yield {
      what: `${kind} ${ageIn(months + step)} instead of ${ageIn(months)}`,
      value: { kind, months: months + step },
    }
}

function* limitsOf(condition: Of<'amountBelow'>): Generator<Variant<Condition>> {
  const { facts, limit } = condition
  if (facts.length > 1)
    for (const fact of facts)
      yield {
        what: `${fact} does not count`,
        value: { ...condition, facts: facts.filter((one) => one !== fact) },
      }
  if (limit === 'social_pension')
    yield { what: 'any amount shuts out', value: { ...condition, limit: dong(1) } }
  else
    for (const step of [-1, 1])
      yield {
        what: `${facts.join(' and ')} below ${limit + step}`,
        value: { ...condition, limit: dong(limit + step) },
      }
}

/** And every small mistake in saying which children count. */
export function* childrenOf(count: ChildCount): Generator<Variant<ChildCount>> {
  const { anyOf } = count
  for (const [index, test] of anyOf.entries()) {
    if (anyOf.length > 1)
      yield {
        what: `without children ${testIn(test)}`,
        value: { ...count, anyOf: anyOf.toSpliced(index, 1) },
      }
    for (const { what, value } of testsOf(test))
      yield { what, value: { ...count, anyOf: anyOf.with(index, value) } }
  }
}

function* testsOf(test: ChildTest): Generator<Variant<ChildTest>> {
  for (const edge of ['fromMonths', 'belowMonths'] as const) {
    const months = test[edge]
    if (months === undefined) continue
    for (const step of steps)
      yield {
        what: `children ${edge === 'fromMonths' ? 'from' : 'below'} ${ageIn(months + step)} instead of ${ageIn(months)}`,
        value: { ...test, [edge]: months + step },
      }
  }
  for (const fact of test.is ?? [])
    yield {
      what: `children ${testIn(test)} without ${fact}`,
      value: { ...test, is: test.is!.filter((one) => one !== fact) },
    }
}

/** A condition in a word or two, for a list of mutants. */
function nameOf(condition: Condition): string {
  switch (condition.kind) {
    case 'is':
      return `${condition.fact} ${condition.among.join('|')}`
    case 'flag':
      return condition.fact
    case 'not':
      return `not ${nameOf(condition.of)}`
    case 'all':
    case 'any':
      return `${condition.kind}(${condition.of.map(nameOf).join(', ')})`
    case 'ageFrom':
    case 'ageBelow':
      return `${condition.kind} ${ageIn(condition.months)}`
    case 'livesIn':
      return condition.territories.join('|')
    case 'countAtLeast':
      return `${condition.count} children`
    case 'inGroup':
      return condition.group
    case 'amountBelow':
      return `${condition.facts.join(' and ')} below ${condition.limit}`
  }
}

function testIn({ fromMonths, belowMonths, is = [] }: ChildTest): string {
  return [
    ...(fromMonths === undefined ? [] : [`from ${ageIn(fromMonths)}`]),
    ...(belowMonths === undefined ? [] : [`below ${ageIn(belowMonths)}`]),
    ...is,
  ].join(' ')
}

function ageIn(months: number): string {
  return months % 12 === 0 ? String(months / 12) : `${Math.floor(months / 12)} years ${months % 12} months`
}
