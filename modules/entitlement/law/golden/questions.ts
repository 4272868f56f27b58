import type { Due, PersonMonth } from '../../domain/determination.ts'
import { law } from '../index.ts'
import { personIn } from './case-months.ts'
import type { Expected, GoldenCase } from './golden-case.ts'
import { goldenCases } from './index.ts'

/** One month of a case, as it is asked of the law, and what must be answered. */
export type Question = {
  readonly golden: GoldenCase
  readonly expected: Expected
  readonly person: PersonMonth
}

/** Every month of every case. */
export function questionsOf(cases: readonly GoldenCase[] = goldenCases): Question[] {
  return cases.flatMap((golden) =>
    golden.expected.map((expected) => ({ golden, expected, person: personIn(golden, expected, law) })),
  )
}

/** Whether these dues are what the case says: every amount to the đồng, nothing else, and the rules it names among them. */
export function isAnswered(
  { expected }: Question,
  due: readonly Pick<Due, 'component' | 'amount' | 'rule'>[],
): boolean {
  const wanted = Object.entries(expected.due)
  return (
    due.length === wanted.length &&
    wanted.every(([component, amount]) =>
      due.some((one) => one.component === component && one.amount === amount),
    ) &&
    (expected.rules ?? []).every((rule) => due.some((one) => one.rule === rule))
  )
}
