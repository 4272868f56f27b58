import { serve } from '#platform/server/http'
import { getEntitlements, getExplanation, listDecisions } from '../contract.ts'
import { lawRoutes } from './law-book/routes.ts'
import { determineCase } from '../determination-contract.ts'
import {
  confirmAwardList,
  getAwardList,
  listAwardLists,
  listedPageSize,
  sendBackAwardList,
} from '../listed-contract.ts'
import { determineCase as determine } from './determine-case.ts'
import { confirmListed, sendBackListed } from './listed/decide.ts'
import { showList, showLists } from './listed/show.ts'
import { showDecisions, showEntitlements } from './show-entitlements.ts'
import { showExplanation } from './show-explanation.ts'

export const entitlementRoutes = {
  ...lawRoutes,
  determineCase: serve(determineCase, determine),
  getEntitlements: serve(getEntitlements, showEntitlements),
  getExplanation: serve(getExplanation, showExplanation),
  listDecisions: serve(listDecisions, showDecisions),
  listAwardLists: serve(listAwardLists, showLists),
  getAwardList: serve(getAwardList, (ctx, asked) => showList(ctx, { ...asked, size: listedPageSize })),
  confirmAwardList: serve(confirmAwardList, confirmListed),
  sendBackAwardList: serve(sendBackAwardList, sendBackListed),
}
