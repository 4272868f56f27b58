import { serve } from '#platform/server/http'
import * as contract from '../contract.ts'
import { assignApplications } from './assign.ts'
import { downloadDocument } from './download-document.ts'
import { matchPerson } from './match-person.ts'
import { recordPapers } from './papers.ts'
import { listProposals, returnProposal } from './proposals.ts'
import { previewDecision, proposeDecision } from './propose.ts'
import { listApplications } from './queue.ts'
import { showApplication } from './show.ts'
import { signDecisions } from './sign.ts'
import { submitApplication } from './submit.ts'
import { takeAction } from './take-action.ts'

export const applicationsRoutes = {
  listApplications: serve(contract.listApplications, listApplications),
  getApplication: serve(contract.getApplication, showApplication),
  submitApplication: serve(contract.submitApplication, submitApplication),
  recordPapers: serve(contract.recordPapers, recordPapers),
  matchPerson: serve(contract.matchPerson, matchPerson),
  takeAction: serve(contract.takeAction, takeAction),
  assignApplications: serve(contract.assignApplications, assignApplications),
  previewDecision: serve(contract.previewDecision, previewDecision),
  proposeDecision: serve(contract.proposeDecision, proposeDecision),
  listProposals: serve(contract.listProposals, listProposals),
  returnProposal: serve(contract.returnProposal, returnProposal),
  signDecisions: serve(contract.signDecisions, signDecisions),
  downloadDocument: serve(contract.downloadDocument, downloadDocument),
}
