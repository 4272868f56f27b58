import { dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import { listHeld, type sumTransferred } from '../db/bookings.ts'
import { postTo } from '../db/ledger.ts'
import { move } from '../domain/entry.ts'
import { drawFrom } from '../domain/programme.ts'

/**
 * Turns what was held on budget lines into what was spent, to the đồng that is transferred: what is not sent, such as money
 * made out to the dead, stays held until it is.
 */
export async function bookSpending(
  ctx: Ctx,
  entryId: number,
  transferred: Awaited<ReturnType<typeof sumTransferred>>,
) {
  for (const { heldBy, programme, amount } of transferred) {
    const held = await listHeld(ctx, heldBy, programme)
    const drawn = drawFrom(
      held.map((one) => one.amount),
      amount,
    )
    const postings = held.flatMap(({ fundId, areaId, month }, index) => {
      const part = drawn[index]!
      const about = { areaId, fundId, programme, envelopeId: heldBy, ...(month !== null && { month }) }
      return part > 0 ? move(dong(part), ['budget_spent', 'budget_blocked'], about) : []
    })
    await postTo(ctx, entryId, postings)
  }
}
