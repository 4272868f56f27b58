/** People (người, hộ): who is in the register, and every fact about them with its time and evidence. */
export const peopleRoutes = {}
export { loadHistories, streamHistories } from './db/histories.ts'
export { summariesOf, type PersonSummary } from './db/summaries.ts'
export { takeTouched } from './db/touched.ts'
export {
  circumstanceDetails,
  circumstanceKinds,
  confidentialKinds,
  type CircumstanceDetail,
  type CircumstanceKind,
  type Evidence,
} from './domain/circumstance.ts'
export {
  isKnownAt,
  type CircumstanceFact,
  type IdentityFact,
  type PersonHistory,
  type RelationFact,
  type RelationKind,
  type ResidenceFact,
} from './domain/history.ts'
export { normaliseName, personKeys, type PersonKeys } from './domain/name.ts'
