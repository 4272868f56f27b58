/** Payments (chi trả): envelopes, orders, answers, and the ledger behind all of it. */
import type { JobKinds } from '#platform/server/jobs'
import { askProvider } from './server/recall.ts'
import { fetchAnswers, readAnswer } from './server/receive.ts'
import { send } from './server/send.ts'
import { checkName } from './server/ways/check-name.ts'

export { countOnTheWay } from './db/by-unit.ts'
export { keepAnswer } from './server/answer-store.ts'
export { writeSentFile } from './server/download-order-file.ts'
export { askAllocation, decideAllocation } from './server/fund-allocations.ts'
export { allocateFund, openFund } from './server/funds.ts'
export { prepareEnvelopes } from './server/prepare-envelopes.ts'
export { prepareOneOffs } from './server/prepare-one-offs.ts'
export { connectProvider, listProviders, openProvider, protectProvider } from './server/providers.ts'
export { readResponse } from './server/read-response.ts'
export { reconcileEnvelope } from './server/reconcile.ts'
export { sendEnvelope } from './server/send.ts'
export { listEnvelopes } from './server/show-envelopes.ts'
export { approveEnvelope, checkEnvelope } from './server/take-step.ts'
export { uncollectedOf, type Uncollected } from './server/uncollected.ts'
export { checkPromises, type Breach, type PaymentPromise } from './db/promises.ts'
export { trialBalance } from './db/ledger.ts'
export { listCalledMonths } from './db/uncollected.ts'
export { uncollectedInRow, type CalledMonth } from './domain/uncollected.ts'
export { Programme, programmeOf, shareOut } from './domain/programme.ts'
export { listUseOfFunds } from './server/use-of-funds.ts'
export { Delivery, Protection } from './domain/provider.ts'
export { paymentsRoutes } from './server/routes.ts'
export { askForAnswers } from './server/receive.ts'
export { applyWays } from './server/ways/apply.ts'
export { askBanksAgain } from './server/ways/check-name.ts'
export { getPersonWays } from './server/ways/show.ts'
export { newsOfWay, type WayNews } from './server/ways/news.ts'
export { recordWish } from './server/ways/ask.ts'
export { askForReceiver, receiverOf } from './server/ways/receiver.ts'
export { countAskedWays, listWayHeads, type WayHead } from './db/way-heads.ts'
export { paymentsSubscribers } from './server/subscribers.ts'

export const paymentsJobs: JobKinds = {
  'payments.send': send,
  'payments.read': readAnswer,
  'payments.fetch': fetchAnswers,
  'payments.recall': askProvider,
  'payments.check_name': checkName,
}
