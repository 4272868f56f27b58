import { randomUUID } from 'node:crypto'
import { Month } from '#kernel/civil-date'
import { generateRun, getRun, listRuns } from '#modules/payroll'
import type { Ctx } from '#platform/server/context'
import { areaOfCode } from './area.ts'
import { neededOption, optionalText, print, UsageError, type Command } from './command.ts'
import { label } from './labels.ts'
import { monthSaid, t } from './language.ts'
import { finishJob } from './jobs.ts'
import { linesOfRun } from './payroll-show.ts'
import { withProgram } from './program.ts'

export const command: Command = {
  usage: 'payroll generate --month YYYY-MM [--area CODE]',
  summary: t.summaries.payrollGenerate,
  options: { month: { type: 'string' }, area: { type: 'string' } },
  run: async (given) => {
    const month = Month.safeParse(neededOption(given, 'month'))
    if (!month.success) throw new UsageError(t.notAMonth('--month'))
    const run = await withProgram(async (local) => {
      const { id, jobId } = await local.request(async (ctx) => {
        const areaId = await areaOf(ctx, optionalText(given, 'area'))
        const begun = await generateRun(ctx, { month: month.data, areaId, requestId: randomUUID() })
        ctx.audit({ action: 'payroll.run_generated', subject: begun.id })
        return begun
      })
      await finishJob(local, jobId, t.progress.payroll(monthSaid(month.data)), label.payroll.progress.stages)
      return local.request((ctx) => getRun(ctx, { id }))
    })
    print(given, run, linesOfRun(run))
    return 0
  },
}

async function areaOf(ctx: Ctx, code: string | undefined): Promise<number> {
  if (code !== undefined) return areaOfCode(ctx, code)
  const [last] = await listRuns(ctx, {})
  if (!last) throw new UsageError(t.noRunYet)
  return last.area.id
}
