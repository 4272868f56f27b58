import { serve } from '#platform/server/http'
import * as operations from '../contract.ts'
import { correctIdentity } from './correct-identity.ts'
import { unlessItPays, type Watch } from './directly.ts'
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

/** Every operation of the register; what alters money is left to a second person, as far as `watch` sees it. */
export function peopleRoutes(watch: Watch) {
  const directly = unlessItPays(watch)
  return {
    searchPeople: serve(operations.searchPeople, searchPeople),
    getPerson: serve(operations.getPerson, getPerson),
    findLikelySame: serve(operations.findLikelySame, findLikelySame),
    registerPerson: serve(operations.registerPerson, registerPerson),
    correctIdentity: serve(operations.correctIdentity, directly(correctIdentity)),
    recordIdentifier: serve(operations.recordIdentifier, recordIdentifier),
    recordCircumstance: serve(operations.recordCircumstance, directly(recordCircumstance)),
    endCircumstance: serve(operations.endCircumstance, directly(endCircumstance)),
    recordResidence: serve(operations.recordResidence, directly(recordResidence)),
    recordMembership: serve(operations.recordMembership, directly(recordMembership)),
    recordRelation: serve(operations.recordRelation, directly(recordRelation)),
    endRelation: serve(operations.endRelation, directly(endRelation)),
    recordDeath: serve(operations.recordDeath, directly(recordDeath)),
  }
}
