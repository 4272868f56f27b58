import { findPaymentWish } from '#modules/applications'
import { recordWish } from '#modules/payments'
import type { Ctx } from '#platform/server/context'
import type { Subscribers } from '#platform/server/outbox'

/**
 * What a citizen wished for in a file, «nhận qua tài khoản», becomes a request for that way once the award is granted: the
 * officer who drafted the decision stands for it, and somebody else approves it. The event names the decision and no account.
 */
export const wishSubscribers: Subscribers = {
  'payments.take_up_wish': {
    on: ['applications.decided'],
    run: (ctx, event) => takeUpWish(ctx, String(event['documentId'])),
  },
}

async function takeUpWish(ctx: Ctx, documentId: string) {
  const wish = await findPaymentWish(ctx, documentId)
  // Cash at the commune is what everybody gets who says nothing.
  if (wish?.payment.method !== 'account') return
  // Whoever applied gave an account of their own, to receive it in the person’s place: the decision did not let them.
  if (wish.payment.receiver === 'applicant' && !wish.isInPlace) return
  const { bank, account, holder } = wish.payment
  await recordWish(ctx, {
    personId: wish.payeeId,
    way: {
      receiver: null,
      by: {
        channel: 'account',
        bank: bank ?? '',
        account: (account ?? '').replaceAll(/[\s.-]/g, ''),
        holder: holder ?? '',
        isReceivers: false,
      },
    },
    evidence: wish.code,
    // One decision, one request, however often the event comes.
    requestId: documentId,
    askedBy: wish.draftedBy,
    origin: 'application',
    applicationId: wish.applicationId,
  })
}
