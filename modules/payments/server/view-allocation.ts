import type { Ctx } from '#platform/server/context'
import type { FundAllocationView } from '../contract.ts'
import type { FundAllocation } from '../db/fund-allocations.ts'

/** A wish as whoever looks at the line sees it. */
export function viewAllocation(ctx: Ctx, allocation: FundAllocation): FundAllocationView {
  const { id, direction, amount, decision, state, askedBy, askedName, askedAt, decidedName, note } =
    allocation
  return {
    id,
    direction,
    amount,
    decision,
    isRefused: state === 'refused',
    asked: { by: { id: askedBy, name: askedName }, at: askedAt },
    refusedBy: state === 'refused' ? decidedName : null,
    note,
    mayDecide:
      state === 'asked' && askedBy !== ctx.actor.userId && ctx.actor.permissions.has('payments.approve'),
  }
}
