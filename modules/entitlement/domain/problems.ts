import { defineProblems } from '#kernel/problem'

/** What this module refuses; its words are in web/messages.vi.ts. */
export const problems = defineProblems('entitlement', {
  /** Đã có quyết định hưởng: an award of the same benefit covers a month of the new one. */
  award_overlaps: 409,
  /** The record was merged into another of the same person, who is granted it there. */
  record_merged: 409,
  award_not_open: 409,
  /** Đang tạm dừng: it has to be resumed or stopped before it can be moved. */
  award_suspended: 409,
  /** `suspendedFrom` says since which month. */
  already_suspended: 409,
  award_not_suspended: 409,
  /** The register knows of no remand that had lasted a month by the day of the decision (G-PROC-8). */
  remand_too_short: 422,
  /** Not suspended for refusing, or less than three months ago: `from` says since when it may be stopped. */
  refusal_too_short: 422,
  /** Only the allowance and the pension stop for a remand; whoever cares is paid on. */
  remand_suspends_no_care: 422,
  /** Whoever is entitled no more is not resumed but stopped, from the month `stopFrom`. */
  right_has_ended: 422,
  refusal_without_reason: 422,
  starts_before_birth: 422,
  starts_after_death: 422,
  /** The law gives nothing of this benefit in the first month of the grant. */
  no_right_yet: 422,
  /** Before the month the procedure starts with; `earliest` says which. */
  starts_too_early: 422,
  signed_in_future: 422,
  /** Đã hỗ trợ: given before for the same event; `on` and `amount` say what. */
  support_given: 409,
  /** Not there to be listed or settled: `state` and `takenBy` say where it is. */
  one_off_elsewhere: 409,
  /** No award ended by a move up to that month. */
  move_not_begun: 409,
  /** What is told cannot be; `refusals` says of which field and why. */
  case_refused: 422,
  /** No such list of awards within the actor’s area. */
  award_list_not_found: 404,
  /** Người nhập và người xác nhận phải là hai người: whoever brought the list, or had it taken in. */
  award_list_own: 403,
  /** Another number of rows waits than was seen: `waiting` says how many. */
  award_list_changed: 409,
  /** Rows that somebody else has decided about otherwise: `rows` says which. */
  listed_award_decided: 409,
  /** The person of these `rows` lives out of sight by now: whoever has the wider area confirms. */
  listed_award_out_of_sight: 409,
  /** No award of this benefit and first month was taken over from a list, so no list of before paid any of it. */
  award_not_taken_over: 409,
  /** Of no month of the award, or of a month to come; `from` and `through` say what may be said. */
  paid_months_outside: 422,
  /** The same request was used for another person or benefit. */
  request_reused: 409,
  /** The month asked about lies before the first law or beyond what is known; `from` and `through` say what is. */
  law_unknown: 422,
  /** No law this system knows has such a rule. */
  rule_not_found: 404,
})
