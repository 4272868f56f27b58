import type { RuleId } from '../../domain/rules.ts'
import type { Fragment, Terms } from '../as-of.ts'
import {
  deadGuardian,
  deadHead,
  emptyHousehold,
  headElsewhere,
  noHead,
  noVillage,
  unitUnknown,
} from './home.ts'
import {
  impossibleAge,
  numberContradicts,
  numberMissing,
  numberUnverified,
  parentTooYoung,
  vagueBirth,
} from './identity.ts'
import {
  authorityEnded,
  deadPayee,
  deadWithAward,
  mergedStillNamed,
  noRightBehindAward,
  noWay,
  paidElsewhere,
  sharedAccount,
} from './money.ts'
import { certificateEnding, disabilityWithoutPaper, povertyListOld } from './papers.ts'

/** Each rule as a query over who is looked at: person_id, since, other_id, detail; nobody twice. */
export const queries: Readonly<Record<RuleId, (terms: Terms) => Fragment>> = {
  dead_with_award: deadWithAward,
  dead_payee: deadPayee,
  no_right_behind_award: noRightBehindAward,
  shared_account: sharedAccount,
  authority_ended: authorityEnded,
  paid_elsewhere: paidElsewhere,
  merged_still_named: mergedStillNamed,
  impossible_age: impossibleAge,
  parent_too_young: parentTooYoung,
  vague_birth: vagueBirth,
  dead_guardian: deadGuardian,
  dead_head: deadHead,
  no_head: noHead,
  head_elsewhere: headElsewhere,
  empty_household: emptyHousehold,
  certificate_ending: certificateEnding,
  disability_without_paper: disabilityWithoutPaper,
  poverty_list_old: povertyListOld,
  number_missing: numberMissing,
  number_contradicts: numberContradicts,
  number_unverified: numberUnverified,
  unit_unknown: unitUnknown,
  no_village: noVillage,
  no_way: noWay,
}
