import { Month } from '#kernel/civil-date'
import { formatMonth } from '#kernel/written'
import {
  caseInVietnamese,
  casesElsewhere,
  checkCases,
  checkProcedureCases,
  checkSupportCases,
  coverageOf,
  evaluators,
  goldenCases,
  procedureCases,
  supportCaseInVietnamese,
  supportCases,
  type CheckedCase,
  type Evaluator,
} from '#modules/entitlement'
import { print, UsageError, type Command } from './command.ts'
import { label } from './labels.ts'
import { language, t } from './language.ts'

export const command: Command = {
  usage: 'law cases [ID]',
  summary: t.summaries.lawCases,
  run: (given) => {
    const [id] = given.words
    const asked = <Case extends { id: string }>(cases: readonly Case[]) =>
      id === undefined ? cases : cases.filter((one) => one.id === id)
    const monthly = checkCases(asked(goldenCases))
    const others = checkSupportCases(asked(supportCases))
    const ofTime = checkProcedureCases(asked(procedureCases))
    const checked = [...monthly, ...others, ...ofTime]
    const elsewhere = casesElsewhere.flatMap(({ ids, test }) =>
      ids.filter((one) => id === undefined || one === id).map((one) => ({ id: one, test })),
    )
    if (checked.length === 0 && elsewhere.length === 0) throw new UsageError(t.noSuchCase(id ?? ''))
    const coverage = coverageOf(monthly)
    const wrong = checked.filter(({ isRight }) => !isRight).length
    const months = monthly.reduce((sum, one) => sum + one.months.length, 0)
    const lines = [
      ...monthly.flatMap((one) => [headOf(one, caseInVietnamese), ...faultsOf(one)]),
      ...others.flatMap((one) => [
        headOf(one, supportCaseInVietnamese),
        ...one.wrong.map(({ of, ...it }) => `        ${of}: ${said.gives(text(it.given), text(it.wanted))}`),
      ]),
      ...ofTime.flatMap((one) => [
        headOf(one, ({ inVietnamese }) => inVietnamese),
        ...one.wrong.map(({ given, expected }) => `        ${said.gives(given, expected)}`),
      ]),
      ...elsewhere.map(({ id: one, test }) => `${said.elsewhere} ${one}  ${test}`),
      ...(id === undefined ? ['', ...coverage.map(coverageLine)] : []),
      ...(checked.length === 0
        ? []
        : [
            '',
            said.checked({
              cases: monthly.length,
              months,
              by: evaluators.map((evaluator) => label.evaluators[evaluator]).join(', '),
              others: others.length,
              ofTime: ofTime.length,
              wrong,
            }),
            said.sql,
          ]),
    ]
    const cases = checked.map(({ golden, ...result }) => {
      const { id, title, article } = golden
      return { id, title, article, ...result }
    })
    print(given, { isRight: wrong === 0, cases, elsewhere, coverage }, lines)
    return Promise.resolve(wrong === 0 ? 0 : 1)
  },
}

const said = t.cases

type Head<Golden> = {
  readonly golden: Golden & { readonly id: string; readonly title: string; readonly article: string }
  readonly isRight: boolean
}

/** The titles of the cases are English; in Vietnamese it is said who the case is about. */
function headOf<Golden>({ golden, isRight }: Head<Golden>, inVietnamese: (golden: Golden) => string): string {
  const { id, title, article } = golden
  return `${isRight ? said.right : said.wrong} ${id}  ${language === 'en' ? title : inVietnamese(golden)}  (${article})`
}

function faultsOf({ golden, months, wrongStart }: CheckedCase): string[] {
  return [
    ...months.flatMap(({ month, expected, wrong }) =>
      Object.entries(wrong).map(
        ([evaluator, given]) =>
          `        ${formatMonth(Month.parse(month))}: ${label.evaluators[evaluator as Evaluator]}: ${said.gives(text(given), text(expected))}`, // The keys are evaluators.
      ),
    ),
    ...(wrongStart ? [`        ${said.starts(wrongStart, golden.decision?.startsIn ?? '')}`] : []),
  ]
}

function coverageLine({ regime, group, article, cases }: ReturnType<typeof coverageOf>[number]): string {
  return `${String(cases).padStart(4)}  ${regime} ${group}  ${article}`
}

const text = (value: unknown) => JSON.stringify(value)
