import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { keepAnswer, listProviders, readResponse } from '#modules/payments'
import { neededOption, neededWord, print, UsageError, type Command } from './command.ts'
import { t } from './language.ts'
import { withProgram } from './program.ts'

/** Reads an answer of any size from the disk: what is too large for a page comes in here. */
export const command: Command = {
  usage: 'payments import FILE --provider CODE',
  summary: t.summaries.paymentsImport,
  options: { provider: { type: 'string' } },
  run: async (given) => {
    const file = neededWord(given, 0, 'FILE')
    const code = neededOption(given, 'provider')
    const { sha256 } = await keepAnswer(createReadStream(file))
    const read = await withProgram(({ request }) =>
      request(async (ctx) => {
        const provider = (await listProviders(ctx)).find((one) => one.code === code)
        if (!provider) throw new UsageError(t.noProvider(code))
        ctx.audit({ action: 'payments.response_received', subject: provider.id })
        const pieces = createReadStream(file, { highWaterMark: 256 * 1024 })
        return readResponse(ctx, { providerId: provider.id, name: basename(file), sha256, pieces })
      }),
    )
    print(given, read, [t.results.answerRead(read.lines, read.moved, read.isNew)])
    return 0
  },
}
