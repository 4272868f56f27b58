/** Five classes with as many communes in each, at round amounts; the lower bound of each, by how much is gained or lost. */
export function classesOf(values: readonly (number | null)[], scale: number): number[] {
  const sizes = values
    .filter((value) => value !== null && value !== 0)
    .map((value) => Math.abs(value!))
    .toSorted((one, other) => one - other)
  if (sizes.length === 0) return []
  const spread = sizes.at(-1)! - sizes[0]!
  const digits = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(spread, 1))) - 1)
  const bounds = [0.2, 0.4, 0.6, 0.8].map((share) => {
    const exact = sizes[Math.floor(share * (sizes.length - 1))]!
    return Math.round(exact / digits) * digits
  })
  const distinct = [...new Set(bounds)].filter((bound) => bound > 0 && bound <= sizes.at(-1)!)
  return [0, ...distinct].map((bound) => (scale > 1 ? bound : Math.round(bound)))
}

/** Which class a value is in, from 1; 0 where nothing changes or nothing is told. */
export function classOf(value: number | null, bounds: readonly number[]): number {
  if (value === null || value === 0) return 0
  return bounds.findLastIndex((bound) => Math.abs(value) >= bound) + 1
}
