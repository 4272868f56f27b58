import { areaAt, areaPaths } from '#modules/geography'
import type { Ctx } from '#platform/server/context'

/**
 * Where people live, as a paper of a day names it: a residence recorded in a unit that is no more is named by what the unit
 * became (ORG-2, ORG-3) – nobody moved, and no paper is addressed to a commune that was abolished.
 */
export async function homesOn(
  ctx: Ctx,
  ids: Iterable<number>,
  day: Ctx['today'],
): Promise<ReadonlyMap<number, string>> {
  const present = await areaAt(ctx, new Set(ids), day)
  const paths = await areaPaths(ctx, new Set(present.values()))
  return new Map([...present].map(([id, now]) => [id, paths.get(now) ?? '']))
}
