import { addMonths, instant, monthOf, type Month } from '#kernel/civil-date'
import { dueIn, replayPersonMonths } from '#modules/entitlement'
import { summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { lock } from '#platform/server/request'
import {
  forgetRecalls,
  insertDueAgain,
  isCalledBack,
  keepRecallFrom,
  keepRecalls,
  listItemsOf,
  lockCalledBackOf,
  makeReady,
  markDueAgain,
  type CalledBack,
  type NotDueItem,
  type RecallCause,
} from '../db/due-again.ts'
import { settleDebt } from './settle-debt.ts'

/**
 * Somebody lives after all, or two records are two people: what was called back because of that is due again («lại được chi»), unless
 * something else says that it is not. On a list that nobody has approved it stands as before; what had left or was withdrawn since goes
 * with the next list, so that each month is paid once.
 */
export async function restoreDue(
  ctx: Ctx,
  { personId, cause }: { readonly personId: string; readonly cause: RecallCause },
): Promise<void> {
  if (!(await isCalledBack(ctx, personId))) return
  await lock(ctx, 'payments.reissue')
  const orders = await lockCalledBackOf(ctx, personId)
  if (orders.length === 0) return
  const ids = orders.map(({ id }) => id)
  const before = await listItemsOf(ctx, ids)
  const diedOn = (await summariesOf(ctx, [personId])).get(personId)?.diedOn ?? null
  await forgetRecalls(ctx, ids, { personId, cause, isAlive: diedOn === null })
  await keepRecalls(ctx, ids, { personId, from: diedOn ? addMonths(monthOf(diedOn), 1) : undefined })
  await keepWithoutRight(ctx, await listItemsOf(ctx, ids), before, { personId, cause })
  const after = Map.groupBy(await listItemsOf(ctx, ids), ({ instructionId }) => instructionId)
  const former = Map.groupBy(before, ({ instructionId }) => instructionId)
  for (const order of orders)
    await restore(ctx, order, {
      isLetGo: order.isHeld && order.payeeId === personId && diedOn === null,
      before: former.get(order.id)!, // An order has items.
      after: after.get(order.id)!,
    })
}

const keyOf = ({ component, benefitMonth }: Pick<NotDueItem, 'component' | 'benefitMonth'>) =>
  `${component} ${benefitMonth}`

const everKnown = instant('9999-01-01T00:00:00Z')

/** A decision has ended the right meanwhile: of months after it nothing is due before another gives it back. */
async function keepWithoutRight(
  ctx: Ctx,
  now: readonly NotDueItem[],
  before: readonly NotDueItem[],
  { personId, cause }: { readonly personId: string; readonly cause: RecallCause },
) {
  const freed = now.filter(
    (item, index) => item.personId === personId && item.notDue < before[index]!.notDue, // The same items in the same order.
  )
  const months = [...new Set(freed.map(({ benefitMonth }) => benefitMonth))]
  if (months.length === 0) return
  const due = new Set(
    (await replayPersonMonths(ctx, [personId], months, everKnown)).flatMap((row) =>
      dueIn(row).map(({ component }) => keyOf({ component, benefitMonth: row.month })),
    ),
  )
  const ended = Map.groupBy(
    freed.filter((item) => !due.has(keyOf(item))),
    ({ instructionId }) => instructionId,
  )
  for (const [orderId, items] of ended) {
    const from = items.map(({ benefitMonth }) => benefitMonth).toSorted()[0] as Month // A group has a member.
    await keepRecallFrom(ctx, orderId, { personId, cause, from })
  }
}

async function restore(
  ctx: Ctx,
  { id, state, envelopeState, isCarried, isStopped }: CalledBack,
  {
    isLetGo,
    before,
    after,
  }: {
    readonly isLetGo: boolean
    readonly before: readonly NotDueItem[]
    readonly after: readonly NotDueItem[]
  },
) {
  const isKept = !isStopped && !isLetGo
  const isNew = envelopeState === 'draft' || envelopeState === 'checked'
  const freed = after.filter((item, index) => item.notDue < before[index]!.notDue) // The same items in the same order.
  if (state === 'paid' || (freed.length === 0 && !isLetGo)) return
  if (isNew && state === 'withdrawn' && !isKept && after.every(({ notDue }) => notDue === 0))
    return makeReady(ctx, id)
  // What was withdrawn is on the books no more, and its budget is free: it is owed anew by whoever orders it anew.
  const isOff = state === 'withdrawn' && !isCarried && !isNew
  const held = isLetGo ? after.filter((item, index) => item.notDue === 0 && before[index]!.notDue === 0) : []
  await insertDueAgain(ctx, [
    ...freed.map((item) => ({ ...item, isOwed: !isOff })),
    ...held.map((item) => ({ ...item, isOwed: true })),
  ])
  await markDueAgain(ctx, { id, isKept })
  if (!isNew && state !== 'ready' && state !== 'sent') await settleDebt(ctx, id)
}
