/** Payments (chi trả): envelopes, orders, answers, and the ledger behind all of it. */
import type { JobKinds } from '#platform/server/jobs'
import { send } from './server/send.ts'

export { paymentsRoutes } from './server/routes.ts'
export { paymentsSubscribers } from './server/subscribers.ts'

export const paymentsJobs: JobKinds = { 'payments.send': send }
