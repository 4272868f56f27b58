/** Payment without cash («chi trả không dùng tiền mặt»): the plan of its roll-out, who is visited, and what it changes. */
import type { JobKinds } from '#platform/server/jobs'
import { refresh, refreshKind } from './server/refresh.ts'

export { cashlessRoutes } from './server/routes.ts'
export { cashlessSubscribers } from './server/subscriptions.ts'
export { askForCountingDaily } from './server/refresh.ts'
export { changeWave, planWave } from './server/waves.ts'

export const cashlessJobs: JobKinds = { [refreshKind]: refresh }
