/** Fewer people than this might be told apart («số nhỏ được ẩn»). */
export const fewest = 5

export type Counted = { readonly people: number; readonly amount: number }

/**
 * Numbers anybody may read: small ones are left out, and the next smallest with them until those left out are two at least
 * and not few together: what they come to can be reckoned from the sum of the others.
 */
export function suppressed<Row extends Counted>(rows: readonly Row[]): ReadonlySet<Row> {
  const hidden = new Set<Row>()
  let together = 0
  const counted = rows.filter(({ people }) => people > 0).toSorted((one, other) => one.people - other.people)
  for (const row of counted) {
    const givesAway = hidden.size === 1 || (hidden.size > 1 && together < fewest)
    if (row.people >= fewest && !givesAway) break
    hidden.add(row)
    together += row.people
  }
  return hidden
}
