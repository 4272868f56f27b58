import { Month } from '#kernel/civil-date'
import { formatCount, formatMonth } from '#kernel/written'
import { replayRuns, type ReplayedRun } from '#modules/payroll'
import { optionalText, print, UsageError, type Command } from './command.ts'
import { label } from './labels.ts'
import { t } from './language.ts'
import { money } from './money.ts'
import { withProgram } from './program.ts'

export const command: Command = {
  usage: 'payroll replay [--month YYYY-MM]',
  summary: t.summaries.payrollReplay,
  options: { month: { type: 'string' } },
  run: async (given) => {
    const month = Month.optional().safeParse(optionalText(given, 'month'))
    if (!month.success) throw new UsageError(t.notAMonth('--month'))
    return withProgram(async ({ request }) => {
      const replayed: ReplayedRun[] = []
      for await (const run of replayRuns(request, month.data)) {
        replayed.push(run)
        process.stderr.write(`${lineOf(run)}\n`)
      }
      const differing = replayed.reduce((sum, { differences }) => sum + differences.length, 0)
      print(given, replayed, [
        ...replayed.flatMap(differencesIn),
        t.results.replayed(replayed.length, differing),
      ])
      return differing === 0 && replayed.length > 0 ? 0 : 1
    })
  },
}

function lineOf({ month, amount, otherwiseWritten, differences, ...counts }: ReplayedRun): string {
  const said = t.results.replayedRun({
    month: formatMonth(month),
    people: formatCount(counts.people),
    lines: formatCount(counts.lines + counts.arrears),
    arrears: formatCount(counts.arrears),
    amount: money(amount),
    differences: formatCount(differences.length),
  })
  return otherwiseWritten > 0 ? said + t.results.otherwiseWritten(formatCount(otherwiseWritten)) : said
}

function differencesIn({ month, differences }: ReplayedRun): string[] {
  return differences.slice(0, 20).map(({ personId, component, benefitMonth, by, now, paid }) =>
    t.results.replayedLine({
      month: formatMonth(month),
      person: personId,
      component: label.payroll.components[component],
      benefitMonth: formatMonth(benefitMonth),
      by: label.evaluators[by],
      now: money(now),
      paid: money(paid),
    }),
  )
}
