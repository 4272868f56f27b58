import type { JobKinds } from '#platform/server/jobs'
import { countJob, countKind } from './server/import-effects.ts'

/** Changes (biến động): what alters rights is asked for with its paper, decided by a second person, and recorded. */
export { changesRoutes } from './server/routes.ts'
export { changesSubscribers } from './server/follow.ts'
export { watchMoney } from './server/watch-money.ts'
export { findOpenRequest, openFound, openRequest, type Found } from './server/open.ts'
export { statesOf as statesOfChanges } from './db/found.ts'
export type { State as ChangeState } from './domain/state.ts'
export type { Change as ChangeToRecord } from './domain/change.ts'

export const changesJobs: JobKinds = { [countKind]: countJob }
