import { serve } from '#platform/server/http'
import * as contract from '../contract.ts'
import { downloadProspects } from './download-prospects.ts'
import { recordFollowUp } from './follow-up.ts'
import { getOverview, listProspects } from './list-prospects.ts'
import { printInvitations } from './print-invitations.ts'

export const outreachRoutes = {
  getOutreachOverview: serve(contract.getOutreachOverview, getOverview),
  listProspects: serve(contract.listProspects, listProspects),
  recordFollowUp: serve(contract.recordFollowUp, recordFollowUp),
  downloadProspects: serve(contract.downloadProspects, downloadProspects),
  printInvitations: serve(contract.printInvitations, printInvitations),
}
