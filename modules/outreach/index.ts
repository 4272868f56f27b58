import type { JobKinds } from '#platform/server/jobs'
import { refresh, refreshKind } from './server/refresh.ts'

/** Outreach («sắp đủ điều kiện»): who will gain, lose or change a right, or has one unused, and what was done about it. */
export { outreachRoutes } from './server/routes.ts'
export { outreachSubscribers } from './server/subscriptions.ts'
export { askForRefresh as askForOutreach, refresh as refreshOutreach } from './server/refresh.ts'
export { forgetPass as lookAtEverybodyAgain } from './server/pass.ts'
export { agesOfRules } from './domain/ages.ts'
export { listProspects } from './server/list-prospects.ts'
export { listComing } from './db/list.ts'

export const outreachJobs: JobKinds = { [refreshKind]: refresh }
