import { serve } from '#platform/server/http'
import { searchAudit, verifyAudit } from '../contract.ts'
import { search } from './search.ts'
import { verifyChain } from './verify.ts'

export const auditRoutes = {
  searchAudit: serve(searchAudit, search),
  verifyAudit: serve(verifyAudit, (ctx) => verifyChain(ctx)),
}
