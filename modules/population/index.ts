import type { JobKinds } from '#platform/server/jobs'
import { sync, syncKind } from './server/sync.ts'
import { verify, verifyKind } from './server/verify.ts'

/** Population (dân cư, hộ tịch): keeps the register in step with the national one, and compares people with it. */
export { populationRoutes } from './server/routes.ts'
export { askForChanges, type Synced } from './server/sync.ts'
export { askToVerify, type Compared } from './server/verify.ts'
export { exportResidents } from './server/export.ts'

export const populationJobs: JobKinds = { [syncKind]: sync, [verifyKind]: verify }
