import { startOf, lawOf } from '../../law/golden/case-months.ts'
import type { GoldenCase } from '../../law/golden/golden-case.ts'
import { isAnswered, questionsOf } from '../../law/golden/questions.ts'
import { law } from '../../law/index.ts'
import type { Due } from '../determination.ts'
import { engine, engineFor } from '../determine.ts'
import { explain } from '../explain.ts'
import { evaluate, evaluators, type Evaluator } from './evaluate.ts'

/** A case, and what every evaluator says of each of its months now. */
export type CheckedCase = {
  readonly golden: GoldenCase
  readonly isRight: boolean
  readonly months: readonly {
    readonly month: string
    readonly expected: Readonly<Record<string, number>>
    /** What those give that give something else. */
    readonly wrong: Readonly<Partial<Record<Evaluator, Readonly<Record<string, number>>>>>
  }[]
  /** What the decision of the case gives for the first month, where that is wrong. */
  readonly wrongStart?: string
  /** Groups the case says something about, by the id of the rule set. */
  readonly groups: readonly string[]
}

/** Asks every evaluator every month of every case. */
export function checkCases(cases: readonly GoldenCase[]): CheckedCase[] {
  return cases.map((golden) => {
    const within = golden.provincial ? engineFor(lawOf(golden, law)) : engine
    const groups = new Set<string>()
    const months = questionsOf([golden]).map((question) => {
      const said = evaluators.map(
        (evaluator) => [evaluator, evaluate(evaluator, within, [question.person])[0]!] as const,
      )
      const explained = explain(question.person, within)
      for (const { group, outcome } of explained.groups)
        if (outcome === 'paid' || question.expected.refused?.includes(group))
          groups.add(`${explained.regime!.id} ${group}`)
      const wrong = said
        .filter(([, due]) => !isAnswered(question, due))
        .map(([evaluator, due]) => [evaluator, amountsOf(due)])
      return {
        month: question.expected.month,
        expected: question.expected.due,
        wrong: Object.fromEntries(wrong),
      }
    })
    const starts = startOf(golden, law)
    const isStart = starts === golden.decision?.startsIn
    return {
      golden,
      isRight: isStart && months.every(({ wrong }) => Object.keys(wrong).length === 0),
      months,
      ...(isStart || !starts ? {} : { wrongStart: starts }),
      groups: [...groups],
    }
  })
}

/** For each article of a rule set: how many cases speak of its group, and how many months they have. */
export function coverageOf(checked: readonly CheckedCase[]) {
  return law.regimes.flatMap(({ rules }) =>
    rules.groups.map(({ id, cite }) => ({
      regime: rules.id,
      article: `${cite.place}, ${cite.document}`,
      group: id,
      cases: checked.filter(({ groups }) => groups.includes(`${rules.id} ${id}`)).length,
    })),
  )
}

function amountsOf(due: readonly Due[]): Record<string, number> {
  return Object.fromEntries(due.map(({ component, amount }) => [component, amount]))
}
