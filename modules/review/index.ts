import type { JobKinds } from '#platform/server/jobs'
import { drawUp, drawUpKind } from './server/draw-up.ts'

/** Yearly review («rà soát hằng năm»): everybody who receives is looked at again, and what was found is kept. */
export { reviewRoutes } from './server/routes.ts'
export { answerRow } from './server/answer.ts'
export { startReview } from './server/campaigns.ts'
export { reviewSubscribers } from './server/tasks.ts'
export { lookAfterReviews } from './server/draw-up.ts'
export { lastConfirmed } from './db/rows.ts'

export const reviewJobs: JobKinds = { [drawUpKind]: drawUp }
