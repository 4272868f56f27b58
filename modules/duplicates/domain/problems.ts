import { defineProblems } from '#kernel/problem'

/** What cannot be decided about two records, and why. */
export const problems = defineProblems('duplicates', {
  pair_not_found: 404,
  /** Somebody decided meanwhile (`state`, `by`). */
  pair_decided: 409,
  /** One of the two is at home out of sight: only who sees both can merge them. */
  needs_both_in_sight: 403,
  /** There is no other commune to ask: both are at home in the same. */
  same_commune: 409,
  already_asked: 409,
  nobody_asked: 409,
  /** Only the commune that was asked answers. */
  not_asked_here: 403,
  /** Both are paid by awards of different schemes: one has to be ended by decision first. */
  awards_of_two_schemes: 409,
  /** One record says that the person has died, the other does not: that is settled first, with its paper. */
  one_has_died: 409,
  /** As one person, somebody would be tied to others as nobody can be (`said`, `ties`). */
  relations_contradict: 409,
  /** One of the two heads a household and leaves it, and others stay: who follows is said with the merge. */
  next_head_needed: 422,
  /** Whoever was to follow is not of that household any more (`personId`). */
  next_head_gone: 409,
  /** Whoever is to follow is a child, and somebody of age stays. */
  next_head_not_of_age: 422,
  nothing_proposed: 409,
  /** Whoever proposed it does not confirm it. */
  proposed_by_yourself: 403,
  /** Money was paid: whoever may confirm a merge may undo it. */
  needs_confirming_role: 403,
  not_merged: 409,
  /** What the merge wrote was changed since: undoing it would lose that (`tables`), by a death where one was told (`diedSince`). */
  changed_since_merge: 409,
  /** The record it was merged into was merged further (`personId`): that has to be undone first. */
  undo_later_first: 409,
  /** One of the two was merged into another record already. */
  merged_already: 409,
  request_reused: 409,
})
