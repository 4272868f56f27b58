import { serve } from '#platform/server/http'
import {
  findCitation,
  getLawBook,
  getLawDifference,
  getRule,
  listOpenQuestions,
  searchLaw,
} from '../../law-contract.ts'
import { searchInLaw, showCited, showDifference, showLawBook, showQuestions, showRule } from './show-law.ts'

export const lawRoutes = {
  getLawBook: serve(getLawBook, showLawBook),
  getRule: serve(getRule, showRule),
  getLawDifference: serve(getLawDifference, showDifference),
  searchLaw: serve(searchLaw, searchInLaw),
  findCitation: serve(findCitation, showCited),
  listOpenQuestions: serve(listOpenQuestions, showQuestions),
}
