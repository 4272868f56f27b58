import type { JobKinds } from '#platform/server/jobs'
import { procedures as proceduresToHold } from './domain/procedures/index.ts'
import { assertSoundProcedures } from './domain/soundness.ts'
import { makeDocuments, makeDocumentsKind } from './server/make-documents.ts'
import { settleDeadlines, settleDeadlinesKind } from './server/settle-deadlines.ts'

/** Applications (hồ sơ): procedures as data, and what becomes of a file. */
export { procedures } from './domain/procedures/index.ts'
export { handbookOf, type HandbookPage } from './domain/handbook/handbook.ts'
export {
  competentOn,
  editionOfFile,
  editionOn,
  isInTransition,
  stepOn,
  totalClock,
} from './domain/edition.ts'
export { explainClock, readClock } from './domain/clock.ts'
export * from './domain/procedure.ts'
export { codeOf } from './domain/code.ts'
export { assignApplications } from './server/assign.ts'
export { forCitizen } from './server/citizen.ts'
export { countOpenFilesIn } from './db/by-unit.ts'
export { findOpenFile } from './db/open-files.ts'
export { answerFeedback, writeAppeal, writeFeedback } from './server/feedback.ts'
export { endUnfounded } from './server/end-unfounded.ts'
export { lastMonthHere } from './server/last-month-here.ts'
export { matchPerson } from './server/match-person.ts'
export { newsOfAnswer, newsOfAppeal } from './server/feedback-news.ts'
export { headsOfFiles, newsOfFile, type Correspondent, type FileNews } from './server/news.ts'
export { filesFallenDue, filesWaitingForPapers, waitingFile, type Waiting } from './server/waiting-news.ts'
export { findPaymentWish, type PaymentWish } from './db/payment-wishes.ts'
export { recordFacility } from './server/record-facility.ts'
export { proposeDecision } from './server/propose.ts'
export { returnProposal } from './server/proposals.ts'
export { signDecisions } from './server/sign.ts'
export { receive, submitApplication } from './server/submit.ts'
export { takeAction } from './server/take-action.ts'
export { applicationsRoutes } from './server/routes.ts'
export { askForForgottenDocuments } from './server/make-documents.ts'
export { askForDeadlines } from './server/settle-deadlines.ts'
export { applicationsSubscribers } from './server/follow-merge.ts'
export { forgetUploads } from './server/uploads.ts'

export const applicationsJobs: JobKinds = {
  [makeDocumentsKind]: makeDocuments,
  [settleDeadlinesKind]: settleDeadlines,
}

// Whoever takes files in comes this way, so none of them can start by procedures that lose one.
assertSoundProcedures(proceduresToHold)
