import type { Benefit } from '#modules/entitlement'
import { listCalledMonths } from '#modules/payments'
import type { Ctx } from '#platform/server/context'
import { collectingBy, type Collecting } from '../domain/collection.ts'
import { suspensionGroundOf } from '../domain/effects.ts'
import type { Asked } from './compute-asked.ts'

type Monthly = Asked & { readonly benefit: Benefit }

/** Why a file asks to suspend, as the law of awards names it. */
export const groundOf = ({ kind, file }: Pick<Asked, 'kind' | 'file'>) =>
  kind === 'suspend' ? suspensionGroundOf[file?.way.facts?.answers?.['suspension_ground'] ?? ''] : undefined

/** What the books of payments know of each who is to be suspended because nobody comes for the money (PROC-6a, PAY-7). */
export async function collectingOf(
  ctx: Ctx,
  asked: readonly Monthly[],
): Promise<ReadonlyMap<Monthly, Collecting>> {
  const concerned = asked.filter((one) => groundOf(one) === 'not_collected')
  if (concerned.length === 0) return new Map()
  const ids = concerned.map(({ personId }) => personId)
  const called = await listCalledMonths(ctx, { as: 'person', ids })
  return new Map(concerned.map((one) => [one, collectingBy(called.get(one.personId) ?? [])]))
}
