/** Pairs that are alike in the same way, and how many there are. */
export type Pattern = { readonly levels: Int8Array; readonly count: number }

/** For each comparison, how often each level is met. */
export type Shares = readonly (readonly number[])[]

export type Expectation = { readonly m: Shares; readonly matched: number; readonly steps: number }

/** No share is taken to be smaller: what was never seen is rare, not impossible. */
export const smallestShare = 1e-7

/**
 * Learns without labels how often each level is met in pairs that are one person (expectation maximisation), given how
 * often it is met in others. What is asked of a comparison is left out where it says nothing, and where `held` says that
 * the pairs were chosen by it. `belief` counts as so many pairs seen before, so that few pairs do not run away.
 */
export function expectMatches(
  patterns: readonly Pattern[],
  {
    u,
    start,
    held = new Set(),
    silent = new Set(),
    belief = 10,
    matched: guess = 0.1,
    steps = 60,
  }: {
    readonly u: Shares
    readonly start: Shares
    readonly held?: ReadonlySet<number>
    /** What is learned, but tells nothing: it would only say again what another comparison said. */
    readonly silent?: ReadonlySet<number>
    readonly belief?: number
    readonly matched?: number
    readonly steps?: number
  },
): Expectation {
  const all = patterns.reduce((sum, { count }) => sum + count, 0)
  const used = u.map((_, index) => index).filter((index) => !held.has(index))
  const telling = used.filter((index) => !silent.has(index))
  let m = start.map((shares) => [...shares])
  let matched = guess
  let step = 0
  for (; step < steps; step++) {
    const sums = start.map((shares) => shares.map((share) => share * belief))
    let expected = 0
    for (const { levels, count } of patterns) {
      let odds = matched / (1 - matched)
      for (const index of telling) {
        const level = levels[index]!
        if (level >= 0) odds *= m[index]![level]! / u[index]![level]!
      }
      const weight = odds === Infinity ? count : (count * odds) / (1 + odds)
      expected += weight
      for (const index of used) {
        const level = levels[index]!
        if (level >= 0) sums[index]![level]! += weight
      }
    }
    const next = sums.map(toShares)
    const share = Math.min(0.999_999, Math.max(1e-9, expected / Math.max(1, all)))
    const moved = Math.max(
      Math.abs(share - matched),
      ...used.map((index) =>
        Math.max(...next[index]!.map((value, level) => Math.abs(value - m[index]![level]!))),
      ),
    )
    m = next
    matched = share
    if (moved < 1e-5) break
  }
  return { m, matched, steps: step }
}

/** Counts as shares of their sum, none below the smallest. */
export function toShares(counts: readonly number[]): number[] {
  const sum = counts.reduce((all, count) => all + count, 0)
  const shares = counts.map((count) => Math.max(smallestShare, sum === 0 ? 1 / counts.length : count / sum))
  const whole = shares.reduce((all, share) => all + share, 0)
  return shares.map((share) => share / whole)
}
