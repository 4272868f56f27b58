import type { Ctx } from '#platform/server/context'
import { PairId, type SuspicionView } from '../contract.ts'
import { listUndecidedOf } from '../db/pairs.ts'
import { openSides } from './sides.ts'

/** Who of a list may be written down twice; only of those the asker sees, the other end told as in the list of pairs. */
export async function listSuspicions(
  ctx: Ctx,
  { personIds }: { personIds: readonly string[] },
): Promise<SuspicionView[]> {
  const asked = new Set(personIds)
  const pairs = await listUndecidedOf(ctx, personIds)
  const sides = await openSides(
    ctx,
    pairs.flatMap(({ oneId, otherId }) => [oneId, otherId]),
  )
  return pairs.flatMap(({ id: pairId, oneId, otherId }) => {
    const ends = [
      { personId: oneId, other: otherId },
      { personId: otherId, other: oneId },
    ]
    return ends
      .filter(({ personId }) => asked.has(personId) && sides.isSeen(personId))
      .map(({ personId, other }) => {
        const { id, fullName } = sides.told(other)
        return { personId, pairId: PairId.parse(pairId), other: { id, fullName } }
      })
  })
}
