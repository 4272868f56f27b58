import { dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import { sumBlocked } from '../db/funds.ts'
import { book } from '../db/ledger.ts'
import type { RecalledItem } from '../db/recalls.ts'
import { move } from '../domain/entry.ts'
import { shareOut } from '../domain/programme.ts'

/** Frees what an approved envelope held for items that are not due any more, in the shares it was held by. */
export async function releaseFunds(ctx: Ctx, cause: string, items: readonly RecalledItem[]) {
  const postings = []
  for (const [programme, own] of Map.groupBy(items, (item) => item.programme)) {
    const { envelopeId } = own[0]!
    const amount = dong(own.reduce((sum, item) => sum + item.amount, 0))
    const blocked = await sumBlocked(ctx, { envelopeId, programme })
    const parts = shareOut(
      amount,
      blocked.map(({ fundId, share }) => ({ fundId, share })),
    )
    for (const part of parts.filter((one) => one.amount > 0)) {
      const { areaId } = blocked.find(({ fundId }) => fundId === part.fundId)!
      postings.push(
        ...move(part.amount, ['budget_available', 'budget_blocked'], {
          areaId,
          fundId: part.fundId,
          programme,
          envelopeId,
        }),
      )
    }
  }
  if (postings.length > 0) await book(ctx, { kind: 'recalled', cause: `funds of ${cause}` }, postings)
}
