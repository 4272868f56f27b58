import { defineProblems } from '#kernel/problem'

export const problems = defineProblems('geography', {
  area_not_found: 404,
  /** Units were changed by somebody else since a change was planned. */
  units_changed_meanwhile: 409,
})
