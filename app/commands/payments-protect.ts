import { protectProvider, Protection } from '#modules/payments'
import { neededOption, neededWord, print, UsageError, type Command } from './command.ts'
import { t } from './language.ts'
import { withProgram } from './program.ts'

/** Says whether files of a provider are signed and encrypted; the keys lie beside the server. */
export const command: Command = {
  usage: `payments protect CODE --by ${Protection.options.join('|')}`,
  summary: t.summaries.paymentsProtect,
  options: { by: { type: 'string' } },
  run: async (given) => {
    const code = neededWord(given, 0, 'CODE')
    const protection = Protection.safeParse(neededOption(given, 'by'))
    if (!protection.success) throw new UsageError(t.notOneOf('--by', Protection.options))
    const { id } = await withProgram(({ request }) =>
      request((ctx) => protectProvider(ctx, { code, protection: protection.data })),
    )
    print(given, { id, protection: protection.data }, [`${code}: ${protection.data}`])
    return 0
  },
}
