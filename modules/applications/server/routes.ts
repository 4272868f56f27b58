import { serve } from '#platform/server/http'
import * as contract from '../contract.ts'
import { countDesk as countDeskContract } from '../counts-contract.ts'
import { getHandbook, getHandbookPage } from '../handbook-contract.ts'
import { attachPaper, takeInScan } from './attach-paper.ts'
import { assignApplications } from './assign.ts'
import {
  draftBatch,
  listBatches,
  previewBatch,
  returnBatch,
  showBatch,
  showBatchPaper,
  signBatch,
} from './batches.ts'
import { delegate, endDelegation, listDelegations, showOwnDelegation } from './delegations.ts'
import { listFacilities, listPublicFacilities } from './facilities.ts'
import { closeFacility, recordFacility, registerFacility } from './record-facility.ts'
import { giveSlip } from './give-slip.ts'
import { countRiddle, setChallenge } from '#platform/server/proof-of-work'
import { openDraft, saveDraft } from './drafts.ts'
import {
  answerFeedback,
  fileAppeal,
  listFeedback,
  openFeedback,
  replyToFeedback,
  sendFeedback,
} from './feedback.ts'
import { listPosted, listProcedures } from './public-procedures.ts'
import { submitOnline } from './submit-online.ts'
import { answerPaperRequest, downloadOwnDocument, trackApplication, withdrawApplication } from './track.ts'
import { downloadPaper, keepPaper, takeInPaper } from './uploads.ts'
import { verifyDocument } from './verify.ts'
import { countDesk } from './count-desk.ts'
import { downloadDocument } from './download-document.ts'
import { showHandbook, showHandbookPage } from './handbook.ts'
import { decideAgain } from './decide-again.ts'
import { showDraftPaper } from './draft-paper.ts'
import { listIssued } from './issued.ts'
import { matchPerson } from './match-person.ts'
import { recordPapers } from './papers.ts'
import { previewIntake } from './preview-intake.ts'
import { printForm, showCouncil } from './print-form.ts'
import { listProposals, returnProposal } from './proposals.ts'
import { previewDecision, proposeDecision } from './propose.ts'
import { listApplications } from './queue.ts'
import { showApplication } from './show.ts'
import { signAgain } from './sign-again.ts'
import { signDecisions } from './sign.ts'
import { submitApplication } from './submit.ts'
import { takeAction, takeSignersAction } from './take-action.ts'

export const applicationsRoutes = {
  countDesk: serve(countDeskContract, countDesk),
  listApplications: serve(contract.listApplications, listApplications),
  getApplication: serve(contract.getApplication, showApplication),
  submitApplication: serve(contract.submitApplication, submitApplication),
  previewIntake: serve(contract.previewIntake, previewIntake),
  decideAgain: serve(contract.decideAgain, decideAgain),
  recordPapers: serve(contract.recordPapers, recordPapers),
  attachPaper: serve(contract.attachPaper, attachPaper, takeInScan),
  matchPerson: serve(contract.matchPerson, matchPerson),
  takeAction: serve(contract.takeAction, takeAction),
  takeSignersAction: serve(contract.takeSignersAction, takeSignersAction),
  printForm: serve(contract.printForm, printForm),
  showCouncil: serve(contract.showCouncil, showCouncil),
  giveSlip: serve(contract.giveSlip, giveSlip),
  assignApplications: serve(contract.assignApplications, assignApplications),
  previewDecision: serve(contract.previewDecision, previewDecision),
  proposeDecision: serve(contract.proposeDecision, proposeDecision),
  listProposals: serve(contract.listProposals, listProposals),
  showDraftPaper: serve(contract.showDraftPaper, showDraftPaper),
  returnProposal: serve(contract.returnProposal, returnProposal),
  signDecisions: serve(contract.signDecisions, signDecisions),
  previewBatch: serve(contract.previewBatch, previewBatch),
  draftBatch: serve(contract.draftBatch, draftBatch),
  listBatches: serve(contract.listBatches, listBatches),
  getBatch: serve(contract.getBatch, showBatch),
  showBatchPaper: serve(contract.showBatchPaper, showBatchPaper),
  signBatch: serve(contract.signBatch, signBatch),
  returnBatch: serve(contract.returnBatch, returnBatch),
  listDelegations: serve(contract.listDelegations, listDelegations),
  delegate: serve(contract.delegate, delegate),
  endDelegation: serve(contract.endDelegation, endDelegation),
  showOwnDelegation: serve(contract.showOwnDelegation, showOwnDelegation),
  listFacilities: serve(contract.listFacilities, listFacilities),
  recordFacility: serve(contract.recordFacility, recordFacility),
  registerFacility: serve(contract.registerFacility, registerFacility),
  closeFacility: serve(contract.closeFacility, closeFacility),
  listIssued: serve(contract.listIssued, listIssued),
  downloadDocument: serve(contract.downloadDocument, downloadDocument),
  signAgain: serve(contract.signAgain, signAgain),
  listFeedback: serve(contract.listFeedback, listFeedback),
  answerFeedback: serve(contract.answerFeedback, answerFeedback),
  uploadPaper: serve(contract.uploadPaper, keepPaper, takeInPaper),
  downloadPaper: serve(contract.downloadPaper, downloadPaper),
  listPublicFacilities: serve(contract.listPublicFacilities, listPublicFacilities),
  getChallenge: serve(
    contract.getChallenge,
    (ctx, _, asked: number) => setChallenge(ctx, asked),
    (_, __, countCall) => countRiddle(countCall),
  ),
  listProcedures: serve(contract.listProcedures, listProcedures),
  saveDraft: serve(contract.saveDraft, saveDraft),
  openDraft: serve(contract.openDraft, openDraft),
  submitOnline: serve(contract.submitOnline, submitOnline),
  trackApplication: serve(contract.trackApplication, trackApplication),
  answerPaperRequest: serve(contract.answerPaperRequest, answerPaperRequest),
  withdrawApplication: serve(contract.withdrawApplication, withdrawApplication),
  downloadOwnDocument: serve(contract.downloadOwnDocument, downloadOwnDocument),
  verifyDocument: serve(contract.verifyDocument, verifyDocument),
  fileAppeal: serve(contract.fileAppeal, fileAppeal),
  sendFeedback: serve(contract.sendFeedback, sendFeedback),
  openFeedback: serve(contract.openFeedback, openFeedback),
  replyToFeedback: serve(contract.replyToFeedback, replyToFeedback),
  getHandbook: serve(getHandbook, showHandbook),
  getHandbookPage: serve(getHandbookPage, showHandbookPage),
  listPosted: serve(contract.listPosted, listPosted),
}
