import { dong, type Dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import { sumBlocked } from '../db/funds.ts'
import { listHolders } from '../db/held-budget.ts'
import { book } from '../db/ledger.ts'
import { move, type Posting } from '../domain/entry.ts'
import { shareOut, type Programme } from '../domain/programme.ts'

type Released = {
  readonly instructionId: string
  readonly cause: string
  /** An envelope that has held nothing for it. */
  readonly notBy: string | undefined
}

/** Frees what envelopes held for an order that is not sent, as far as it is owed no more, in the shares it was held by. */
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
    const blocked = await sumBlocked(ctx, { envelopeId, programme })
    for (const { fundId, amount: part } of shareOut(amount, blocked)) {
      const { areaId } = blocked.find((fund) => fund.fundId === fundId)!
      if (part > 0)
        postings.push(
          ...move(part, ['budget_available', 'budget_blocked'], {
            areaId,
            fundId,
            programme,
            envelopeId,
            instructionId,
          }),
        )
    }
  }
  if (postings.length > 0) await book(ctx, { kind: 'recalled', cause: `funds of ${cause}` }, postings)
}
