import { addWorkingDays, loadCalendar } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { lock } from '#platform/server/request'
import {
  findRefundsNamed,
  getRefundForUpdate,
  isReceiptKnown,
  judgeRefundLine,
  listDebitsOf,
} from '../db/refunds.ts'
import { isDayOfRefund, latestBooking, receiptKey } from '../domain/refund.ts'
import { bookRefund } from './refunds.ts'

/**
 * Takes what an answer says of refunds: a line that names one that was approved, with its sum, is its
 * confirmation; of a day that cannot be a person asks the provider, and confirms it on paper. What is paid in the evening banks book on
 * the next working day.
 */
export async function takeRefunds(
  ctx: Ctx,
  { responseId, providerId }: { responseId: string; providerId: string },
) {
  const named = await findRefundsNamed(ctx, responseId, providerId)
  if (named.length === 0) return
  await lock(ctx, 'payments.reissue')
  const latest = latestBooking(ctx.today, addWorkingDays(await loadCalendar(ctx), ctx.today, 1))
  for (const { id, number, said, bookedOn, providerRef, outcome } of named) {
    const refund = await getRefundForUpdate(ctx, id)
    const receipt = providerRef ?? `${responseId} ${number}`
    const verdict = await judgeRefund()
    if (verdict === 'noted') {
      await bookRefund(ctx, refund, { receipt, returnedOn: bookedOn ?? ctx.today })
    }
    await judgeRefundLine(ctx, { responseId, number }, { verdict, areaId: refund.areaId })

    async function judgeRefund() {
      if (refund.state === 'confirmed')
        return said === refund.amount && !(await isSecondDebit()) ? 'repeated' : 'contradicts'
      if (refund.state !== 'approved' || (await isReceiptKnown(ctx, refund, receipt))) return 'contradicts'
      if (said !== refund.amount) return 'amount_differs'
      return bookedOn === null || isDayOfRefund(bookedOn, refund, latest) ? 'noted' : 'contradicts'
    }

    /** What was confirmed on paper is told again by a statement; what statements tell under two references left twice. */
    async function isSecondDebit() {
      if (outcome !== 'paid' || providerRef === null) return false
      const told = await listDebitsOf(ctx, refund)
      return told.some((other) => receiptKey(other) !== receiptKey(providerRef))
    }
  }
}
