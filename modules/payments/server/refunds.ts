import { dong, type Dong } from '#kernel/dong'
import { dayOf, monthOf, type CivilDate } from '#kernel/civil-date'
import { areaNames } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { lock } from '#platform/server/request'
import { isWithinArea } from '#platform/server/scope'
import { pageSize, type LyingMoney, type RefundSummary, type RefundView } from '../contract.ts'
import { openEntry, postTo } from '../db/ledger.ts'
import { listPayeesOfUnclaimed, sumLying } from '../db/lying.ts'
import { listProviderRows, lockProvider } from '../db/providers.ts'
import { bookGivenBack, listSpent, sumFreed, sumGivenBack } from '../db/refund-bookings.ts'
import {
  approveRefundRow,
  confirmRefundRow,
  countRefundDisputed,
  findRefundOf,
  getRefundForUpdate,
  getRefundRow,
  insertRefund,
  isReceiptKnown,
  isRefundToldOf,
  listRefundOrders,
  listRefundRows,
  settleRefundLines,
  sumRefundReasons,
  withdrawRefundRow,
  type Refund,
} from '../db/refunds.ts'
import { move } from '../domain/entry.ts'
import { problems } from '../domain/problems.ts'
import { drawFrom } from '../domain/programme.ts'
import { isDayOfRefund, type RefundReason } from '../domain/refund.ts'
import { uncollectedOf } from './uncollected.ts'

export async function listRefunds(ctx: Ctx) {
  const providers = await providersById(ctx)
  const lying = await sumLying(ctx, await payeesToSuspend(ctx))
  return {
    lying: lying.map(({ providerId, ...own }): LyingMoney => {
      const { name, areaId } = providers.get(providerId)! // An order has a provider, and none is removed.
      return { ...own, provider: { id: providerId, name }, isOfOwnProvider: isWithinArea(ctx.actor, areaId) }
    }),
    refunds: await summarise(ctx, await listRefundRows(ctx), providers),
  }
}

type Providers = ReadonlyMap<string, { readonly name: string; readonly areaId: number }>

async function providersById(ctx: Ctx): Promise<Providers> {
  return new Map((await listProviderRows(ctx)).map((provider) => [provider.id, provider]))
}

/** PROC-6a: for whom nobody came for so many months that what lies there waits for a decision and for no further list. */
async function payeesToSuspend(ctx: Ctx): Promise<string[]> {
  const uncollected = await uncollectedOf(ctx, await listPayeesOfUnclaimed(ctx), 'payee')
  return [...uncollected].flatMap(([id, { suspendFrom }]) => (suspendFrom === undefined ? [] : [id]))
}

async function summarise(ctx: Ctx, rows: readonly Refund[], providers: Providers): Promise<RefundSummary[]> {
  const names = await areaNames(ctx, new Set(rows.map(({ areaId }) => areaId)))
  return rows.map(({ providerId, areaId, askedName, approvedName, confirmedName, askedBy, ...row }) => ({
    ...row,
    provider: { id: providerId, name: providers.get(providerId)?.name ?? '' },
    area: { id: areaId, name: names.get(areaId) ?? '' },
    askedBy: askedName,
    approvedBy: approvedName,
    confirmedBy: confirmedName,
    isMine: askedBy === ctx.actor.userId,
  }))
}

/**
 * Asks a provider to give back what lies there for good («đề nghị hoàn trả»): frozen as it is seen, and until it is given up or
 * confirmed nothing of it is ordered anew. Whoever is owed some of it stays owed it.
 */
export async function askForRefund(
  ctx: Ctx,
  wish: {
    providerId: string
    reasons: readonly RefundReason[]
    amount: Dong
    paper: string
    requestId: string
  },
): Promise<{ id: string }> {
  await lock(ctx, 'payments.reissue')
  const known = await findRefundOf(ctx, wish.requestId)
  if (known !== undefined) return { id: known }
  const { id: providerId, areaId } = await lockProvider(ctx, wish.providerId)
  const uncollected = await payeesToSuspend(ctx)
  const meant = (await sumLying(ctx, uncollected)).filter(
    (lying) => lying.providerId === providerId && wish.reasons.includes(lying.reason),
  )
  if (meant.length === 0) throw problems('nothing_to_refund', { providerId })
  const amount = meant.reduce((sum, lying) => sum + lying.amount, 0)
  if (amount !== wish.amount) throw problems('totals_differ', { seen: wish.amount, now: amount })
  const id = await insertRefund(ctx, {
    ...wish,
    providerId,
    areaId,
    uncollected,
    month: monthOf(ctx.today),
    orders: meant.reduce((sum, lying) => sum + lying.orders, 0),
    amount: dong(amount),
  })
  return { id }
}

export async function getRefund(ctx: Ctx, { id, page }: { id: string; page: number }): Promise<RefundView> {
  const row = await getRefundRow(ctx, id)
  const [summary] = await summarise(ctx, [row], await providersById(ctx))
  const { rows, total } = await listRefundOrders(ctx, id, { page, size: pageSize })
  const names = await areaNames(ctx, new Set(rows.map(({ areaId }) => areaId)))
  return {
    ...summary!,
    reasons: await sumRefundReasons(ctx, id),
    toLines: row.isWhole ? await sumFreed(ctx, id) : null,
    rows: rows.map(({ areaId, payeeName, ...order }) => ({
      ...order,
      payee: payeeName,
      area: { id: areaId, name: names.get(areaId) ?? '' },
    })),
    total,
  }
}

export async function approveRefund(ctx: Ctx, { id }: { id: string }) {
  const refund = await openRefund(ctx, id, ['asked'])
  if (refund.askedBy === ctx.actor.userId) throw problems('second_person_needed', { id })
  const disputed = await countRefundDisputed(ctx, id)
  if (disputed > 0) throw problems('refund_disputed', { id, disputed })
  await approveRefundRow(ctx, id)
}

export async function withdrawRefund(ctx: Ctx, { id, because }: { id: string; because: string }) {
  const refund = await openRefund(ctx, id, ['asked', 'approved'])
  // Ordered anew, what the provider has given back would be paid by money that lies there no more.
  if (await isRefundToldOf(ctx, refund)) throw problems('refund_told_of', { id })
  await withdrawRefundRow(ctx, id, because)
}

async function openRefund(ctx: Ctx, id: string, states: readonly Refund['state'][]): Promise<Refund> {
  await lock(ctx, 'payments.reissue')
  const refund = await getRefundForUpdate(ctx, id)
  if (!states.includes(refund.state)) throw problems('refund_moved_on', { id, state: refund.state })
  return refund
}

/** Takes the word of a provider, on paper, that it gave the money back; whoever asked for it is not the one who has seen it come. */
export async function confirmRefund(
  ctx: Ctx,
  { id, amount, receipt, returnedOn }: { id: string; amount: Dong; receipt: string; returnedOn: CivilDate },
) {
  const refund = await openRefund(ctx, id, ['approved'])
  if (refund.askedBy === ctx.actor.userId) throw problems('second_person_needed', { id })
  if (amount !== refund.amount) throw problems('refund_amount_differs', { asked: refund.amount, amount })
  if (!isDayOfRefund(returnedOn, refund, ctx.today))
    throw problems('refund_day_wrong', { returnedOn, from: dayOf(refund.approvedAt!), today: ctx.today }) // An approved one has its day.
  if (await isReceiptKnown(ctx, refund, receipt)) throw problems('refund_receipt_known', { receipt })
  await bookRefund(ctx, refund, { receipt, returnedOn })
  await settleRefundLines(ctx, refund)
}

/**
 * Books what a provider has given back («hoàn trả»): from the provider to the treasury. It is free on the budget line it was spent
 * from again, unless the year of that is over: then it is income of the budget, and the line stays spent. The list of January is
 * paid in December already, from a line whose year has not begun.
 */
export async function bookRefund(
  ctx: Ctx,
  refund: Refund,
  { receipt, returnedOn }: { receipt: string; returnedOn: CivilDate },
) {
  const { id, code, paper, amount, month } = refund
  const note = [code, paper, receipt].join(' · ')
  const entryId = await openEntry(ctx, {
    kind: 'refunded',
    cause: `refund ${id}`,
    bookedOn: returnedOn,
    note,
  })
  if (entryId === undefined) throw new Error(`${code} was booked before`)
  await bookGivenBack(ctx, entryId, { id, givenBackIn: monthOf(returnedOn) })
  await freeLines(ctx, entryId, { id, returnedOn })
  await confirmRefundRow(ctx, id, { receipt, returnedOn })
  ctx.emit({ type: 'payments.refund_confirmed', refundId: id, amount, month })
}

async function freeLines(
  ctx: Ctx,
  entryId: number,
  { id, returnedOn }: { readonly id: string; readonly returnedOn: CivilDate },
) {
  const month = monthOf(returnedOn)
  const year = Number(returnedOn.slice(0, 4))
  for (const { heldBy, heldFor, programme, amount } of await sumGivenBack(ctx, id)) {
    const spent = await listSpent(ctx, { envelopeId: heldBy, programme, year })
    const parts = drawFrom(
      spent.map((one) => one.amount),
      amount,
    )
    const postings = spent.flatMap(({ fundId, areaId, year: of }, index) => {
      const part = parts[index]!
      const about = {
        areaId,
        fundId,
        programme,
        envelopeId: heldBy,
        month: heldFor > month ? heldFor : month,
      }
      return part > 0 && of >= year ? move(dong(part), ['budget_available', 'budget_spent'], about) : []
    })
    await postTo(ctx, entryId, postings)
  }
}
