import { addDays, dayOf, type Instant } from '#kernel/civil-date'
import { noteChanged, peopleChangedSince } from '#modules/entitlement'
import type { Ctx } from '#platform/server/context'
import { listGiven, type Run } from '../db/runs.ts'

/**
 * Before the lines of a run go: whoever it gives something and has changed since may be on it no more, having moved to a
 * unit whose list counts on these lines. The next list looks at them again, so that no month is lost between the two.
 */
export async function noteLeaving(ctx: Ctx, run: Run): Promise<void> {
  if (!run.knownAt) return
  const changed = await peopleChangedSince(ctx, withMargin(run.knownAt))
  await noteChanged(ctx, await listGiven(ctx, run, changed))
}

/** A change may be recorded at one moment and committed at a later one; to look twice costs time, to miss it money. */
export function withMargin(moment: Instant): Instant {
  return `${addDays(dayOf(moment), -1)}T00:00:00Z` as Instant // A day is always a moment’s beginning.
}
