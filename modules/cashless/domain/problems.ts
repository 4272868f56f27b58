import { defineProblems } from '#kernel/problem'

/** What the roll-out refuses. */
export const problems = defineProblems('cashless', {
  wave_not_found: 404,
  wave_changed_meanwhile: 409,
  wave_cancelled: 409,
  wave_months_reversed: 422,
  wave_before_pilot: 409,
  /** Nothing is known of the months before `earliest`, and nothing can be compared with them. */
  wave_too_early: 422,
  commune_in_another_wave: 409,
  area_not_yours: 403,
  targets_not_rising: 422,
  payee_not_found: 404,
  payee_already_cashless: 409,
  /** They are asked again on a day that is still to come. */
  ask_again_past: 422,
  assignee_not_found: 422,
  list_empty: 409,
  list_too_long: 409,
})
