import type { Ctx } from '#platform/server/context'
import { outcomesInOrder, pairReturns, takeKnownMovements, takeOutcome } from '../db/match-lines.ts'
import { insertResponse } from '../db/responses.ts'
import type { ResponseHead } from '../domain/response.ts'
import { followOutcome } from './follow-outcome.ts'
import { takeRefunds } from './take-refunds.ts'

export type Answer = {
  readonly id: string
  readonly providerId: string
  readonly areaId: number
  readonly sha256: string
  readonly name: string
}

/**
 * Takes an answer whose lines are written down: judges them, books what they move, leaves the rest to a person. Whoever
 * calls has locked the provider, so that its answers come one by one.
 */
export async function takeAnswer(
  ctx: Ctx,
  answer: Answer,
  head: ResponseHead,
  placeMore: () => Promise<void> = () => Promise.resolve(),
): Promise<number> {
  const { id, providerId } = answer
  await insertResponse(ctx, answer, head)
  await takeRefunds(ctx, { responseId: id, providerId })
  await placeMore()
  // Statements and clerks tell of money itself: what they tell twice under two references happened twice.
  const isStatement = head.kind.startsWith('camt') || head.kind === 'phone'
  if (isStatement) await takeKnownMovements(ctx, id)
  let moved = 0
  for (const outcome of outcomesInOrder) {
    if (isStatement && outcome === 'returned') await pairReturns(ctx, id)
    moved += await takeOutcome(ctx, { responseId: id, outcome, isStatement }, followOutcome)
  }
  ctx.emit({ type: 'payments.response_read', responseId: id, providerId, kind: head.kind })
  return moved
}
