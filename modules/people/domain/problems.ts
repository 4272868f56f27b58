import { defineProblems } from '#kernel/problem'

/** What the register refuses, and why; the same answer for somebody who is absent and somebody out of sight. */
export const problems = defineProblems('people', {
  person_not_found: 404,
  /** Seen from a day before they were recorded (`recordedOn` in the details). */
  person_not_recorded_yet: 404,
  area_not_found: 422,
  /** The unit lies outside the area of whoever asks. */
  not_in_area: 403,
  birth_in_future: 422,
  birth_too_long_ago: 422,
  died_before_birth: 422,
  death_in_future: 422,
  already_dead: 409,
  not_dead: 409,
  wrong_number_length: 422,
  number_has_other_signs: 422,
  number_not_of_its_kind: 422,
  /** Its structure says another sex or birth year (`says` in the details); sent again with `keptBecause` it is taken. */
  number_contradicts: 422,
  number_in_use: 409,
  number_of_kind_exists: 409,
  ends_before_it_starts: 422,
  starts_before_birth: 422,
  starts_in_future: 422,
  starts_after_death: 422,
  paper_of_the_future: 422,
  not_of_a_man: 422,
  /** Only a year or month is known, and the day is not the first of it: what is left out says nothing. */
  born_precision_differs: 422,
  /** Not what a person can be called: letters, apostrophes, hyphens and dots. */
  name_wrong: 422,
  phone_wrong: 422,
  overlapping_residence: 409,
  same_residence: 409,
  overlapping_membership: 409,
  two_heads: 409,
  /** Somebody of age in the household heads it before a child does. */
  head_not_of_age: 422,
  household_not_found: 404,
  /** A merge leaves a household without its head while others stay: who follows, or that nobody is known yet, is said with it. */
  next_head_needed: 422,
  next_head_not_staying: 409,
  no_household: 409,
  overlapping_circumstance: 409,
  circumstance_not_found: 404,
  circumstance_detail_wrong: 422,
  /** One of the two is married to somebody else in that time: how that marriage ended is recorded first. */
  already_married: 409,
  /** Whoever has a guardian is none, so nobody goes round in a circle. */
  guardian_has_guardian: 409,
  relation_exists: 409,
  relation_not_found: 404,
  relation_with_self: 422,
  parent_born_after_child: 422,
  parent_too_young: 422,
  spouse_is_parent: 422,
  nothing_to_correct: 422,
  request_reused: 409,
  changed_meanwhile: 409,
  /** Somebody is paid otherwise by it (`effects`): a second person decides, by a change request. */
  second_person_needed: 409,
  /** The record stands for nobody any more: it was merged into another (`into`). */
  person_merged: 409,
  merge_not_found: 404,
  /** What the merge wrote was changed since (`tables`): undoing it would lose that. */
  changed_since_merge: 409,
  search_too_short: 422,
  /** Nobody has been paid for months to come. */
  import_paid_through_in_future: 422,
  import_not_found: 404,
  import_columns_missing: 422,
  import_column_twice: 422,
  import_wrong_state: 409,
  import_no_header: 422,
  import_nothing_ready: 409,
  /** What is asked has been decided, taken in, or was never asked of this row. */
  import_row_not_open: 409,
  /** Said of each row by itself. */
  import_one_by_one: 422,
  import_no_bad_rows: 409,
})
