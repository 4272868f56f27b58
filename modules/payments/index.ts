/** Payments (chi trả): envelopes, orders, answers, and the ledger behind all of it. */
import type { JobKinds } from '#platform/server/jobs'
import { askProvider } from './server/recall.ts'
import { fetchAnswers, readAnswer } from './server/receive.ts'
import { send } from './server/send.ts'

export { paymentsRoutes } from './server/routes.ts'
export { askForAnswers } from './server/receive.ts'
export { paymentsSubscribers } from './server/subscribers.ts'

export const paymentsJobs: JobKinds = {
  'payments.send': send,
  'payments.read': readAnswer,
  'payments.fetch': fetchAnswers,
  'payments.recall': askProvider,
}
