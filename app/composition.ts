import { auditRoutes, record } from '#modules/audit'
import { entitlementRoutes, entitlementSubscribers } from '#modules/entitlement'
import { geographyRoutes } from '#modules/geography'
import { identityRoutes } from '#modules/identity'
import { payrollJobs, payrollRoutes } from '#modules/payroll'
import { importRoutes, peopleJobs, peopleRoutes } from '#modules/people'
import { jobRoutes } from '#platform/server/job-routes'
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
}

/** What can be done in the background. */
export const jobKinds: JobKinds = { ...peopleJobs, ...payrollJobs }

/** Who hears of what. A name stays for ever: deliveries that are owed carry it. */
export const subscribers: Subscribers = { ...entitlementSubscribers }

export const aftermath: Aftermath = {
  publish: (ctx, events) => publish(subscribers, ctx, events),
  record,
}
