import type { Dong } from '#kernel/dong'
import { areaNames } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { lock } from '#platform/server/request'
import { isWithinArea } from '#platform/server/scope'
import { insertFund, listFundRows, lockFund, sumShares, updateFund, type FundRow } from '../db/funds.ts'
import { book, findBooked } from '../db/ledger.ts'
import { move } from '../domain/entry.ts'
import { problems } from '../domain/problems.ts'

export async function listFunds(ctx: Ctx, { year }: { year?: number | undefined }) {
  const rows = await listFundRows(ctx, { year })
  const names = await areaNames(ctx, new Set(rows.map(({ areaId }) => areaId)))
  return rows.map(({ areaId, ...fund }) => ({ ...fund, area: { id: areaId, name: names.get(areaId) ?? '' } }))
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
export async function allocateFund(ctx: Ctx, { id, direction = 'give', amount, decision }: Allocation) {
  await lockFund(ctx, id)
  const fund = (await listFundRows(ctx, {})).find((one) => one.id === id)
  if (!fund) throw problems('fund_not_found', { id })
  if (direction === 'take_back' && amount > fund.available)
    throw problems('fund_left_short', { available: fund.available })
  const about = { areaId: fund.areaId, fundId: id, programme: fund.programme }
  const isNew =
    direction === 'give'
      ? await book(
          ctx,
          { kind: 'fund_allocated', cause: `fund ${id} by ${decision}`, note: decision },
          move(amount, ['budget_available', 'appropriation'], about),
        )
      : await book(
          ctx,
          { kind: 'fund_reduced', cause: `fund ${id} by ${decision}`, note: decision },
          move(amount, ['appropriation', 'budget_available'], about),
        )
  if (!isNew) await assertSameSum(ctx, direction, { id, amount, decision })
  return { isNew }
}

/** The same decision with another sum is no repetition but a mistake in one of the two. */
async function assertSameSum(
  ctx: Ctx,
  direction: 'give' | 'take_back',
  { id, amount, decision }: Omit<Allocation, 'direction'>,
) {
  const kind = direction === 'give' ? 'fund_allocated' : 'fund_reduced'
  const before = await findBooked(ctx, { kind, cause: `fund ${id} by ${decision}` })
  if (before !== amount) throw problems('fund_decision_differs', { amount: before })
}
