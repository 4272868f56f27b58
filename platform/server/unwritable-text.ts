/**
 * Where an input has text that no database can keep: a NUL, or half of a character. Nobody types it, so it is refused once
 * for every operation, with its place.
 */
export function unwritableText(input: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof input === 'string') return input.includes('\0') || !input.isWellFormed() ? [path] : []
  if (Array.isArray(input))
    return input.flatMap((item: unknown, index) => unwritableText(item, [...path, String(index)]))
  if (typeof input !== 'object' || input === null || input instanceof Blob) return []
  return Object.entries(input).flatMap(([name, value]) =>
    unwritableText(name).length > 0 ? [path] : unwritableText(value, [...path, name]),
  )
}
