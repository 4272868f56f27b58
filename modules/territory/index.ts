import type { JobKinds } from '#platform/server/jobs'
import { applyJob, applyKind } from './server/apply.ts'

/** Territory (địa giới): mergers, splits and recodings of communes as data, tried first; people and rights follow without moving. */
export { territoryRoutes } from './server/routes.ts'
export { applyDueSteps, applyNow, orderStep } from './server/apply.ts'
export { keepReform, readFileOfLines, startReform } from './server/start-reform.ts'
export { listReforms, reportStep, showReform, showStep } from './server/show.ts'
export { readLine } from './domain/read-lines.ts'
export type { ReformLine } from './domain/reform-line.ts'

export const territoryJobs: JobKinds = { [applyKind]: applyJob }
