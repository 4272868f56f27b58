import { Month } from '#kernel/civil-date'
import { formatCount, formatMonth } from '#kernel/written'
import { getRun, listRuns } from '#modules/payroll'
import { optionalText, print, UsageError, type Command } from './command.ts'
import { label } from './labels.ts'
import { t } from './language.ts'
import { money } from './money.ts'
import { withProgram } from './program.ts'

type Run = Awaited<ReturnType<typeof getRun>>

export const command: Command = {
  usage: 'payroll show [--month YYYY-MM]',
  summary: t.summaries.payrollShow,
  options: { month: { type: 'string' } },
  run: async (given) => {
    const month = Month.optional().safeParse(optionalText(given, 'month'))
    if (!month.success) throw new UsageError(t.notAMonth('--month'))
    return withProgram(async ({ request }) => {
      const runs = await request((ctx) => listRuns(ctx, { month: month.data }))
      if (month.data === undefined) {
        print(
          given,
          runs,
          runs.map(
            (run) =>
              `${formatMonth(run.month)}  ${areaSaid(run)}  ${label.payroll.states[run.state]}  ${sum(run.totals)}`,
          ),
        )
        return 0
      }
      const shown = await Promise.all(runs.map(({ id }) => request((ctx) => getRun(ctx, { id }))))
      if (shown.length === 0) {
        process.stderr.write(`${t.results.noRun(formatMonth(month.data))}\n`)
        if (given.isJson) print(given, shown, [])
        return 1
      }
      print(given, shown, shown.flatMap(linesOfRun))
      return 0
    })
  },
}

/** A run for a person to read: totals by scheme, and what changed with its reasons. */
export function linesOfRun(run: Run): string[] {
  const { month, state, totals, totalInWords, byComponent, comparison, inputsHash } = run
  return [
    `${formatMonth(month)}  ${areaSaid(run)}  ${label.payroll.states[state]}  ${run.id}`,
    `${t.results.total}: ${sum(totals)} (${totalInWords})`,
    ...byComponent.map(
      ({ component, ...tally }) => `  ${label.payroll.components[component]}: ${sum(tally)}`,
    ),
    ...(comparison.hasMonthBefore ? [t.results.since(formatMonth(comparison.month))] : []),
    ...comparison.changes.map(
      ({ reason, people, difference }) =>
        `  ${label.payroll.reasons[reason]}: ${t.results.people(formatCount(people))}, ${money(difference)}`,
    ),
    `${t.results.inputs}: ${inputsHash ?? t.results.notFrozen}`,
  ]
}

function areaSaid({ area, except }: Pick<Run, 'area' | 'except'>) {
  return except.length === 0
    ? area.name
    : `${area.name}, ${label.payroll.without(except.map(({ name }) => name))}`
}

function sum({ people, lines, amount }: Run['totals']) {
  return t.results.tally(formatCount(people), formatCount(lines), money(amount))
}
