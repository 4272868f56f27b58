import type { CivilDate, Month } from '#kernel/civil-date'
import { lawOf, personIn, startOf } from '../../law/golden/case-months.ts'
import { engineFor } from '../determine.ts'
import type { Component, Due } from '../determination.ts'
import { explain } from '../explain.ts'
import type { Law } from '../law-in-force.ts'
import type { RegimeId } from '../rule-set.ts'
import type { Expected, GoldenCase } from '../../law/golden/golden-case.ts'

/** What the engine gave for one month of a case, beside what the article was worked out to give. */
export type CaseMonth = {
  readonly month: Month
  readonly knownOn: CivilDate
  /** The case asks what was known on a day of its own. */
  readonly isOfItsDay: boolean
  readonly regime: RegimeId | undefined
  readonly expected: Readonly<Partial<Record<Component, number>>>
  readonly due: readonly Pick<Due, 'component' | 'rule' | 'amount'>[]
  /** Groups the case says give nothing. */
  readonly refused: readonly string[]
  readonly isRight: boolean
}

/** A case of the law with what the engine says of it now. */
export type CaseResult = {
  readonly id: string
  readonly title: string
  readonly article: string
  readonly person: GoldenCase['person']
  readonly provincial?: GoldenCase['provincial']
  readonly decision?: NonNullable<GoldenCase['decision']> & { readonly starts: Month }
  readonly months: readonly CaseMonth[]
  /** The rules the case fixes: groups by an amount or a refusal, and what shuts out by whom it shuts out or, said so, does not. */
  readonly rules: readonly string[]
  readonly isRight: boolean
}

/** Runs a case through the engine, month by month. */
export function runCase(golden: GoldenCase, national: Law): CaseResult {
  const law = lawOf(golden, national)
  const engine = engineFor(law)
  const starts = startOf(golden, law)
  const rules = new Set(golden.fixes)
  const months = golden.expected.map((expected) => {
    const person = personIn(golden, expected, law)
    const { due, groups: explained, regime } = explain(person, engine)
    for (const { group, outcome, exclusion } of explained) {
      if (outcome === 'paid') rules.add(group)
      if (outcome === 'excluded') rules.add(exclusion!.id) // It is what excludes.
    }
    for (const group of expected.refused ?? []) rules.add(group)
    const isRefused = (group: string) =>
      explained.some((one) => one.group === group && one.outcome !== 'paid')
    return {
      month: person.month,
      knownOn: person.knownOn,
      isOfItsDay: expected.knownOn !== undefined,
      regime: regime?.id,
      expected: expected.due,
      due: due.map(({ component, rule, amount }) => ({ component, rule, amount })),
      refused: expected.refused ?? [],
      isRight:
        isDue(due, expected.due) &&
        (expected.rules ?? []).every((rule) => due.some((one) => one.rule === rule)) &&
        (expected.refused ?? []).every(isRefused),
    }
  })
  const { id, title, article, person, provincial, decision } = golden
  return {
    id,
    title,
    article,
    person,
    ...(provincial && { provincial }),
    ...(decision && starts && { decision: { ...decision, starts } }),
    months,
    rules: [...rules],
    isRight: months.every(({ isRight }) => isRight) && (!decision || decision.startsIn === starts),
  }
}

function isDue(due: readonly Due[], expected: Expected['due']): boolean {
  const wanted = Object.entries(expected)
  return (
    due.length === wanted.length &&
    wanted.every(([component, amount]) =>
      due.some((one) => one.component === component && one.amount === amount),
    )
  )
}
