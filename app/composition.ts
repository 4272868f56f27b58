import { auditRoutes } from '#modules/audit'
import { entitlementRoutes } from '#modules/entitlement'
import { geographyRoutes } from '#modules/geography'
import { payrollRoutes } from '#modules/payroll'
import { peopleRoutes } from '#modules/people'
import type { Aftermath } from '#platform/server/request'

/** Every operation of the product, joined to what does it. */
export const routes = {
  ...auditRoutes,
  ...geographyRoutes,
  ...peopleRoutes,
  ...entitlementRoutes,
  ...payrollRoutes,
}

export const aftermath: Aftermath = { publish: async () => {}, record: async () => {} }
