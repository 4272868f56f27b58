/** What came of going to somebody: given to a helper, spoken to, invited in writing, not reached, or refused. */
export const outcomes = ['assigned', 'contacted', 'invited', 'unreachable', 'declined'] as const
export type Outcome = (typeof outcomes)[number]
