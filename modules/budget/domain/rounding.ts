/**
 * Whole numbers that add up to the rounded sum of these: each is rounded down, and what is missing goes to those with
 * the largest rest, the first of equals. Nobody who had nothing is given anything.
 */
export function wholesOf(values: readonly number[]): number[] {
  const wholes = values.map((value) => {
    if (!(value >= 0)) throw new RangeError(`Counts are not below nothing: ${value}`)
    return Math.floor(value + tolerance)
  })
  const sum = values.reduce((total, value) => total + value, 0)
  let missing = Math.round(sum) - wholes.reduce((total, whole) => total + whole, 0)
  const byRest = values
    .map((value, place) => ({ place, rest: value - wholes[place]! }))
    .filter(({ rest }) => rest > tolerance)
    .toSorted((one, other) => other.rest - one.rest || one.place - other.place)
  for (const { place } of byRest) {
    if (missing <= 0) break
    wholes[place]!++
    missing--
  }
  return wholes
}

/** What adding many thousands of shares may be off by. */
const tolerance = 1e-6
