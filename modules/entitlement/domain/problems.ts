import { defineProblems } from '#kernel/problem'

/** What this module refuses; its words are in web/messages.vi.ts. */
export const problems = defineProblems('entitlement', {
  /** Đã có quyết định hưởng: an award of the same benefit covers a month of the new one. */
  award_overlaps: 409,
  award_not_open: 409,
  starts_before_birth: 422,
  starts_after_death: 422,
  /** The law gives nothing of this benefit in the first month of the grant. */
  no_right_yet: 422,
  /** Before the month the procedure starts with; `earliest` says which. */
  starts_too_early: 422,
  signed_in_future: 422,
  /** What is told cannot be; `refusals` says of which field and why. */
  case_refused: 422,
  /** The same request was used for another person or benefit. */
  request_reused: 409,
  /** The month asked about lies before the first law or beyond what is known; `from` and `through` say what is. */
  law_unknown: 422,
  /** No law this system knows has such a rule. */
  rule_not_found: 404,
})
