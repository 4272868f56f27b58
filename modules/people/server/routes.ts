import { serve } from '#platform/server/http'
import * as operations from '../contract.ts'
import { correctIdentity } from './correct-identity.ts'
import { getPerson } from './get-person.ts'
import { findLikelySame } from './find-likely-same.ts'
import { endCircumstance, recordCircumstance } from './record-circumstance.ts'
import { recordDeath } from './record-death.ts'
import { recordIdentifier } from './record-identifier.ts'
import { recordMembership } from './record-membership.ts'
import { endRelation, recordRelation } from './record-relation.ts'
import { recordResidence } from './record-residence.ts'
import { registerPerson } from './register-person.ts'
import { searchPeople } from './search-people.ts'

export const peopleRoutes = {
  searchPeople: serve(operations.searchPeople, searchPeople),
  getPerson: serve(operations.getPerson, getPerson),
  findLikelySame: serve(operations.findLikelySame, findLikelySame),
  registerPerson: serve(operations.registerPerson, registerPerson),
  correctIdentity: serve(operations.correctIdentity, correctIdentity),
  recordIdentifier: serve(operations.recordIdentifier, recordIdentifier),
  recordCircumstance: serve(operations.recordCircumstance, recordCircumstance),
  endCircumstance: serve(operations.endCircumstance, endCircumstance),
  recordResidence: serve(operations.recordResidence, recordResidence),
  recordMembership: serve(operations.recordMembership, recordMembership),
  recordRelation: serve(operations.recordRelation, recordRelation),
  endRelation: serve(operations.endRelation, endRelation),
  recordDeath: serve(operations.recordDeath, recordDeath),
}
