import { z } from 'zod'
import { Month, type Month as AMonth } from '#kernel/civil-date'

/** So many of each hundred payees are to be paid without cash from a month on. */
export const Target = z.object({ month: Month, share: z.int().min(1).max(100) })
export type Target = z.infer<typeof Target>

/** The share a wave aims at in a month: that of the latest target that has begun; none before the first. */
export function targetIn(targets: readonly Target[], month: AMonth): number | undefined {
  return targets
    .filter((target) => target.month <= month)
    .reduce<Target | undefined>((last, one) => (last && last.month > one.month ? last : one), undefined)
    ?.share
}

/** Targets in the order of their months; what is aimed at never sinks, and begins no sooner than the wave. */
export function areTargetsSound(targets: readonly Target[], first: AMonth): boolean {
  const sorted = inOrder(targets)
  return sorted.every(
    ({ month, share }, place) =>
      month >= first &&
      (place === 0 || (month > sorted[place - 1]!.month && share >= sorted[place - 1]!.share)),
  )
}

export function inOrder(targets: readonly Target[]): Target[] {
  return targets.toSorted((one, other) => one.month.localeCompare(other.month))
}
