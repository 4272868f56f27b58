import {
  listAwardChannels,
  listChannels,
  setAwardChannel,
  setChannels,
  withoutAccount,
  type Channel,
} from '#modules/payroll'
import type { Ctx } from '#platform/server/context'
import { forWholeCountry } from '#platform/server/whole-country'
import { listCalledWrong, type CalledWrong } from '../../db/called-wrong.ts'
import { accountKey, type Account } from '../../domain/way-rules.ts'
import { fallenAward, recordFallen, type Fallen } from './fall-back.ts'

/** Whoever an account was called wrong for, the latest call first: the payee of a request, or others who are paid on it. */
export function callsOn(ctx: Ctx, account: Account): Promise<CalledWrong[]> {
  return forWholeCountry(ctx, async (ctx) =>
    (await listCalledWrong(ctx, { accounts: [account.account] })).filter(
      (one) => accountKey(one) === accountKey(account),
    ),
  )
}

/** Takes payees off accounts that were called wrong for them, by whatever door they came to be on them. */
export async function leaveAccountsCalledWrong(ctx: Ctx, personIds?: readonly string[]) {
  const calls = Map.groupBy(
    await listCalledWrong(ctx, personIds && { personIds }),
    ({ personId }) => personId,
  )
  if (calls.size === 0) return
  const payees = [...calls.keys()]
  const callOn = (payeeId: string, channel: Channel) =>
    channel.method === 'account'
      ? calls.get(payeeId)?.find((one) => accountKey(one) === accountKey(channel))
      : undefined
  const fallen: Fallen[] = []
  for (const award of await listAwardChannels(ctx, payees)) {
    const call = callOn(award.payeeId, award.channel)
    if (!call) continue
    await setAwardChannel(ctx, award, null)
    fallen.push(fallenAward(award, call.paper))
  }
  for (const [personId, before] of await listChannels(ctx, payees)) {
    const call = callOn(personId, before)
    if (!call) continue
    await setChannels(ctx, [{ personId, channel: withoutAccount(before) }])
    fallen.push({ personId, before, evidence: call.paper })
  }
  await recordFallen(ctx, 'called_wrong', fallen)
}
