import {
  applicationsJobs,
  applicationsSubscribers,
  askForDeadlines,
  askForForgottenDocuments,
  forgetUploads,
} from '#modules/applications'
import { record } from '#modules/audit'
import { budgetJobs } from '#modules/budget'
import { askForCountingDaily, cashlessJobs, cashlessSubscribers } from '#modules/cashless'
import { changesJobs, changesSubscribers } from '#modules/changes'
import { scanWaiting } from '#modules/documents'
import { askForDuplicates, duplicatesJobs, duplicatesSubscribers } from '#modules/duplicates'
import { entitlementSubscribers } from '#modules/entitlement'
import { askForOutreach, outreachJobs, outreachSubscribers } from '#modules/outreach'
import { lookAfterNotices, noticesSubscribers } from '#modules/notices'
import { applyWays, askBanksAgain, askForAnswers, paymentsJobs, paymentsSubscribers } from '#modules/payments'
import { lawAndArrears, payrollJobs } from '#modules/payroll'
import { peopleJobs } from '#modules/people'
import { askForChanges, populationJobs } from '#modules/population'
import { askForLook, qualityJobs, qualitySubscribers } from '#modules/quality'
import { lookAfterReviews, reviewJobs, reviewSubscribers } from '#modules/review'
import { simulationJobs } from '#modules/simulation'
import { applyDueSteps, territoryJobs } from '#modules/territory'
import type { Ctx } from '#platform/server/context'
import type { JobKinds } from '#platform/server/jobs'
import { publish, type Subscribers } from '#platform/server/outbox'
import type { Aftermath } from '#platform/server/request'
import { deleteExpiredFiles, retentionSubscribers } from '#platform/server/retention'
import { wishSubscribers } from './payment-wishes.ts'
import { retention } from './retention.ts'
import { returnedListSubscribers } from './returned-lists.ts'

/** What can be done in the background. */
export const jobKinds: JobKinds = {
  ...peopleJobs(lawAndArrears),
  ...duplicatesJobs,
  ...payrollJobs,
  ...paymentsJobs,
  ...cashlessJobs,
  ...outreachJobs,
  ...simulationJobs,
  ...budgetJobs,
  ...applicationsJobs,
  ...changesJobs,
  ...populationJobs,
  ...qualityJobs,
  ...territoryJobs,
  ...reviewJobs,
}

/** Who hears of what. A name stays for ever: deliveries that are owed carry it. */
export const subscribers: Subscribers = {
  ...entitlementSubscribers,
  ...applicationsSubscribers,
  ...duplicatesSubscribers,
  ...outreachSubscribers,
  ...paymentsSubscribers,
  ...cashlessSubscribers,
  ...wishSubscribers,
  ...noticesSubscribers,
  ...returnedListSubscribers,
  ...changesSubscribers,
  ...qualitySubscribers,
  ...reviewSubscribers,
  ...retentionSubscribers,
}

/** What is looked after when the program starts and every hour, for time brings things about too. */
export async function everyHour(ctx: Ctx): Promise<void> {
  await applyDueSteps(ctx)
  await askForOutreach(ctx)
  await askForDuplicates(ctx)
  await askForLook(ctx)
  await askForForgottenDocuments(ctx)
  await askForDeadlines(ctx)
  await askForAnswers(ctx)
  await applyWays(ctx)
  await askBanksAgain(ctx)
  await askForCountingDaily(ctx)
  await askForChanges(ctx)
  await lookAfterReviews(ctx)
  await scanWaiting(ctx)
  await forgetUploads(ctx)
  await lookAfterNotices(ctx)
  await deleteExpiredFiles(ctx, retention)
}

export const aftermath: Aftermath = {
  publish: (ctx, events) => publish(subscribers, ctx, events),
  record,
}
