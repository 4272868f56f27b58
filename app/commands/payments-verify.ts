import { formatMonth } from '#kernel/written'
import { checkPromises, trialBalance, type Breach } from '#modules/payments'
import { print, type Command } from './command.ts'
import { label } from './labels.ts'
import { t } from './language.ts'
import { money } from './money.ts'
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
          broken.slice(0, 5).map(breachSaid),
        ),
      ),
      t.results.trialBalance(money(result.debit), money(result.credit)),
    ])
    return result.isRight ? 0 : 1
  },
}

/** A line of a list is said in words; anything else is known by its number or code. */
export function breachSaid({
  what,
  personId,
  component,
  benefitMonth,
  listMonth,
  paid,
  given,
}: Breach): string {
  if (!personId || !component || !benefitMonth || !listMonth || paid === undefined) return what
  const benefits: Readonly<Record<string, string>> = label.payroll.components
  const line = t.results.lineOfList({
    person: personId,
    // A rule of aid given once has no name but its own.
    benefit: benefits[component] ?? component,
    benefitMonth: formatMonth(benefitMonth),
    listMonth: formatMonth(listMonth),
    paid: money(paid),
  })
  return given === undefined ? line : line + t.results.given(money(given))
}
