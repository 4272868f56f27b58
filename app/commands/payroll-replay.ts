import { Month } from '#kernel/civil-date'
import { replayRuns, type ReplayedRun } from '#modules/payroll'
import { optionalText, print, UsageError, type Command } from './command.ts'
import { t } from './language.ts'
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

function lineOf({
  month,
  people,
  lines,
  arrears,
  amount,
  otherwiseWritten,
  differences,
}: ReplayedRun): string {
  const written = otherwiseWritten > 0 ? `, ${otherwiseWritten} by rules written otherwise` : ''
  return `${month}: ${people} people, ${lines} lines, ${arrears} arrears, ${amount.toLocaleString('vi-VN')} đ, ${differences.length} differences${written}`
}

function differencesIn({ month, differences }: ReplayedRun): string[] {
  return differences
    .slice(0, 20)
    .map(
      ({ personId, component, benefitMonth, by, now, paid }) =>
        `${month}: ${personId} ${component} for ${benefitMonth}: ${by} gives ${now}, paid ${paid}`,
    )
}
