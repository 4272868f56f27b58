import { dong, type Dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import { listHeld } from '../db/bookings.ts'
import { listHolders } from '../db/held-budget.ts'
import { book } from '../db/ledger.ts'
import { move, type Posting } from '../domain/entry.ts'
import { drawFrom, type Programme } from '../domain/programme.ts'

type Released = {
  readonly instructionId: string
  readonly cause: string
  /** An envelope that has held nothing for it. */
  readonly notBy: string | undefined
}

/**
 * Frees what envelopes held for an order that is not sent, as far as it is owed no more: of each line in proportion to what is held
 * there, and in the month it is held for, so that no line frees more than it holds and each month shows what it uses.
 */
export async function releaseFunds(
  ctx: Ctx,
  { instructionId, cause, notBy }: Released,
  notOwed: readonly { readonly programme: Programme; readonly amount: Dong }[],
) {
  const left = new Map<Programme, number>()
  for (const { programme, amount } of notOwed) left.set(programme, (left.get(programme) ?? 0) + amount)
  const postings: Posting[] = []
  for (const { heldBy: envelopeId, programme, amount: held } of await listHolders(ctx, instructionId)) {
    const amount = dong(Math.min(held, left.get(programme) ?? 0))
    if (amount === 0 || envelopeId === notBy) continue
    left.set(programme, left.get(programme)! - amount) // Something was left.
    const pots = await listHeld(ctx, envelopeId, programme)
    const parts = drawFrom(
      pots.map((pot) => pot.amount),
      amount,
    )
    for (const [index, { fundId, areaId, month }] of pots.entries()) {
      const part = parts[index]! // As many parts as pots.
      const about = { areaId, fundId, programme, envelopeId, instructionId, month: month ?? undefined }
      if (part > 0) postings.push(...move(dong(part), ['budget_available', 'budget_blocked'], about))
    }
  }
  if (postings.length > 0) await book(ctx, { kind: 'recalled', cause: `funds of ${cause}` }, postings)
}
