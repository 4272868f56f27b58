import { connectProvider, Delivery } from '#modules/payments'
import { neededWord, optionalText, print, UsageError, type Command } from './command.ts'
import { t } from './language.ts'
import { withProgram } from './program.ts'

/** Says where files of a provider go and come from; only here, for a page that could might write anywhere. */
export const command: Command = {
  usage: 'payments connect CODE (--by hand | --by folder --outbox DIR --inbox DIR | --by http --url URL)',
  summary: t.summaries.paymentsConnect,
  options: {
    by: { type: 'string' },
    outbox: { type: 'string' },
    inbox: { type: 'string' },
    url: { type: 'string' },
  },
  run: async (given) => {
    const code = neededWord(given, 0, 'CODE')
    const delivery = Delivery.safeParse({
      by: optionalText(given, 'by'),
      outbox: optionalText(given, 'outbox'),
      inbox: optionalText(given, 'inbox'),
      url: optionalText(given, 'url'),
    })
    if (!delivery.success) throw new UsageError(t.missing('--by, --outbox, --inbox, --url'))
    const { id } = await withProgram(({ request }) =>
      request((ctx) => connectProvider(ctx, { code, delivery: delivery.data })),
    )
    print(given, { id, ...delivery.data }, [`${code}: ${delivery.data.by}`])
    return 0
  },
}
