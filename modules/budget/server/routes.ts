import { serve } from '#platform/server/http'
import * as contract from '../contract.ts'
import { downloadEstimate } from './download-estimate.ts'
import { makeEstimate } from './place-order.ts'
import { getEstimate, listEstimates } from './show-estimates.ts'
import { removeEstimate, submitEstimate } from './steps.ts'
import { getYearOfBudget } from './year-of-budget.ts'

export const budgetRoutes = {
  makeEstimate: serve(contract.makeEstimate, makeEstimate),
  listEstimates: serve(contract.listEstimates, listEstimates),
  getEstimate: serve(contract.getEstimate, getEstimate),
  submitEstimate: serve(contract.submitEstimate, submitEstimate),
  removeEstimate: serve(contract.removeEstimate, removeEstimate),
  downloadEstimate: serve(contract.downloadEstimate, downloadEstimate),
  getYearOfBudget: serve(contract.getYearOfBudget, getYearOfBudget),
}
