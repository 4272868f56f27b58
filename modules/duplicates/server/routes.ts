import { serve } from '#platform/server/http'
import * as contract from '../contract.ts'
import { answerCommune, askCommune } from './ask-commune.ts'
import { listPairs } from './list-pairs.ts'
import { listSuspicions } from './list-suspicions.ts'
import { confirmMerge, keepApart, mergePair, undoPairMerge, withdrawProposal } from './merge-pair.ts'
import { showPair } from './show-pair.ts'

export const duplicatesRoutes = {
  listPairs: serve(contract.listPairs, listPairs),
  listSuspicions: serve(contract.listSuspicions, listSuspicions),
  getPair: serve(contract.getPair, showPair),
  keepApart: serve(contract.keepApart, keepApart),
  mergePair: serve(contract.mergePair, mergePair),
  confirmMerge: serve(contract.confirmMerge, confirmMerge),
  withdrawProposal: serve(contract.withdrawProposal, withdrawProposal),
  undoPairMerge: serve(contract.undoPairMerge, undoPairMerge),
  askCommune: serve(contract.askCommune, askCommune),
  answerCommune: serve(contract.answerCommune, answerCommune),
}
