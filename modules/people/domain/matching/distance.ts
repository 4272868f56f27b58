/** Whether one text becomes the other by one letter more, less or changed, or by two neighbours changing places. */
export function isOneSlip(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1)
  if (at === short.length) return false
  if (short.slice(at + 1) === long.slice(at + 1)) return true
  return (
    short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
  )
}

/** How alike two texts are after Jaro and Winkler: 1 the same, 0 nothing in common; a common beginning counts more. */
export function jaroWinkler(one: string, other: string): number {
  if (one === other) return 1
  const reach = Math.max(0, (Math.max(one.length, other.length) >> 1) - 1)
  const taken = new Uint8Array(other.length)
  const found: number[] = []
  for (let at = 0; at < one.length; at++) {
    const end = Math.min(other.length, at + reach + 1)
    for (let place = Math.max(0, at - reach); place < end; place++)
      if (taken[place] === 0 && one.charCodeAt(at) === other.charCodeAt(place)) {
        taken[place] = 1
        found.push(at)
        break
      }
  }
  if (found.length === 0) return 0
  let crossed = 0
  let next = 0
  for (const at of found) {
    while (taken[next] === 0) next++
    if (one.charCodeAt(at) !== other.charCodeAt(next)) crossed++
    next++
  }
  const common = found.length
  const jaro = (common / one.length + common / other.length + (common - crossed / 2) / common) / 3
  let start = 0
  while (start < 4 && start < one.length && one[start] === other[start]) start++
  return jaro + start * 0.1 * (1 - jaro)
}

/** The share of words two lists have in common, of all words in either. */
export function overlap(one: readonly string[], other: readonly string[]): number {
  const words = new Set(one)
  const others = new Set(other)
  let common = 0
  for (const word of others) if (words.has(word)) common++
  const all = words.size + others.size - common
  return all === 0 ? 0 : common / all
}
