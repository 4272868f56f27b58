import { serve } from '#platform/server/http'
import { getEntitlements, listDecisions } from '../contract.ts'
import { showDecisions, showEntitlements } from './show-entitlements.ts'

export const entitlementRoutes = {
  getEntitlements: serve(getEntitlements, showEntitlements),
  listDecisions: serve(listDecisions, showDecisions),
}
