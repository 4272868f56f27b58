import { serve } from '#platform/server/http'
import * as contract from '../contract.ts'
import { answerRow, withdrawAnswer } from './answer.ts'
import { closePart, listCampaigns, listCommunes, openCampaign } from './campaigns.ts'
import { addArrivals } from './draw-up.ts'
import { downloadReport, downloadRows } from './report.ts'
import { listReviewsOf, listRows } from './rows.ts'
import {
  handInTake,
  listTakeable,
  listTakes,
  recallTake,
  sendAnswers,
  takeList,
  unlockTake,
} from './takes.ts'
import { countDueTasks, finishTask, listTasks } from './tasks.ts'

export const reviewRoutes = {
  openReviewCampaign: serve(contract.openCampaign, openCampaign),
  listReviewCampaigns: serve(contract.listCampaigns, (ctx) => listCampaigns(ctx)),
  listCommunesToReview: serve(contract.listCommunesToReview, listCommunes),
  closeReviewPart: serve(contract.closePart, closePart),
  addReviewArrivals: serve(contract.addArrivals, addArrivals),
  downloadReviewReport: serve(contract.downloadReport, downloadReport),
  listReviewRows: serve(contract.listRows, listRows),
  downloadReviewRows: serve(contract.downloadRows, downloadRows),
  answerReviewRow: serve(contract.answerRow, answerRow),
  withdrawReviewAnswer: serve(contract.withdrawAnswer, withdrawAnswer),
  listReviewsOfPerson: serve(contract.listReviewsOf, listReviewsOf),
  listTakeableReviews: serve(contract.listTakeable, listTakeable),
  takeReviewList: serve(contract.takeList, takeList),
  listReviewTakes: serve(contract.listTakes, listTakes),
  unlockReviewTake: serve(contract.unlockTake, unlockTake),
  sendReviewAnswers: serve(contract.sendAnswers, sendAnswers),
  handInReviewTake: serve(contract.handInTake, handInTake),
  recallReviewTake: serve(contract.recallTake, recallTake),
  listReviewTasks: serve(contract.listTasks, listTasks),
  countDueReviewTasks: serve(contract.countDueTasks, countDueTasks),
  finishReviewTask: serve(contract.finishTask, finishTask),
}
