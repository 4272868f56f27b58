import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { listEnvelopes, writeSentFile } from '#modules/payments'
import { neededWord, optionalText, print, UsageError, type Command } from './command.ts'
import { t } from './language.ts'
import { withProgram } from './program.ts'

/** Writes the file of an envelope that was sent, the same to the byte, where the next program finds it. */
export const command: Command = {
  usage: 'payments export CODE [--to DIRECTORY]',
  summary: t.summaries.paymentsExport,
  options: { to: { type: 'string' } },
  run: async (given) => {
    const code = neededWord(given, 0, 'CODE')
    const written = await withProgram(({ request }) =>
      request(async (ctx) => {
        const envelope = (await listEnvelopes(ctx, {})).find((one) => one.code === code)
        if (!envelope) throw new UsageError(t.noEnvelope(code))
        ctx.audit({ action: 'payments.file_downloaded', subject: envelope.id })
        return writeSentFile(ctx, envelope)
      }),
    )
    const path = join(optionalText(given, 'to') ?? '.', written.name)
    await copyFile(written.path, path)
    print(given, { ...written, path }, [
      `${path}  ${written.orders}  ${written.amount} đ  sha256 ${written.sha256}`,
    ])
    return 0
  },
}
