import type { Ctx } from '#platform/server/context'
import { lock } from '#platform/server/request'
import { findRefundsNamed, getRefundRow, isReceiptKnown, judgeRefundLine } from '../db/refunds.ts'
import { isDayOfRefund } from '../domain/refund.ts'
import { bookRefund } from './refunds.ts'

/**
 * Takes what an answer says of refunds: a line that names one that was approved, with its sum, is its
 * confirmation; of a day that cannot be a person asks the provider, and confirms it on paper.
 */
export async function takeRefunds(
  ctx: Ctx,
  { responseId, providerId }: { responseId: string; providerId: string },
) {
  const named = await findRefundsNamed(ctx, responseId, providerId)
  if (named.length > 0) await lock(ctx, 'payments.reissue')
  for (const { id, number, said, bookedOn, providerRef } of named) {
    const refund = await getRefundRow(ctx, id, { forUpdate: true })
    const receipt = providerRef ?? `${responseId} ${number}`
    const verdict = await judgeRefund()
    if (verdict === 'noted') {
      await bookRefund(ctx, refund, { receipt, returnedOn: bookedOn ?? ctx.today })
    }
    await judgeRefundLine(ctx, { responseId, number }, { verdict, areaId: refund.areaId })

    async function judgeRefund() {
      // What was confirmed on paper before is told again by the statement.
      if (refund.state === 'confirmed')
        return refund.receipt === receipt || said === refund.amount ? 'repeated' : 'contradicts'
      if (refund.state !== 'approved' || (await isReceiptKnown(ctx, refund, receipt))) return 'contradicts'
      if (said !== refund.amount) return 'amount_differs'
      return bookedOn === null || isDayOfRefund(bookedOn, refund, ctx.today) ? 'noted' : 'contradicts'
    }
  }
}
