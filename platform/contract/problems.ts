import { defineProblems } from '#kernel/problem'

/** What the platform itself refuses, whichever module was asked. */
export const problems = defineProblems('platform', {
  job_not_found: 404,
  job_already_ended: 409,
  job_gave_up: 409,
  file_not_found: 404,
  file_empty: 422,
  file_too_large: 413,
})
