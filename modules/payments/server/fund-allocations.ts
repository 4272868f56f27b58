import type { Dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import {
  findAllocationOf,
  insertAllocation,
  lockAllocation,
  settleAllocation,
} from '../db/fund-allocations.ts'
import { listFundRows, lockFund } from '../db/funds.ts'
import { problems } from '../domain/problems.ts'
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
  const before = await findAllocationOf(ctx, asked.requestId)
  if (before !== undefined) return { id: before }
  const fund = (await listFundRows(ctx, {})).find(({ id }) => id === asked.id)
  if (!fund) throw problems('fund_not_found', { id: asked.id })
  await assertNotBooked(ctx, asked)
  if (asked.direction === 'take_back' && asked.amount > fund.available)
    throw problems('fund_left_short', { available: fund.available })
  const id = await insertAllocation(ctx, { ...asked, fundId: fund.id, areaId: fund.areaId })
  if (id === undefined) throw problems('fund_decision_waits', { id: asked.id })
  return { id }
}

type Decided = {
  readonly id: string
  readonly state: 'approved' | 'refused'
  readonly note?: string | undefined
}

/** Books it as a second person, or refuses it with a reason. */
export async function decideAllocation(ctx: Ctx, { id, state, note }: Decided): Promise<void> {
  const allocation = await lockAllocation(ctx, id)
  if (!allocation) throw problems('allocation_not_found', { id })
  if (allocation.state !== 'asked') throw problems('allocation_settled', { id, state: allocation.state })
  if (allocation.askedBy === ctx.actor.userId) throw problems('allocation_by_second_person', { id })
  if (state === 'refused' && !note) throw problems('reason_needed', { id })
  if (state === 'approved') {
    await assertNotBooked(ctx, { ...allocation, id: allocation.fundId })
    await allocateFund(ctx, { ...allocation, id: allocation.fundId })
  }
  await settleAllocation(ctx, id, { state, note: note ?? null })
}
