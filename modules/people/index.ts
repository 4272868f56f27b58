/** People (người, hộ): who is in the register, and every fact about them with its time and evidence. */
export { peopleRoutes } from './server/routes.ts'
export type { RecordingOf } from './server/directly.ts'
export {
  acceptFindings as acceptImportFindings,
  importJobs as peopleJobs,
  importRoutes,
  listRows as listImportRows,
  showImport,
  startApplying as applyImport,
  startImport,
} from './server/import-routes.ts'
export { countReadyInImport, knownInImport, takeInOnTrial } from './server/import-trial.ts'
export type { LawSays, ListedPerson } from './server/import-law.ts'
export { correctIdentity } from './server/correct-identity.ts'
export {
  assertMayTouch,
  checkDetail,
  endCircumstance,
  recordCircumstance,
} from './server/record-circumstance.ts'
export { recordDeath } from './server/record-death.ts'
export { followSplit, placeInPart } from './server/follow-split.ts'
export { findLikelySame } from './server/find-likely-same.ts'
export { recordIdentifier } from './server/record-identifier.ts'
export { recordMembership } from './server/record-membership.ts'
export { endRelation, recordRelation } from './server/record-relation.ts'
export { recordResidence } from './server/record-residence.ts'
export {
  correctIdentities,
  joinHouseholds,
  recordDeaths,
  recordIdentifiers,
  recordResidences,
  recordTies,
} from './server/record-many.ts'
export { registerPeople, registerPerson } from './server/register-person.ts'
export { undoDeath } from './server/undo-death.ts'
export { peopleByFormerNumbers, peopleByNumbers, type KnownPerson } from './db/by-number.ts'
export { listResidents } from './db/everybody-numbered.ts'
export { peopleToVerify, type ToVerify } from './db/to-verify.ts'
export { findFactFrom, findFactNow } from './db/facts-now.ts'
export { peopleAround } from './db/around.ts'
export { readCouples } from './db/couples.ts'
export { membersNow, type HouseholdMember } from './db/household-now.ts'
export { areTied, tiesNow } from './db/ties-now.ts'
export { mergeRecords } from './server/merge-records.ts'
export { tiesToJoin } from './server/merge-relations.ts'
export { joinedByMerge } from './db/joined-by-merge.ts'
export type { JoinedTie } from './domain/ties-of-one.ts'
export type { Taken } from './server/merge-trail.ts'
export { undoMerge } from './server/undo-merge.ts'
export { loadHistories, streamHistories } from './db/histories.ts'
export {
  countAtHome,
  countHouseholds,
  countHouseholdsInVillages,
  countInVillages,
  villagesOfPeople,
} from './db/by-unit.ts'
export { countResidents } from './db/residents.ts'
export { contactsOf, type Contact } from './db/contacts.ts'
export { peopleOnPaper, type PersonOnPaper } from './db/on-paper.ts'
export { keptRecords, recordsToCompare, type RecordToCompare } from './db/side-by-side.ts'
export {
  selectDeadBefore,
  selectMergedAway,
  selectNames,
  summariesOf,
  type PersonSummary,
} from './db/summaries.ts'
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
export { decidedOneByOne } from './domain/import/findings.ts'
export { checkBirth, isAsKept } from './domain/birth-date.ts'
export { isTooYoung } from './domain/contradictions.ts'
export { householdOfOne } from './domain/household-of-one.ts'
export { isName, normaliseName, personKeys, type PersonKeys } from './domain/name.ts'
export { findModel as findMatchModel } from './db/matching.ts'
export { nearlySure } from './domain/duplicates/register-rules.ts'
export { maskNumber, registeringProvinces } from './domain/identifier.ts'
export { matchPeople, type LikelyPair, type Looked } from './server/match-people.ts'
export { checkRules, columnNames } from './domain/matching/table.ts'
export { explainParts, verdictInWords } from './domain/matching/explain.ts'
export { enoughToLearn as enoughToLearnFrom } from './domain/matching/known-shares.ts'
export { FileRules, matchRecords } from './domain/matching/match-records.ts'
