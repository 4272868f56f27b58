import { serve } from '#platform/server/http'
import * as contract from '../contract.ts'
import { banks } from '../domain/banks.ts'
import { handInCashList, recallCashList, takeCashList, unlockCashList } from './cash-lists.ts'
import { listCashPlaces } from './cash-places.ts'
import { askForRecall, decideRecall, getOrder, listRecalls } from './call-back.ts'
import { closeCashPlace } from './close-cash-place.ts'
import { downloadCashList } from './download-cash-list.ts'
import { downloadSettlement } from './download-settlement.ts'
import {
  getSettlement,
  listSettlements,
  lockSettlement,
  openSettlement,
  reportSettlement,
} from './settlements.ts'
import { explainMonth } from './explain-month.ts'
import { downloadOrderFile } from './download-order-file.ts'
import { askAllocation, decideAllocation } from './fund-allocations.ts'
import { changeFund, listFunds, openFund } from './funds.ts'
import { askForHeir, decideHeir, listHeldForTheDead } from './heirs.ts'
import { listHeirsOfTheLiving, settleHeirOfTheLiving } from './heirs-of-the-living.ts'
import { sendHandOuts } from './hand-outs.ts'
import { endByPaper } from './end-by-paper.ts'
import { getLayout, keepLayout, listLayoutsOfProviders, previewLayout, tryAnswer } from './layouts.ts'
import { getEntry, getTrialBalance, listEntries } from './ledger.ts'
import { prepareEnvelopes } from './prepare-envelopes.ts'
import { prepareOneOffs } from './prepare-one-offs.ts'
import { listProviders, openProvider, setProviderOpen } from './providers.ts'
import { fetchResponses, receiveResponse } from './receive.ts'
import { reconcileEnvelope } from './reconcile.ts'
import { getRecovery, listRecoveries, repayRecovery } from './recoveries.ts'
import {
  approveRecoveryDecision,
  askRecoveryDecision,
  holdRecovery,
  refuseRecoveryDecision,
} from './recovery-decisions.ts'
import { downloadRecoveryLetter } from './recovery-letter.ts'
import { downloadRefundLetter } from './refund-letter.ts'
import {
  approveRefund,
  askForRefund,
  confirmRefund,
  getRefund,
  listRefunds,
  withdrawRefund,
} from './refunds.ts'
import { reissueEnvelope } from './reissue.ts'
import { sendEnvelope, settleDelivery } from './send.ts'
import { getEnvelope, listEnvelopes, listInstructions } from './show-envelopes.ts'
import { listOneOffsDue, listOneOffsOfPerson } from './show-one-offs.ts'
import { registerBeneficiary, updateBeneficiary } from './source/beneficiaries.ts'
import { bulkPayment, getBulkPayment, validatePrepayment } from './source/bulk.ts'
import {
  listLineCandidates,
  listProviderStandings,
  listResponses,
  matchLine,
  setLineAside,
  showOpenLines,
} from './work-list.ts'
import { approveEnvelope, cancelEnvelope, checkEnvelope } from './take-step.ts'
import { askForWay } from './ways/ask.ts'
import { recheckName } from './ways/check-name.ts'
import { approveWay, refuseWay, withdrawWay } from './ways/decide.ts'
import { addPicture, downloadPicture, takeInPicture } from './ways/pictures.ts'
import { listSharedAccounts } from './ways/shared-accounts.ts'
import { getPersonWays, listWayRequests } from './ways/show.ts'

export const paymentsRoutes = {
  listEnvelopes: serve(contract.listEnvelopes, listEnvelopes),
  prepareEnvelopes: serve(contract.prepareEnvelopes, prepareEnvelopes),
  explainMonth: serve(contract.explainMonth, explainMonth),
  listOneOffsDue: serve(contract.listOneOffsDue, listOneOffsDue),
  prepareOneOffs: serve(contract.prepareOneOffs, prepareOneOffs),
  listOneOffsOfPerson: serve(contract.listOneOffsOfPerson, listOneOffsOfPerson),
  getEnvelope: serve(contract.getEnvelope, getEnvelope),
  listInstructions: serve(contract.listInstructions, listInstructions),
  checkEnvelope: serve(contract.checkEnvelope, checkEnvelope),
  approveEnvelope: serve(contract.approveEnvelope, approveEnvelope),
  sendEnvelope: serve(contract.sendEnvelope, sendEnvelope),
  settleDelivery: serve(contract.settleDelivery, settleDelivery),
  cancelEnvelope: serve(contract.cancelEnvelope, cancelEnvelope),
  downloadOrderFile: serve(contract.downloadOrderFile, downloadOrderFile),
  reissueEnvelope: serve(contract.reissueEnvelope, reissueEnvelope),
  reconcileEnvelope: serve(contract.reconcileEnvelope, reconcileEnvelope),
  listProviderStandings: serve(contract.listProviderStandings, listProviderStandings),
  listResponses: serve(contract.listResponses, listResponses),
  receiveResponse: serve(contract.receiveResponse, receiveResponse),
  fetchResponses: serve(contract.fetchResponses, fetchResponses),
  listOpenLines: serve(contract.listOpenLines, showOpenLines),
  listLineCandidates: serve(contract.listLineCandidates, listLineCandidates),
  matchLine: serve(contract.matchLine, matchLine),
  endByPaper: serve(contract.endByPaper, endByPaper),
  setLineAside: serve(contract.setLineAside, setLineAside),
  listCashPlaces: serve(contract.listCashPlaces, listCashPlaces),
  downloadCashList: serve(contract.downloadCashList, downloadCashList),
  takeCashList: serve(contract.takeCashList, takeCashList),
  unlockCashList: serve(contract.unlockCashList, unlockCashList),
  sendHandOuts: serve(contract.sendHandOuts, sendHandOuts),
  handInCashList: serve(contract.handInCashList, handInCashList),
  recallCashList: serve(contract.recallCashList, recallCashList),
  closeCashPlace: serve(contract.closeCashPlace, closeCashPlace),
  listSettlements: serve(contract.listSettlements, listSettlements),
  openSettlement: serve(contract.openSettlement, openSettlement),
  getSettlement: serve(contract.getSettlement, getSettlement),
  reportSettlement: serve(contract.reportSettlement, reportSettlement),
  lockSettlement: serve(contract.lockSettlement, lockSettlement),
  downloadSettlement: serve(contract.downloadSettlement, downloadSettlement),
  listHeldForTheDead: serve(contract.listHeldForTheDead, listHeldForTheDead),
  askForHeir: serve(contract.askForHeir, askForHeir),
  decideHeir: serve(contract.decideHeir, decideHeir),
  listHeirsOfTheLiving: serve(contract.listHeirsOfTheLiving, listHeirsOfTheLiving),
  settleHeirOfTheLiving: serve(contract.settleHeirOfTheLiving, settleHeirOfTheLiving),
  listRefunds: serve(contract.listRefunds, listRefunds),
  askForRefund: serve(contract.askForRefund, askForRefund),
  getRefund: serve(contract.getRefund, getRefund),
  approveRefund: serve(contract.approveRefund, approveRefund),
  confirmRefund: serve(contract.confirmRefund, confirmRefund),
  withdrawRefund: serve(contract.withdrawRefund, withdrawRefund),
  downloadRefundLetter: serve(contract.downloadRefundLetter, downloadRefundLetter),
  listRecoveries: serve(contract.listRecoveries, listRecoveries),
  getRecovery: serve(contract.getRecovery, getRecovery),
  holdRecovery: serve(contract.holdRecovery, holdRecovery),
  downloadRecoveryLetter: serve(contract.downloadRecoveryLetter, downloadRecoveryLetter),
  askRecoveryDecision: serve(contract.askRecoveryDecision, askRecoveryDecision),
  approveRecoveryDecision: serve(contract.approveRecoveryDecision, approveRecoveryDecision),
  refuseRecoveryDecision: serve(contract.refuseRecoveryDecision, refuseRecoveryDecision),
  repayRecovery: serve(contract.repayRecovery, repayRecovery),
  registerBeneficiary: serve(contract.registerBeneficiary, registerBeneficiary),
  updateBeneficiary: serve(contract.updateBeneficiary, updateBeneficiary),
  validatePrepayment: serve(contract.validatePrepayment, validatePrepayment),
  bulkPayment: serve(contract.bulkPayment, bulkPayment),
  getBulkPayment: serve(contract.getBulkPayment, getBulkPayment),
  listProviders: serve(contract.listProviders, listProviders),
  openProvider: serve(contract.openProvider, openProvider),
  setProviderOpen: serve(contract.setProviderOpen, setProviderOpen),
  listLayouts: serve(contract.listLayouts, listLayoutsOfProviders),
  getLayout: serve(contract.getLayout, getLayout),
  keepLayout: serve(contract.keepLayout, keepLayout),
  previewLayout: serve(contract.previewLayout, previewLayout),
  tryAnswer: serve(contract.tryAnswer, tryAnswer),
  getPersonWays: serve(contract.getPersonWays, getPersonWays),
  askForWay: serve(contract.askForWay, askForWay),
  listWayRequests: serve(contract.listWayRequests, listWayRequests),
  addWayPicture: serve(contract.addWayPicture, addPicture, takeInPicture),
  downloadWayPicture: serve(contract.downloadWayPicture, downloadPicture),
  approveWay: serve(contract.approveWay, approveWay),
  refuseWay: serve(contract.refuseWay, refuseWay),
  withdrawWay: serve(contract.withdrawWay, withdrawWay),
  recheckName: serve(contract.recheckName, recheckName),
  listSharedAccounts: serve(contract.listSharedAccounts, listSharedAccounts),
  listBanks: serve(contract.listBanks, async () => [...banks]),
  listFunds: serve(contract.listFunds, listFunds),
  openFund: serve(contract.openFund, openFund),
  changeFund: serve(contract.changeFund, changeFund),
  getOrder: serve(contract.getOrder, getOrder),
  listRecalls: serve(contract.listRecalls, listRecalls),
  askForRecall: serve(contract.askForRecall, askForRecall),
  decideRecall: serve(contract.decideRecall, decideRecall),
  askAllocation: serve(contract.askAllocation, askAllocation),
  decideAllocation: serve(contract.decideAllocation, decideAllocation),
  getTrialBalance: serve(contract.getTrialBalance, getTrialBalance),
  listEntries: serve(contract.listEntries, listEntries),
  getEntry: serve(contract.getEntry, getEntry),
}
