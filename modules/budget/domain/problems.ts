import { defineProblems } from '#kernel/problem'

/** What the budget refuses. */
export const problems = defineProblems('budget', {
  area_not_yours: 403,
  estimate_not_found: 404,
  /** No law is known for a month of it. */
  law_unknown: 422,
  /** The year is over, or lies too far ahead to be reckoned from what is known. */
  year_past: 422,
  year_too_far: 422,
  /** Nobody in the unit receives anything in the last month that is known. */
  register_empty: 422,
  /** The month it is to start from is not over yet, or has no law. */
  base_unknown: 422,
  name_taken: 409,
  /** Submitted to the financial authority: it stays as it is. */
  estimate_submitted: 409,
  /** Whoever made it does not submit it. */
  second_person_needed: 409,
  /** Another estimate of the year and unit was submitted; `name` and `by` say which. */
  year_submitted: 409,
  not_yours: 403,
})
