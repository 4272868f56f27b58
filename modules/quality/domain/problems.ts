import { defineProblems } from '#kernel/problem'

/** What cannot be said of a finding. */
export const problems = defineProblems('quality', {
  /** Nobody breaks the rule any more, or nobody the actor may see. */
  finding_not_found: 404,
  /** Somebody has said already that it is right as it stands. */
  already_excepted: 409,
  exception_not_found: 404,
  exception_ends_in_past: 422,
  request_reused: 409,
})
