import { addYears, beginningOf, todayInVietnam } from '#kernel/civil-date'
import { createMachine } from '#modules/identity'
import { Username } from '#modules/identity/contract'
import { neededOption, print, UsageError, type Command } from './command.ts'
import { t } from './language.ts'
import { withProgram } from './program.ts'

/** Lets another system call us for a unit; its key is printed once and can be asked for nowhere else. */
export const command: Command = {
  usage: 'machine create --name NAME --username NAME --area ID',
  summary: t.summaries.machineCreate,
  options: { name: { type: 'string' }, username: { type: 'string' }, area: { type: 'string' } },
  run: async (given) => {
    const username = Username.safeParse(neededOption(given, 'username'))
    if (!username.success) throw new UsageError(t.notAUsername)
    const area = neededOption(given, 'area')
    if (!/^[1-9]\d{0,8}$/.test(area)) throw new UsageError(t.notAnArea(area))
    const machine = {
      name: neededOption(given, 'name'),
      username: username.data,
      role: 'payment_source',
      areaId: Number(area),
      expiresAt: beginningOf(addYears(todayInVietnam(), 1)),
    } as const
    const made = await withProgram((local) =>
      local.request((ctx) => {
        ctx.audit({
          action: 'identity.machine_created',
          details: { role: machine.role, areaId: machine.areaId },
        })
        return createMachine(ctx, machine)
      }),
    )
    print(given, { ...made, expiresAt: machine.expiresAt }, [
      t.results.userCreated(machine.username, made.userId),
      made.key,
    ])
    return 0
  },
}
