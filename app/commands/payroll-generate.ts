import { randomUUID } from 'node:crypto'
import { Month } from '#kernel/civil-date'
import { formatMonth } from '#kernel/written'
import { generateRun, getRun, listRuns } from '#modules/payroll'
import type { Ctx } from '#platform/server/context'
import { areaOfCode } from './area.ts'
import { neededOption, optionalText, print, UsageError, type Command } from './command.ts'
import { label } from './labels.ts'
import { t } from './language.ts'
import { finishJob } from './jobs.ts'
import { linesOfRun } from './payroll-show.ts'
import { withProgram } from './program.ts'

export const command: Command = {
  usage: 'payroll generate --month YYYY-MM [--area CODE] [--rest]',
  summary: t.summaries.payrollGenerate,
  options: { month: { type: 'string' }, area: { type: 'string' }, rest: { type: 'boolean' } },
  run: async (given) => {
    const month = Month.safeParse(neededOption(given, 'month'))
    if (!month.success) throw new UsageError(t.notAMonth('--month'))
    const run = await withProgram(async (local) => {
      const { id, jobId } = await local.request(async (ctx) => {
        const areaId = await areaOf(ctx, optionalText(given, 'area'))
        const rest = given.options['rest'] === true
        const begun = await generateRun(ctx, { month: month.data, areaId, rest, requestId: randomUUID() })
        ctx.audit({
          action: 'payroll.run_generated',
          subject: begun.id,
          details: { month: month.data, areaId, rest },
        })
        return begun
      })
      await finishJob(
        local,
        jobId,
        t.progress.payroll(formatMonth(month.data)),
        label.payroll.progress.stages,
      )
      return local.request((ctx) => getRun(ctx, { id }))
    })
    print(given, run, linesOfRun(run))
    return 0
  },
}

/** The unit named, or the largest that lists are drawn up for: a commune may have had one of its own lately. */
async function areaOf(ctx: Ctx, code: string | undefined): Promise<number> {
  if (code !== undefined) return areaOfCode(ctx, code)
  const [largest] = (await listRuns(ctx, {})).toSorted((one, other) => other.totals.lines - one.totals.lines)
  if (!largest) throw new UsageError(t.noRunYet)
  return largest.area.id
}
