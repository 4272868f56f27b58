import { defineProblems } from '#kernel/problem'

/** What the simulator refuses. */
export const problems = defineProblems('simulation', {
  /** Its details carry a refusal for each field. */
  scenario_refused: 422,
  area_not_yours: 403,
  /** A commune: whoever gains or loses there could be recognised. */
  area_too_small: 422,
  scenario_not_found: 404,
  /** Somebody else changed it in the meantime; `by` and `at` say who and when. */
  scenario_changed: 409,
  not_yours: 403,
  name_taken: 409,
  /** The figures were never reckoned, or too long ago to be kept with it. */
  not_run_yet: 409,
})
