import { defineProblems } from '#kernel/problem'

export const problems = defineProblems('changes', {
  /** Absent and out of sight are refused alike. */
  request_not_found: 404,
  person_not_found: 404,
  /** The record was merged into another (`into`), where it is asked for. */
  person_merged: 409,
  /** Somebody has settled it, or sent it on, since it was read. */
  request_moved_on: 409,
  /** Whoever submitted a request does not decide it. */
  approver_submitted: 409,
  note_needed: 422,
  evidence_needed: 422,
  /** Why it is to be changed, in words. */
  reason_needed: 422,
  /** The same is asked for already (`id` in the details). */
  asked_already: 409,
  /** The register has it so already. */
  nothing_changes: 409,
  /** What the register says is no more what the request was submitted on. */
  changed_meanwhile: 409,
  /** Another open request about the same people touches the same (`ids`). */
  conflicting_request: 409,
  /** Who decides again is not who decided before. */
  decided_before: 409,
  not_in_household: 409,
  no_other_household: 409,
  not_dead: 409,
  not_married: 409,
  /** Nobody loses a head by this, or whoever was named does not stay in the household. */
  next_head_not_staying: 409,
  /** A guardian is somebody else who lives, is of age («đủ 18 tuổi») and has no guardian. */
  guardian_not_able: 422,
  /** A carer is somebody else who lives; of whoever is 16 or older, somebody of age (Điều 23 of 20/2021/NĐ-CP: full civil capacity). */
  carer_not_able: 422,
  /** The two are not recorded as parent and child. */
  not_parent: 409,
  area_not_found: 422,
  request_reused: 409,
})
