import type { Dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import { insertAllocation, listOpenAllocations, lockAllocation } from '../db/fund-allocations.ts'
import { listFundRows, lockFund } from '../db/funds.ts'
import { findProposalOf, settleProposal } from '../db/proposals.ts'
import { numberKey } from '../domain/number-key.ts'
import { problems } from '../domain/problems.ts'
import { assertDecidable } from '../domain/assert-decidable.ts'
import type { ProposalAnswer } from '../domain/proposal.ts'
import { allocateFund, assertNotBooked } from './funds.ts'

type Asked = {
  readonly id: string
  readonly direction: 'give' | 'take_back'
  readonly amount: Dong
  readonly decision: string
  readonly requestId: string
}

/** Asks to book what a decision gives a line or takes back from it: nothing is on the line before somebody else approves. */
export async function askAllocation(ctx: Ctx, asked: Asked): Promise<{ id: string }> {
  await lockFund(ctx, asked.id)
  const before = await findProposalOf(ctx, 'fund_allocation', asked.requestId)
  if (before !== undefined) return { id: before }
  const fund = (await listFundRows(ctx, {})).find(({ id }) => id === asked.id)
  if (!fund) throw problems('fund_not_found', { id: asked.id })
  await assertNotBooked(ctx, asked)
  if (asked.direction === 'take_back' && asked.amount > fund.available)
    throw problems('fund_left_short', { available: fund.available })
  const open = await listOpenAllocations(ctx, [fund.id])
  const isAsked = open.some(
    ({ state, direction, decision }) =>
      state === 'asked' && direction === asked.direction && numberKey(decision) === numberKey(asked.decision),
  )
  const id = isAsked
    ? undefined
    : await insertAllocation(ctx, { ...asked, fundId: fund.id, areaId: fund.areaId })
  if (id === undefined) throw problems('fund_decision_waits', { id: asked.id })
  return { id }
}

/** Books it as a second person, or refuses it with a reason. */
export async function decideAllocation(ctx: Ctx, answer: ProposalAnswer): Promise<void> {
  const allocation = await lockAllocation(ctx, answer.id)
  if (!allocation) throw problems('allocation_not_found', { id: answer.id })
  assertDecidable(allocation, answer, {
    actorId: ctx.actor.userId,
    settled: 'allocation_settled',
    bySecond: 'allocation_by_second_person',
  })
  if (answer.state === 'approved') {
    await assertNotBooked(ctx, { ...allocation, id: allocation.fundId })
    await allocateFund(ctx, { ...allocation, id: allocation.fundId })
  }
  await settleProposal(ctx, 'fund_allocation', answer)
}
