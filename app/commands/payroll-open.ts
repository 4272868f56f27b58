import { Month } from '#kernel/civil-date'
import { listRuns, setOpening } from '#modules/payroll'
import { neededOption, print, UsageError, type Command } from './command.ts'
import { withProgram } from './program.ts'

export const command: Command = {
  usage: 'payroll open --month YYYY-MM',
  summary:
    'Say which month this installation pays first, once, before its first run: what was paid earlier was paid elsewhere.',
  options: { month: { type: 'string' } },
  run: async (given) => {
    const month = Month.safeParse(neededOption(given, 'month'))
    if (!month.success) throw new UsageError('--month is a month, such as 2026-11')
    const opening = await withProgram((local) =>
      local.request(async (ctx) => {
        if ((await listRuns(ctx, {})).length > 0)
          throw new UsageError('There are runs already; the first month cannot be moved under them')
        const chosen = { month: month.data, knownAt: ctx.now }
        await setOpening(ctx, chosen)
        ctx.audit({ action: 'payroll.opened', details: { month: chosen.month } })
        return chosen
      }),
    )
    print(given, opening, [`The first month to pay is ${opening.month}.`])
    return 0
  },
}
