/** Fewer people than this might be told apart («số nhỏ được ẩn»). */
export const fewest = 5

export type Counted = { readonly people: number; readonly amount: number }

/**
 * Numbers anybody may read: small ones are left out, and where one alone would be, the next smallest too, or it could be
 * reckoned from the sum of the others.
 */
export function suppressed<Row extends Counted>(rows: readonly Row[]): ReadonlySet<Row> {
  const counted = rows.filter(({ people }) => people > 0).toSorted((one, other) => one.people - other.people)
  const small = counted.filter(({ people }) => people < fewest)
  const hidden = small.length === 1 ? counted.slice(0, 2) : small
  return new Set(hidden)
}
