import { serve } from '#platform/server/http'
import * as contract from '../contract.ts'
import { endException, exceptFinding } from './exceptions.ts'
import { listFindings } from './list-findings.ts'
import { getQualityOverview } from './overview.ts'

export const qualityRoutes = {
  getQualityOverview: serve(contract.getQualityOverview, getQualityOverview),
  listFindings: serve(contract.listFindings, listFindings),
  exceptFinding: serve(contract.exceptFinding, exceptFinding),
  endException: serve(contract.endException, endException),
}
