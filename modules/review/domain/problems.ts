import { defineProblems } from '#kernel/problem'

export const problems = defineProblems('review', {
  /** Absent and out of sight are refused alike. */
  part_not_found: 404,
  person_not_on_list: 404,
  answer_not_found: 404,
  take_not_found: 404,
  task_not_found: 404,
  campaign_not_found: 404,
  /** These units are no communes of the actor’s own (`ids`). */
  not_a_commune: 422,
  days_out_of_order: 422,
  /** A review of a year lies between `first` and `last`. */
  days_of_another_year: 422,
  /** It begins within a year of today, before or after. */
  days_too_far: 422,
  /** A commune has one review at a time (`names`). */
  under_review_already: 409,
  /** The list is still being drawn up. */
  not_drawn_yet: 409,
  part_closed: 409,
  /** Somebody else answered since the row was read; their answer is shown. */
  answered_meanwhile: 409,
  /** An answer that was sent before has another content now (`id`). */
  answer_changed: 409,
  /** What it opened is somebody’s to decide already. */
  request_opened: 409,
  /** Whoever took a list answers for it (`by`). */
  take_of_another: 409,
  nobody_to_take: 409,
  /** Lists are still carried about (`names`). */
  takes_out: 409,
  /** Two said different things, and nobody has decided (`people`). */
  conflicts_open: 409,
  note_needed: 422,
  request_reused: 409,
})
