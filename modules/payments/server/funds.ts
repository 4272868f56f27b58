import type { Dong } from '#kernel/dong'
import { areaNames } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { lock } from '#platform/server/request'
import { isWithinArea } from '#platform/server/scope'
import { listOpenAllocations } from '../db/fund-allocations.ts'
import { insertFund, listFundRows, lockFund, sumShares, updateFund, type FundRow } from '../db/funds.ts'
import { book, listBookedOnFund } from '../db/ledger.ts'
import { move } from '../domain/entry.ts'
import { numberKey } from '../domain/number-key.ts'
import { problems } from '../domain/problems.ts'
import { viewAllocation } from './view-allocation.ts'

export async function listFunds(ctx: Ctx, { year }: { year?: number | undefined }) {
  const rows = await listFundRows(ctx, { year })
  const names = await areaNames(ctx, new Set(rows.map(({ areaId }) => areaId)))
  const waiting = Map.groupBy(
    await listOpenAllocations(
      ctx,
      rows.map(({ id }) => id),
    ),
    ({ fundId }) => fundId,
  )
  return rows.map(({ areaId, ...fund }) => ({
    ...fund,
    area: { id: areaId, name: names.get(areaId) ?? '' },
    waiting: (waiting.get(fund.id) ?? []).map((allocation) => viewAllocation(ctx, allocation)),
  }))
}

export async function openFund(
  ctx: Ctx,
  fund: Pick<FundRow, 'areaId' | 'year' | 'programme' | 'source' | 'share' | 'code'>,
) {
  if (!isWithinArea(ctx.actor, fund.areaId)) throw problems('area_not_yours', { areaId: fund.areaId })
  await lock(ctx, `payments.fund ${fund.areaId} ${fund.year}`)
  const added = await insertFund(ctx, fund)
  if (!added)
    throw problems('fund_exists', { year: fund.year, programme: fund.programme, source: fund.source })
  await assertShares(ctx, { ...fund, id: added.id })
  return added
}

/** Puts right what was mistyped, as long as no envelope was approved by it. */
export async function changeFund(ctx: Ctx, { id, ...what }: Pick<FundRow, 'id' | 'share' | 'code'>) {
  await lockFund(ctx, id)
  const fund = (await listFundRows(ctx, {})).find((one) => one.id === id)
  if (!fund) throw problems('fund_not_found', { id })
  if (fund.isUsed) throw problems('fund_used', { id })
  await lock(ctx, `payments.fund ${fund.areaId} ${fund.year}`)
  await updateFund(ctx, id, what)
  await assertShares(ctx, { ...fund, ...what })
}

async function assertShares(ctx: Ctx, fund: Pick<FundRow, 'id' | 'areaId' | 'year' | 'programme' | 'share'>) {
  const others = await sumShares(ctx, fund, fund.id)
  if (others + fund.share > 100) throw problems('fund_shares_over', { left: 100 - others })
}

type Allocation = {
  readonly id: string
  readonly direction?: 'give' | 'take_back'
  readonly amount: Dong
  readonly decision: string
}

/** Books money given to a budget line («giao dự toán»), or taken back from it; the same decision is booked once. */
export async function allocateFund(
  ctx: Ctx,
  { id, direction = 'give', amount, decision }: Allocation,
): Promise<void> {
  await lockFund(ctx, id)
  const fund = (await listFundRows(ctx, {})).find((one) => one.id === id)
  if (!fund) throw problems('fund_not_found', { id })
  if (direction === 'take_back' && amount > fund.available)
    throw problems('fund_left_short', { available: fund.available })
  const about = { areaId: fund.areaId, fundId: id, programme: fund.programme }
  const isNew = await book(
    ctx,
    { kind: kinds[direction], cause: causeOf({ id, decision }), note: decision },
    move(
      amount,
      direction === 'give' ? ['budget_available', 'appropriation'] : ['appropriation', 'budget_available'],
      about,
    ),
  )
  if (!isNew) throw new Error(`${decision} was booked on the line ${id} before`)
}

const kinds = { give: 'fund_allocated', take_back: 'fund_reduced' } as const
const causeOf = ({ id, decision }: Pick<Allocation, 'id' | 'decision'>) =>
  `fund ${id} by ${numberKey(decision)}`

/** A decision is booked once on a line, however its number is written; with another sum it is no repetition but a mistake in one of the two. */
export async function assertNotBooked(
  ctx: Ctx,
  { id, direction = 'give', amount, decision }: Allocation,
): Promise<void> {
  const booked = await listBookedOnFund(ctx, { kind: kinds[direction], fundId: id })
  const before = booked.find((one) => numberKey(one.decision) === numberKey(decision))
  if (!before) return
  const isSame = before.amount === amount
  throw problems(isSame ? 'fund_decision_known' : 'fund_decision_differs', { amount: before.amount })
}
