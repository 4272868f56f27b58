import { defineProblems } from '#kernel/problem'

export const problems = defineProblems('territory', {
  reform_not_found: 404,
  step_not_found: 404,
  /** No row of the file names the old code, the new code and the day. */
  no_header: 422,
  not_a_list: 422,
  too_many_lines: 422,
  nothing_to_apply: 409,
  step_wrong_state: 409,
  /** An earlier day of the same file has to be applied first. */
  earlier_step_first: 409,
  /** A later day of the same file, `on`, is ordered and rests on this one. */
  later_step_first: 409,
  /** Units or lists changed since the file was checked: look at it again. */
  plan_outdated: 409,
  no_bad_lines: 409,
  person_not_to_place: 404,
  unit_not_a_part: 422,
})
