import type { JobKinds } from '#platform/server/jobs'
import { look, lookKind } from './server/look.ts'

/** Quality («chất lượng dữ liệu»): what in the register cannot be right, and what people said of it. */
export { qualityRoutes } from './server/routes.ts'
export { qualitySubscribers } from './server/subscriptions.ts'
export { askForLook } from './server/look.ts'

export const qualityJobs: JobKinds = { [lookKind]: look }
