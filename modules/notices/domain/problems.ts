import { defineProblems } from '#kernel/problem'

/** What notices refuse. */
export const problems = defineProblems('notices', {
  notice_not_found: 404,
  notice_settled: 409,
  nothing_to_print: 409,
  channel_off: 409,
})
