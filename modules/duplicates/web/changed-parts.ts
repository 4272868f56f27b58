/** What of a record can have been changed after it was merged. */
export type ChangedPart = 'identifier' | 'residence' | 'membership' | 'relation' | 'circumstance'

/** Names what was changed, as far as there are words for it. */
export function changedParts(tables: unknown, words: Readonly<Record<ChangedPart, string>>): string {
  const known = Object.entries(words).filter(([part]) => Array.isArray(tables) && tables.includes(part))
  return known.map(([, word]) => word).join(', ')
}
