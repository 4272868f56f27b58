import {
  checkCases,
  checkSupportCases,
  coverageOf,
  evaluators,
  goldenCases,
  supportCases,
  type CheckedCase,
} from '#modules/entitlement'
import { print, UsageError, type Command } from './command.ts'
import { t } from './language.ts'

export const command: Command = {
  usage: 'law cases [ID]',
  summary: t.summaries.lawCases,
  run: (given) => {
    const [id] = given.words
    const asked = <Case extends { id: string }>(cases: readonly Case[]) =>
      id === undefined ? cases : cases.filter((one) => one.id === id)
    const monthly = checkCases(asked(goldenCases))
    const others = checkSupportCases(asked(supportCases))
    const checked = [...monthly, ...others]
    if (checked.length === 0) throw new UsageError(t.noSuchCase(id ?? ''))
    const coverage = coverageOf(monthly)
    const wrong = checked.filter(({ isRight }) => !isRight).length
    const months = monthly.reduce((sum, one) => sum + one.months.length, 0)
    const lines = [
      ...monthly.flatMap((one) => [headOf(one), ...faultsOf(one)]),
      ...others.flatMap((one) => [
        headOf(one),
        ...one.wrong.map(
          ({ of, ...it }) => `        ${of}: gives ${text(it.given)}, wanted ${text(it.wanted)}`,
        ),
      ]),
      ...(id === undefined ? ['', ...coverage.map(coverageLine)] : []),
      '',
      `${counted(monthly.length, 'case')} of ${counted(months, 'month')}, each by ${evaluators.join(', ')}; ${others.length} of events and rights: ${wrong === 0 ? 'all right' : `${wrong} wrong`}`,
    ]
    const cases = checked.map(({ golden, ...result }) => {
      const { id, title, article } = golden
      return { id, title, article, ...result }
    })
    print(given, { isRight: wrong === 0, cases, coverage }, lines)
    return Promise.resolve(wrong === 0 ? 0 : 1)
  },
}

type Head = {
  readonly golden: { readonly id: string; readonly title: string; readonly article: string }
  readonly isRight: boolean
}

function headOf({ golden: { id, title, article }, isRight }: Head): string {
  return `${isRight ? 'ok   ' : 'WRONG'} ${id}  ${title}  (${article})`
}

function faultsOf({ golden, months, wrongStart }: CheckedCase): string[] {
  return [
    ...months.flatMap(({ month, expected, wrong }) =>
      Object.entries(wrong).map(
        ([evaluator, given]) =>
          `        ${month}: ${evaluator} gives ${text(given)}, wanted ${text(expected)}`,
      ),
    ),
    ...(wrongStart ? [`        starts in ${wrongStart}, wanted ${golden.decision?.startsIn}`] : []),
  ]
}

function coverageLine({ regime, group, article, cases }: ReturnType<typeof coverageOf>[number]): string {
  return `${String(cases).padStart(4)}  ${regime} ${group}  ${article}`
}

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`
const text = (value: unknown) => JSON.stringify(value)
