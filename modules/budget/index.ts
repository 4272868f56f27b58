/** Budget (dự toán): what a year is expected to cost, what was given for it, and whether that lasts. */
import type { JobKinds } from '#platform/server/jobs'
import { estimateJob } from './server/estimate-job.ts'

export { budgetRoutes } from './server/routes.ts'
export { settleOrder } from './server/place-order.ts'
export { estimateJob } from './server/estimate-job.ts'
export { getEstimate } from './server/show-estimates.ts'
export { EstimateOrder } from './domain/assumptions.ts'

export const budgetJobs: JobKinds = { 'budget.estimate': estimateJob }
