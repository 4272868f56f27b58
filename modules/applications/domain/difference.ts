/**
 * In what a decision may be otherwise than the law, the register and the books have it, once somebody says why: refused though
 * there is a right, a place no fact opens, money of which nobody knows that it was waited for, more than the least.
 */
export const differences = ['has_right', 'no_place', 'uncollected_unknown', 'amount'] as const
export type Difference = (typeof differences)[number]
