import type { Month } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import { listHeld } from '../db/bookings.ts'
import type { Held } from '../db/held-budget.ts'
import { postTo } from '../db/ledger.ts'
import { move } from '../domain/entry.ts'
import { drawFrom } from '../domain/programme.ts'

/**
 * Turns what was held on budget lines into what was spent, to the đồng that is transferred and in the month it is transferred for:
 * what is not sent, such as money made out to the dead, stays held until it is.
 */
export async function bookSpending(
  ctx: Ctx,
  { entryId, month }: { readonly entryId: number; readonly month: Month },
  transferred: readonly Held[],
) {
  for (const { heldBy, programme, amount } of transferred) {
    const held = await listHeld(ctx, heldBy, programme)
    const drawn = drawFrom(
      held.map((one) => one.amount),
      amount,
    )
    const postings = held.flatMap(({ fundId, areaId, month: heldFor }, index) => {
      const part = drawn[index]!
      if (part <= 0) return []
      const about = {
        areaId,
        fundId,
        programme,
        envelopeId: heldBy,
        ...(heldFor !== null && { month: heldFor }),
      }
      const [spent, freed] = move(dong(part), ['budget_spent', 'budget_blocked'], about)
      // A line belongs to a year: what is transferred in a later one is spent in the last month of its own that it was held for.
      return [{ ...spent!, ...(isSameYear(heldFor, month) && { month }) }, freed!] // A move has two sides.
    })
    await postTo(ctx, entryId, postings)
  }
}

const isSameYear = (one: Month | null, other: Month) => one !== null && one.slice(0, 4) === other.slice(0, 4)
