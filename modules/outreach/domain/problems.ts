import { defineProblems } from '#kernel/problem'

/** What outreach refuses. */
export const problems = defineProblems('outreach', {
  prospect_not_found: 404,
  list_empty: 409,
  list_too_long: 409,
  nobody_to_invite: 409,
})
