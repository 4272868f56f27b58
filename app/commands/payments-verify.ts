import { checkPromises, trialBalance } from '#modules/payments'
import { print, type Command } from './command.ts'
import { label } from './labels.ts'
import { t } from './language.ts'
import { withProgram } from './program.ts'

/** Asks of the books everything they promise, in one moment; what breaks a promise is named. */
export const command: Command = {
  usage: 'payments verify',
  summary: t.summaries.paymentsVerify,
  run: async (given) => {
    const { promises, accounts } = await withProgram(({ request }) =>
      request(async (ctx) => ({ promises: await checkPromises(ctx), accounts: await trialBalance(ctx) })),
    )
    const sum = (side: 'debit' | 'credit') => accounts.reduce((total, one) => total + one[side], 0)
    const result = {
      isRight: promises.every(({ broken }) => broken.length === 0),
      debit: sum('debit'),
      credit: sum('credit'),
      accounts,
      promises,
    }
    print(given, result, [
      ...promises.map(({ promise, broken }) =>
        t.results.promise(
          broken.length === 0 ? label.isRight : label.isWrong,
          t.promises[promise],
          broken.slice(0, 5),
        ),
      ),
      t.results.trialBalance(result.debit, result.credit),
    ])
    return result.isRight ? 0 : 1
  },
}
