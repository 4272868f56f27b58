import type { Ctx } from '#platform/server/context'
import { lock } from '#platform/server/request'
import { forWholeCountry } from '#platform/server/whole-country'
import { lockReadyOn, type RecallOrder } from '../../db/recall-requests.ts'
import { decideWayRequest, listWayRequestsOf, type WayRequest } from '../../db/way-requests.ts'
import { isOnAccount } from '../../domain/way-rules.ts'
import { stop } from '../recall.ts'
import { leaveAccountsCalledWrong } from './called-wrong.ts'

/**
 * The account of an order was called wrong, or a fraudster’s: nothing more goes to its payee there. What else has not left is withdrawn
 * and stays owed, a change that was to put the payee on it is stopped, and they are paid in cash until another change counts.
 */
export async function barAccount(ctx: Ctx, { id, payeeId, bank, account }: RecallOrder, paper: string) {
  if (bank === null || account === null) return // It never went to an account.
  const wrong = { bank, account }
  await lock(ctx, `payments.way ${payeeId}`)
  await forWholeCountry(ctx, async (ctx) => {
    for (const order of await lockReadyOn(ctx, payeeId, wrong))
      if (order.id !== id) await stop(ctx, order, 'wrong_account')
    for (const request of await listWayRequestsOf(ctx, [payeeId]))
      if (request.state === 'approved' && isOnAccount(request.after, wrong))
        await stopRequest(ctx, request, paper)
    await leaveAccountsCalledWrong(ctx, [payeeId])
  })
}

/** Nobody refuses what they asked for themselves: they take it back. */
async function stopRequest(ctx: Ctx, { id, personId, askedBy }: WayRequest, paper: string) {
  const state = askedBy === ctx.actor.userId ? 'withdrawn' : 'refused'
  await decideWayRequest(ctx, id, { state, note: paper })
  ctx.emit({ type: `payments.way_${state}`, wayRequestId: id, personId })
}
