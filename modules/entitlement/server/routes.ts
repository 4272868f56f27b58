import { serve } from '#platform/server/http'
import { getEntitlements, getExplanation, listDecisions, listReceiving } from '../contract.ts'
import { lawRoutes } from './law-book/routes.ts'
import { determineCase } from '../determination-contract.ts'
import {
  confirmAwardList,
  getAwardList,
  getAwardListArrears,
  listAwardLists,
  listedPageSize,
  sendBackAwardList,
} from '../listed-contract.ts'
import { determineCase as determine } from './determine-case.ts'
import { confirmListed, sendBackListed } from './listed/decide.ts'
import { showArrears, type AskArrears } from './listed/arrears.ts'
import { showList, showLists } from './listed/show.ts'
import { showDecisions, showEntitlements } from './show-entitlements.ts'
import { showExplanation } from './show-explanation.ts'
import { showReceiving } from './show-receiving.ts'

/** Whoever puts the program together says who knows what a run would make good. */
export const entitlementRoutes = (askArrears: AskArrears) => ({
  ...lawRoutes,
  determineCase: serve(determineCase, determine),
  getEntitlements: serve(getEntitlements, showEntitlements),
  getExplanation: serve(getExplanation, showExplanation),
  listDecisions: serve(listDecisions, showDecisions),
  listReceiving: serve(listReceiving, showReceiving),
  listAwardLists: serve(listAwardLists, showLists),
  getAwardList: serve(getAwardList, (ctx, asked) =>
    showList(ctx, { ...asked, size: listedPageSize }, askArrears),
  ),
  getAwardListArrears: serve(getAwardListArrears, (ctx, asked) => showArrears(ctx, asked, askArrears)),
  confirmAwardList: serve(confirmAwardList, confirmListed),
  sendBackAwardList: serve(sendBackAwardList, sendBackListed),
})
