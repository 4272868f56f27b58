import { applicationsRoutes } from '#modules/applications'
import { auditRoutes } from '#modules/audit'
import { budgetRoutes } from '#modules/budget'
import { cashlessRoutes } from '#modules/cashless'
import { changesRoutes, watchMoney } from '#modules/changes'
import { duplicatesRoutes } from '#modules/duplicates'
import { entitlementRoutes } from '#modules/entitlement'
import { geographyRoutes } from '#modules/geography'
import { identityRoutes } from '#modules/identity'
import { noticesRoutes } from '#modules/notices'
import { outreachRoutes } from '#modules/outreach'
import { paymentsRoutes } from '#modules/payments'
import { arrearsOfListed, payrollRoutes } from '#modules/payroll'
import { importRoutes, peopleRoutes } from '#modules/people'
import { populationRoutes } from '#modules/population'
import { qualityRoutes } from '#modules/quality'
import { reviewRoutes } from '#modules/review'
import { simulationRoutes } from '#modules/simulation'
import { territoryRoutes } from '#modules/territory'
import { jobRoutes } from '#platform/server/job-routes'

/** Every operation of the product, joined to what does it. */
export const routes = {
  ...jobRoutes,
  ...identityRoutes,
  ...auditRoutes,
  ...geographyRoutes,
  ...peopleRoutes(watchMoney),
  ...importRoutes,
  ...duplicatesRoutes,
  ...entitlementRoutes(arrearsOfListed),
  ...payrollRoutes,
  ...paymentsRoutes,
  ...cashlessRoutes,
  ...outreachRoutes,
  ...simulationRoutes,
  ...budgetRoutes,
  ...applicationsRoutes,
  ...noticesRoutes,
  ...changesRoutes,
  ...populationRoutes,
  ...qualityRoutes,
  ...territoryRoutes,
  ...reviewRoutes,
}
