import { listChannels, type AwardChannel, type Channel } from '#modules/payroll'
import { summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { insertFallback } from '../../db/way-requests.ts'
import { untold } from '../../domain/way-rules.ts'
import type { AwardRef, FallBack } from '../../domain/way.ts'
import { waysOf } from './convert.ts'

/** A way that is over, of all that a payee receives or of the one award, and the paper it ended by. */
export type Fallen = {
  readonly personId: string
  readonly before: Channel
  readonly award?: AwardRef
  readonly evidence: string
}

export function fallenAward({ payeeId, personId, benefit, channel }: AwardChannel, evidence: string): Fallen {
  return { personId: payeeId, before: channel, award: { personId, benefit }, evidence }
}

/** Writes down and tells that payees are paid another way from now on, which nobody asked for. */
export async function recordFallen(ctx: Ctx, origin: FallBack, fallen: readonly Fallen[]) {
  if (fallen.length === 0) return
  const ids = fallen.map(({ personId }) => personId)
  const people = await summariesOf(ctx, ids)
  const before = await waysOf(ctx, new Map(fallen.map((one, index) => [String(index), one.before])))
  const after = await waysOf(ctx, await listChannels(ctx, ids))
  for (const [index, { personId, award = null, evidence }] of fallen.entries()) {
    await insertFallback(ctx, {
      personId,
      award,
      areaId: people.get(personId)?.homeAreaId ?? ctx.actor.areaId,
      origin,
      before: before.get(String(index))!, // One for each that has fallen.
      after: after.get(personId) ?? untold,
      evidence,
    })
    ctx.emit({ type: 'payments.way_fallen_back', personId, because: origin })
  }
}
