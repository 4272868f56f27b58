import { applicationsJobs, applicationsRoutes, askForForgottenDocuments } from '#modules/applications'
import { auditRoutes, record } from '#modules/audit'
import { entitlementRoutes, entitlementSubscribers } from '#modules/entitlement'
import { geographyRoutes } from '#modules/geography'
import { identityRoutes } from '#modules/identity'
import { askForOutreach, outreachJobs, outreachRoutes, outreachSubscribers } from '#modules/outreach'
import { payrollJobs, payrollRoutes } from '#modules/payroll'
import { importRoutes, peopleJobs, peopleRoutes } from '#modules/people'
import { simulationJobs, simulationRoutes } from '#modules/simulation'
import { jobRoutes } from '#platform/server/job-routes'
import type { Ctx } from '#platform/server/context'
import type { JobKinds } from '#platform/server/jobs'
import { publish, type Subscribers } from '#platform/server/outbox'
import type { Aftermath } from '#platform/server/request'

/** Every operation of the product, joined to what does it. */
export const routes = {
  ...jobRoutes,
  ...identityRoutes,
  ...auditRoutes,
  ...geographyRoutes,
  ...peopleRoutes,
  ...importRoutes,
  ...entitlementRoutes,
  ...payrollRoutes,
  ...outreachRoutes,
  ...simulationRoutes,
  ...applicationsRoutes,
}

/** What can be done in the background. */
export const jobKinds: JobKinds = {
  ...peopleJobs,
  ...payrollJobs,
  ...outreachJobs,
  ...simulationJobs,
  ...applicationsJobs,
}

/** Who hears of what. A name stays for ever: deliveries that are owed carry it. */
export const subscribers: Subscribers = { ...entitlementSubscribers, ...outreachSubscribers }

/** What is looked after when the program starts and every hour, for time brings things about too. */
export async function everyHour(ctx: Ctx): Promise<void> {
  await askForOutreach(ctx)
  await askForForgottenDocuments(ctx)
}

export const aftermath: Aftermath = {
  publish: (ctx, events) => publish(subscribers, ctx, events),
  record,
}
