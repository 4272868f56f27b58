import { z } from 'zod'
import { addMonths, Month } from '#kernel/civil-date'
import { benefitOf, benefits, components, dueIn, replayPersonMonths } from '#modules/entitlement'
import type { Ctx, Event } from '#platform/server/context'
import { findRecallOrder, insertRecallParts, listOrderedFrom } from '../db/recall-requests.ts'
import { stop } from './recall.ts'

const Closed = z.object({ personId: z.uuid(), benefit: z.enum(benefits), lastMonth: Month })

/**
 * A decision ends an award, and lists may have been made already for months after its last («thôi hưởng sau khi lập danh sách»). What
 * they were to bring, less what is still due for the month by another award, is due to nobody: not sent it is withdrawn, sent it is
 * called back, paid it is proposed for recovery. Heard again nothing is left to call back.
 */
export async function followEnding(ctx: Ctx, event: Event): Promise<void> {
  const { personId, benefit, lastMonth } = Closed.parse(event)
  const ordered = await listOrderedFrom(ctx, {
    personId,
    components: components.filter((component) => benefitOf[component] === benefit),
    from: addMonths(lastMonth, 1),
  })
  if (ordered.length === 0) return
  const months = [...new Set(ordered.map(({ benefitMonth }) => benefitMonth))]
  const due = new Map<string, number>(
    (await replayPersonMonths(ctx, [personId], months, ctx.now)).flatMap((row) =>
      dueIn(row).map(({ component, amount }) => [`${component} ${row.month}`, amount] as const),
    ),
  )
  const parts = [
    ...Map.groupBy(ordered, ({ component, benefitMonth }) => `${component} ${benefitMonth}`),
  ].flatMap(([key, items]) => {
    let tooMuch = items.reduce((sum, { amount }) => sum + amount, 0) - (due.get(key) ?? 0)
    return items.flatMap((item) => {
      const amount = Math.min(item.amount, tooMuch)
      tooMuch -= amount
      return amount > 0 ? [{ ...item, amount }] : []
    })
  })
  await insertRecallParts(ctx, 'right_ended', parts)
  for (const id of new Set(parts.map(({ instructionId }) => instructionId))) {
    const order = await findRecallOrder(ctx, id, { forUpdate: true })
    if (order) await stop(ctx, order, 'right_ended')
  }
}
