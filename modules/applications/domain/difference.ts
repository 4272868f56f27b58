/**
 * In what a decision may be otherwise than the law, the register and the books have it, once somebody says why: refused though
 * there is a right, a place no fact opens, money of which nobody knows that it was waited for, more than the least, ended though
 * the law goes on paying, or for a death or a sentence the register knows nothing of, concluded by
 * fewer than the law’s council, or given in kind once more by the file that gave it before.
 */
export const differences = [
  'has_right',
  'no_place',
  'uncollected_unknown',
  'amount',
  'still_right',
  'not_dead',
  'not_serving',
  'council_incomplete',
  'given_in_kind',
] as const
export type Difference = (typeof differences)[number]
