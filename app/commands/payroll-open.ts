import { Month } from '#kernel/civil-date'
import { formatMonth } from '#kernel/written'
import { listRuns, setOpening } from '#modules/payroll'
import { neededOption, print, UsageError, type Command } from './command.ts'
import { t } from './language.ts'
import { withProgram } from './program.ts'

export const command: Command = {
  usage: 'payroll open --month YYYY-MM',
  summary: t.summaries.payrollOpen,
  options: { month: { type: 'string' } },
  run: async (given) => {
    const month = Month.safeParse(neededOption(given, 'month'))
    if (!month.success) throw new UsageError(t.notAMonth('--month'))
    const opening = await withProgram((local) =>
      local.request(async (ctx) => {
        if ((await listRuns(ctx, {})).length > 0) throw new UsageError(t.runsAlready)
        const chosen = { month: month.data, knownAt: ctx.now }
        await setOpening(ctx, chosen)
        ctx.audit({ action: 'payroll.opened', details: { month: chosen.month } })
        return chosen
      }),
    )
    print(given, opening, [t.results.opened(formatMonth(opening.month))])
    return 0
  },
}
