/** For each comparison, how often each level is met. */
export type Shares = readonly (readonly number[])[]

/** No share is taken to be smaller: what was never seen is rare, not impossible. */
export const smallestShare = 1e-7

/** Counts as shares of their sum, none below the smallest. */
export function toShares(counts: readonly number[]): number[] {
  const sum = counts.reduce((all, count) => all + count, 0)
  const shares = counts.map((count) => Math.max(smallestShare, sum === 0 ? 1 / counts.length : count / sum))
  const whole = shares.reduce((all, share) => all + share, 0)
  return shares.map((share) => share / whole)
}
