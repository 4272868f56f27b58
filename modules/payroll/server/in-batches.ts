/** People in the order of their ids, so many at a time. */
export function inBatches(ids: readonly string[], atOnce: number): string[][] {
  const sorted = ids.toSorted()
  return Array.from({ length: Math.ceil(sorted.length / atOnce) }, (_, index) =>
    sorted.slice(index * atOnce, (index + 1) * atOnce),
  )
}
